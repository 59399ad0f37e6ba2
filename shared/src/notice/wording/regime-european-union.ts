import type { PaperLanguage } from '../paper-document.ts';
import type { RegimeWords } from './paper-shape.ts';

/**
 * The Union has no common law of assignment: each notice stands under the law of the supply contract, whose text is not
 * known here. So nothing is quoted, and what follows from it is left to that law.
 */
export const REGIME_EU: Readonly<Record<PaperLanguage, RegimeWords>> = {
  en: {
    role: { supplier: 'Assignor (supplier)', factor: 'Assignee (factor)', debtor: 'Debtor (customer)' },
    registerEntry: 'Register entry',
    sender: {
      supplier: 'The supplier, your contract partner, sends this notice.',
      factor: 'The factor, as assignee, sends this notice and encloses proof of the assignment.',
      joint: 'The supplier, your contract partner, and the factor, as assignee, send this notice together.',
    },
    senderUnproven:
      'The factor, as assignee, sends this notice. Please ask for proof of the assignment before you pay to the account named here.',
    discharge:
      'Payment to this account settles the assigned claims. A payment elsewhere after you received this notice does not follow this instruction; under the law of your contract it may not release you, and you may have to pay the factor once more.',
    noInstruction:
      'This notice contains no payment instruction. Until you receive one in writing, pay the supplier as before.',
    objections:
      'This notice takes no objection or right of set-off away from you. Which of them you can raise against the factor is decided by the law of the supply contract. If you know of any today, please tell the factor and the supplier soon.',
    afterNotice:
      'Whether a later change of your contract binds the factor is decided by the law of that contract. Please ask the factor before you agree on a deferral, a credit note or another change that touches an assigned claim.',
    several: 'If somebody else has told you to pay the same claims to them, tell us at once, before you pay.',
    proof: {
      supplier: 'If you would like proof of the assignment, ask for it; the factor will show it.',
      factor: 'If you would like more proof of the assignment, ask for it; the factor will show it.',
      joint: 'If you would like proof of the assignment, ask for it; the factor will show it.',
    },
    costs: null,
    misdirected: 'If a payment still reaches the supplier, the supplier passes it on to the factor. Please tell both.',
  },
  hu: {
    role: { supplier: 'Engedményező (szállító)', factor: 'Engedményes (faktor)', debtor: 'Kötelezett (vevő)' },
    registerEntry: 'Nyilvántartási bejegyzés',
    sender: {
      supplier: 'Az értesítést a szállító küldi, az Önök szerződéses partnere.',
      factor: 'Az értesítést a faktor küldi mint engedményes, és mellékeli az engedményezés igazolását.',
      joint: 'Az értesítést a szállító, az Önök szerződéses partnere, és a faktor mint engedményes együtt küldi.',
    },
    senderUnproven:
      'Az értesítést a faktor küldi mint engedményes. Kérjék az engedményezés igazolását, mielőtt az itt megadott számlára fizetnek.',
    discharge:
      'Az erre a számlára fizetett összeg az engedményezett követelésre teljesít. Ha a kézhezvétel után máshová fizetnek, az nem felel meg ennek az utasításnak; szerződésük joga szerint lehet, hogy nem mentesít, és a faktornak újra fizetniük kell.',
    noInstruction:
      'Ez az értesítés teljesítési utasítást nem tartalmaz. Amíg ilyet írásban nem kapnak, fizessenek a szállítónak, mint eddig.',
    objections:
      'Ez az értesítés nem veszi el Önöktől egyetlen kifogásukat vagy beszámítási jogukat sem. Hogy melyiket hozhatják fel a faktorral szemben, azt a szállítási szerződés joga dönti el. Ha ma tudnak ilyenről, kérjük, mielőbb jelezzék a faktornak és a szállítónak.',
    afterNotice:
      'Hogy a szerződés későbbi módosítása köti-e a faktort, azt a szerződés joga dönti el. Kérjük, kérdezzék meg a faktort, mielőtt engedményezett követelést érintő halasztásban, jóváírásban vagy más változásban állapodnak meg.',
    several: 'Ha ugyanezekre a követelésekre más is fizetést kért maga felé, kérjük, fizetés előtt azonnal jelezzék.',
    proof: {
      supplier: 'Ha szeretnék látni az engedményezés igazolását, kérjék; a faktor megmutatja.',
      factor: 'Ha további igazolást szeretnének az engedményezésről, kérjék; a faktor megmutatja.',
      joint: 'Ha szeretnék látni az engedményezés igazolását, kérjék; a faktor megmutatja.',
    },
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
    registerEntry: 'Запись в реестре',
    sender: {
      supplier: 'Уведомление направляет поставщик, ваша сторона по договору.',
      factor: 'Уведомление направляет фактор — новый кредитор — и прилагает доказательство уступки.',
      joint: 'Уведомление направляют вместе поставщик, ваша сторона по договору, и фактор — новый кредитор.',
    },
    senderUnproven:
      'Уведомление направляет фактор — новый кредитор. Попросите доказательство уступки, прежде чем платить на указанный здесь счёт.',
    discharge:
      'Платёж на этот счёт погашает уступленные требования. Платёж в другое место после получения уведомления не соответствует этому указанию; по праву вашего договора он может вас не освободить, и фактору придётся платить ещё раз.',
    noInstruction:
      'В уведомлении нет указания о платеже. Пока вы не получите его письменно, платите поставщику, как прежде.',
    objections:
      'Уведомление не отнимает у вас ни возражений, ни права на зачёт. Какие из них можно заявить фактору, решает право договора поставки. Если они известны вам сегодня, скорее сообщите о них фактору и поставщику.',
    afterNotice:
      'Связывает ли фактора последующее изменение договора, решает право этого договора. Прежде чем договариваться об отсрочке, кредит-ноте или другом изменении, которое касается уступленного требования, спросите фактора.',
    several: 'Если платить по тем же требованиям вам поручил кто-то ещё, сразу сообщите нам, до платежа.',
    proof: {
      supplier: 'Если вы хотите увидеть доказательство уступки, попросите, и фактор его покажет.',
      factor: 'Если вы хотите увидеть дополнительные доказательства уступки, попросите, и фактор их покажет.',
      joint: 'Если вы хотите увидеть доказательство уступки, попросите, и фактор его покажет.',
    },
    costs: null,
    misdirected: 'Если платёж всё же поступит поставщику, он передаст деньги фактору. Пожалуйста, сообщите обоим.',
  },
};
