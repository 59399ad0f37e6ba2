import type { PaperLanguage } from '../paper-document.ts';
import type { RegimeWords } from './paper-shape.ts';

/** United States: UCC 9-404 (defenses), 9-405 (modification), 9-406 (notification, discharge, proof on request). */
const PROOF_EN =
  'If you ask, the factor will furnish reasonable proof of the assignment in due season, whoever sent this notice. Unless it does, you may discharge your obligation by paying the supplier, even after this notice.';
const PROOF_HU =
  'Kérésükre a faktor kellő időben ésszerű igazolást ad az engedményezésről, bárki küldte is az értesítést. Ha nem teszi, az értesítés ellenére a szállítónak is fizethetnek.';
const PROOF_RU =
  'По вашей просьбе фактор своевременно представит разумное доказательство уступки, кто бы ни направил уведомление. Если он этого не сделает, вы вправе платить поставщику и после уведомления.';

export const REGIME_US: Readonly<Record<PaperLanguage, RegimeWords>> = {
  en: {
    role: { supplier: 'Assignor (supplier)', factor: 'Assignee (factor)', debtor: 'Account debtor (customer)' },
    registerEntry: 'UCC-1 file number',
    sender: {
      supplier: 'The supplier, as assignor, sends this notice.',
      factor: 'The factor, as assignee, sends this notice and encloses proof of the assignment.',
      joint: 'The supplier, as assignor, and the factor, as assignee, send this notice together.',
    },
    senderUnproven: 'The factor, as assignee, sends this notice. You may ask for reasonable proof of the assignment.',
    discharge:
      'The amounts due or to become due have been assigned, and payment is to be made to the factor. After receipt of this notice you may discharge your obligation by paying the factor and may not discharge it by paying the supplier.',
    noInstruction:
      'This notice contains no instruction to pay the factor. Until you receive one, pay the supplier as before.',
    objections:
      'The factor takes the claims subject to the terms of your contract and to defenses and recoupment from the same transaction. Other defenses or claims against the supplier count against the factor only if they accrued before you received this notice, and only to reduce what you owe. If the description of the claims is not clear to you, please tell the factor promptly.',
    afterNotice:
      'A change of your contract made in good faith binds the factor so far as the payment has not been fully earned by performance. Once it has been earned and you have this notice, please ask the factor before you agree on a deferral, a credit or another change.',
    several: 'If somebody else has told you to pay the same claims to them, tell us at once, before you pay.',
    proof: { supplier: PROOF_EN, factor: PROOF_EN, joint: PROOF_EN },
    costs: null,
    misdirected: 'If a payment still reaches the supplier, the supplier passes it on to the factor. Please tell both.',
  },
  hu: {
    role: { supplier: 'Engedményező (szállító)', factor: 'Engedményes (faktor)', debtor: 'Kötelezett (vevő)' },
    registerEntry: 'UCC-1 nyilvántartási szám',
    sender: {
      supplier: 'Az értesítést a szállító küldi mint engedményező.',
      factor: 'Az értesítést a faktor küldi mint engedményes, és mellékeli az engedményezés igazolását.',
      joint: 'Az értesítést a szállító mint engedményező és a faktor mint engedményes együtt küldi.',
    },
    senderUnproven: 'Az értesítést a faktor küldi mint engedményes. Az engedményezésről ésszerű igazolást kérhetnek.',
    discharge:
      'Az esedékes és a majd esedékessé váló összegeket engedményezték, és a faktornak kell fizetni. Az értesítés kézhezvétele után a faktornak fizetve szabadulnak, a szállítónak fizetve nem.',
    noInstruction:
      'Ez az értesítés nem kéri, hogy a faktornak fizessenek. Amíg ilyen utasítást nem kapnak, fizessenek a szállítónak, mint eddig.',
    objections:
      'A faktor a követeléseket a szerződésük feltételeivel és az ugyanabból az ügyletből eredő kifogásokkal együtt szerzi meg. Más, a szállítóval szembeni kifogás vagy igény csak akkor számít a faktorral szemben, ha az értesítés kézhezvétele előtt keletkezett, és csak a tartozott összeget csökkenti. Ha a követelések leírása nem világos, kérjük, mielőbb jelezzék a faktornak.',
    afterNotice:
      'A szerződés jóhiszemű módosítása annyiban köti a faktort, amennyiben az ellenértéket a teljesítés még nem alapozta meg egészen. Ha már megalapozta, és az értesítést megkapták, kérjük, kérdezzék meg a faktort, mielőtt halasztásban, jóváírásban vagy más változásban állapodnak meg.',
    several: 'Ha ugyanezekre a követelésekre más is fizetést kért maga felé, kérjük, fizetés előtt azonnal jelezzék.',
    proof: { supplier: PROOF_HU, factor: PROOF_HU, joint: PROOF_HU },
    costs: null,
    misdirected:
      'Ha mégis a szállítóhoz érkezik fizetés, a szállító továbbítja a faktornak. Kérjük, mindkettejüket értesítsék.',
  },
  ru: {
    role: {
      supplier: 'Первоначальный кредитор (поставщик)',
      factor: 'Новый кредитор (фактор)',
      debtor: 'Должник (покупатель)',
    },
    registerEntry: 'Номер записи UCC-1',
    sender: {
      supplier: 'Уведомление направляет поставщик — первоначальный кредитор.',
      factor: 'Уведомление направляет фактор — новый кредитор — и прилагает доказательство уступки.',
      joint: 'Уведомление направляют вместе поставщик — первоначальный кредитор — и фактор — новый кредитор.',
    },
    senderUnproven:
      'Уведомление направляет фактор — новый кредитор. Вы вправе попросить разумное доказательство уступки.',
    discharge:
      'Суммы, которые причитаются или будут причитаться, уступлены, и платить нужно фактору. После получения уведомления вас освобождает платёж фактору и не освобождает платёж поставщику.',
    noInstruction:
      'В уведомлении нет указания платить фактору. Пока вы его не получите, платите поставщику, как прежде.',
    objections:
      'Фактор получает требования с условиями вашего договора и с возражениями из той же сделки. Другие возражения или требования к поставщику действуют против фактора, только если возникли до получения уведомления, и только уменьшают сумму долга. Если описание требований вам неясно, скорее сообщите фактору.',
    afterNotice:
      'Добросовестное изменение договора связывает фактора, пока право на оплату не заработано исполнением полностью. Если оно уже заработано и уведомление получено, спросите фактора, прежде чем договариваться об отсрочке, кредит-ноте или другом изменении.',
    several: 'Если платить по тем же требованиям вам поручил кто-то ещё, сразу сообщите нам, до платежа.',
    proof: { supplier: PROOF_RU, factor: PROOF_RU, joint: PROOF_RU },
    costs: null,
    misdirected: 'Если платёж всё же поступит поставщику, он передаст деньги фактору. Пожалуйста, сообщите обоим.',
  },
};
