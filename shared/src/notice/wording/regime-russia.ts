import type { PaperLanguage } from '../paper-document.ts';
import type { RegimeWords } from './paper-shape.ts';

/** Russia: GK RF art. 382, 385, 386 (assignment) and 830 (factoring: notice to the debtor and payment to the factor). */
export const REGIME_RU: Readonly<Record<PaperLanguage, RegimeWords>> = {
  en: {
    role: {
      supplier: 'Original creditor, client (supplier)',
      factor: 'Financial agent (factor)',
      debtor: 'Debtor (buyer)',
    },
    registerEntry: 'Register entry',
    sender: {
      supplier:
        'The supplier, who is the original creditor, sends this notice. You cannot withhold performance for want of proof of the transfer, because the notice comes from the original creditor.',
      factor: 'The factor, who is the new creditor, sends this notice and encloses proof of the assignment.',
      joint:
        'The supplier, who is the original creditor, and the factor send this notice together. Because it also comes from the original creditor, you cannot withhold performance for want of proof of the transfer.',
    },
    senderUnproven:
      'The factor, who is the new creditor, sends this notice. You may withhold performance to the factor until you are shown proof of the transfer.',
    discharge:
      'This notice determines the claim and names the person to be paid. From its receipt you are obliged to pay the factor. Payment to the factor under this notice releases you towards the supplier; payment elsewhere does not release you from paying the factor.',
    noInstruction:
      'This notice does not name the person to be paid. Until you receive a written notice that does, pay the supplier as before.',
    objections:
      'You may raise against the factor objections whose grounds arose before you received this notice. Please tell the factor within a reasonable time after receipt which grounds you know of, and let it examine them. If you do not, you may lose the right to rely on them.',
    afterNotice:
      'Grounds that arise after you received this notice cannot be raised against the factor. Please ask the factor before you agree on a deferral, a credit note or another change that touches an assigned claim.',
    several:
      'If you have another notice about the same claims, tell us at once. If a claim was transferred several times in a row, performance according to the notice of the last transfer counts.',
    proof: {
      supplier:
        'On your request the factor gives you proof of the assignment within a reasonable time. If it does not, you may pay the supplier.',
      factor:
        'On your request the factor gives you proof of the assignment within a reasonable time. If it does not, you may pay the supplier.',
      joint:
        'On your request the factor gives you proof of the assignment within a reasonable time. If it does not, you may pay the supplier.',
    },
    costs: null,
    misdirected: 'If a payment still reaches the supplier, the supplier passes it on to the factor. Please tell both.',
  },
  hu: {
    role: {
      supplier: 'Eredeti hitelező, ügyfél (szállító)',
      factor: 'Pénzügyi ügynök (faktor)',
      debtor: 'Kötelezett (vevő)',
    },
    registerEntry: 'Nyilvántartási bejegyzés',
    sender: {
      supplier:
        'Az értesítést a szállító mint eredeti hitelező küldi. Mivel az eredeti hitelezőtől származik, a teljesítés az átszállás igazolásának hiányára hivatkozva nem tartható vissza.',
      factor: 'Az értesítést a faktor mint új hitelező küldi, és mellékeli az engedményezés igazolását.',
      joint:
        'Az értesítést a szállító mint eredeti hitelező és a faktor együtt küldi. Mivel az eredeti hitelezőtől is származik, a teljesítés az átszállás igazolásának hiányára hivatkozva nem tartható vissza.',
    },
    senderUnproven:
      'Az értesítést a faktor mint új hitelező küldi. A faktornak járó teljesítést visszatarthatják, amíg az átszállást nem igazolja.',
    discharge:
      'Ez az értesítés meghatározza a követelést, és megnevezi, kinek kell fizetni. Kézhezvételétől a faktornak kötelesek fizetni. A faktornak így teljesített fizetés mentesíti Önöket a szállítóval szemben; a máshová teljesített fizetés nem mentesít a faktornak járó fizetés alól.',
    noInstruction:
      'Ez az értesítés nem nevezi meg, kinek kell fizetni. Amíg ilyen írásos értesítést nem kapnak, fizessenek a szállítónak, mint eddig.',
    objections:
      'A faktorral szemben azokat a kifogásokat hozhatják fel, amelyek alapja az értesítés kézhezvételéig keletkezett. Kérjük, a kézhezvétel után ésszerű időn belül közöljék a faktorral az ismert okokat, és adjanak módot a megismerésükre. Ennek elmaradása esetén elveszíthetik a rájuk hivatkozás jogát.',
    afterNotice:
      'Az értesítés kézhezvétele után keletkezett okokra a faktorral szemben nem hivatkozhatnak. Kérjük, kérdezzék meg a faktort, mielőtt engedményezett követelést érintő halasztásban, jóváírásban vagy más változásban állapodnak meg.',
    several:
      'Ha ugyanezekről a követelésekről más értesítést is kaptak, kérjük, azonnal jelezzék. Ha a követelés egymás után többször szállt át, az utolsó átszállásról szóló értesítés szerinti teljesítés számít.',
    proof: {
      supplier:
        'Kérésükre a faktor ésszerű időn belül igazolja az engedményezést. Ha nem teszi, a szállítónak fizethetnek.',
      factor:
        'Kérésükre a faktor ésszerű időn belül igazolja az engedményezést. Ha nem teszi, a szállítónak fizethetnek.',
      joint:
        'Kérésükre a faktor ésszerű időn belül igazolja az engedményezést. Ha nem teszi, a szállítónak fizethetnek.',
    },
    costs: null,
    misdirected:
      'Ha mégis a szállítóhoz érkezik fizetés, a szállító továbbítja a faktornak. Kérjük, mindkettejüket értesítsék.',
  },
  ru: {
    role: {
      supplier: 'Первоначальный кредитор, клиент (поставщик)',
      factor: 'Финансовый агент (фактор)',
      debtor: 'Должник (покупатель)',
    },
    registerEntry: 'Запись в реестре',
    sender: {
      supplier:
        'Уведомление направляет поставщик — первоначальный кредитор (клиент). Поскольку оно получено от первоначального кредитора, не исполнять обязательство до предоставления доказательств перехода права нельзя.',
      factor: 'Уведомление направляет финансовый агент (фактор) — новый кредитор — и прилагает доказательство уступки.',
      joint:
        'Уведомление направляют вместе поставщик — первоначальный кредитор (клиент) — и финансовый агент (фактор). Поскольку оно получено и от первоначального кредитора, не исполнять обязательство до предоставления доказательств перехода права нельзя.',
    },
    senderUnproven:
      'Уведомление направляет финансовый агент (фактор) — новый кредитор. Вы вправе не исполнять обязательство фактору, пока вам не представят доказательства перехода права.',
    discharge:
      'В уведомлении определено денежное требование и указано лицо, которому должен быть произведён платёж. После его получения вы обязаны платить фактору. Платёж фактору по этому уведомлению освобождает вас перед поставщиком; платёж в другое место не освобождает от платежа фактору.',
    noInstruction:
      'В уведомлении не указано лицо, которому нужно платить. Пока вы не получите письменного уведомления с таким указанием, платите поставщику, как прежде.',
    objections:
      'Вы можете выдвигать против фактора возражения, основания для которых возникли до получения уведомления. Просим в разумный срок после получения сообщить фактору об известных вам основаниях и дать возможность с ними ознакомиться. Иначе вы можете утратить право на них ссылаться.',
    afterNotice:
      'На основания, возникшие после получения уведомления, ссылаться против фактора нельзя. Прежде чем договариваться об отсрочке, кредит-ноте или другом изменении, которое касается уступленного требования, спросите фактора.',
    several:
      'Если у вас есть другое уведомление о тех же требованиях, сразу сообщите нам. Если требование переходило последовательно несколько раз, засчитывается исполнение по уведомлению о последнем из переходов.',
    proof: {
      supplier:
        'По вашей просьбе фактор в разумный срок представит доказательство уступки. Если он этого не сделает, вы вправе заплатить поставщику.',
      factor:
        'По вашей просьбе фактор в разумный срок представит доказательство уступки. Если он этого не сделает, вы вправе заплатить поставщику.',
      joint:
        'По вашей просьбе фактор в разумный срок представит доказательство уступки. Если он этого не сделает, вы вправе заплатить поставщику.',
    },
    costs: null,
    misdirected: 'Если платёж всё же поступит поставщику, он передаст деньги фактору. Пожалуйста, сообщите обоим.',
  },
};
