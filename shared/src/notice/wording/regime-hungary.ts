import type { PaperLanguage } from '../paper-document.ts';
import type { RegimeWords } from './paper-shape.ts';

/** Hungary: Ptk. 6:193–6:201, of which 6:197 (notice), 6:198 (payment instruction), 6:199 and 6:200 speak to the debtor. */
export const REGIME_HU: Readonly<Record<PaperLanguage, RegimeWords>> = {
  en: {
    role: { supplier: 'Assignor (supplier)', factor: 'Assignee (factor)', debtor: 'Debtor (customer)' },
    registerEntry: 'Entry in the collateral register (HBNY)',
    sender: {
      supplier:
        'The supplier sends this notice. Because it comes from the supplier, it has effect without further proof of the assignment.',
      factor:
        'The factor sends this notice and proves the assignment with the enclosed document. Without proof a notice of the factor would have no effect.',
      joint:
        'The supplier and the factor send this notice together. Because it also comes from the supplier, it has effect without further proof of the assignment.',
    },
    senderUnproven:
      'The factor sends this notice. Until the factor proves the assignment by the deed or in another credible way, it has no effect and you must go on paying the supplier.',
    discharge:
      'Until you receive a payment instruction you must pay the supplier. This paper is the instruction: it names the factor and the account to pay to. If you pay elsewhere after receiving it, you may have to pay the factor once more.',
    noInstruction:
      'This notice names the factor but contains no payment instruction. From now on only the factor can give you one. Until you receive it, pay the supplier as before.',
    objections:
      'You keep your objections. You may set off against the factor counterclaims whose legal basis already existed when you were notified. If you know of any, please tell the factor and the supplier; that settles them sooner.',
    afterNotice:
      'Once you have been notified, a change or termination of your contract with the supplier has no effect against the factor. Please ask the factor before you agree on a deferral, a credit note or a termination that touches an assigned claim.',
    afterNoticeEarlier:
      'Once you have been notified, a change of your contract with the supplier has no effect against the factor. Please ask the factor before you agree on a deferral, a credit note or a termination that touches an assigned claim.',
    several:
      'If somebody else has told you to pay the same claims to them, tell us at once. If the supplier assigned a claim more than once, you are released by following the payment instruction you received first.',
    proof: {
      supplier:
        'The law asks for no proof when the notice comes from the supplier. If you would still like to see it, the factor will show it.',
      factor: 'The proof of the assignment is enclosed. If you want to see more, the factor will show it.',
      joint:
        'The law asks for no proof when the notice also comes from the supplier. If you would still like to see it, the factor will show it.',
    },
    costs:
      'If the assignment causes you costs, the supplier and the factor reimburse them; each of them is liable for the whole.',
    misdirected:
      'If a payment still reaches the supplier, the supplier keeps it apart and hands it to the factor without delay. Please tell both.',
  },
  hu: {
    role: { supplier: 'Engedményező (szállító)', factor: 'Engedményes (faktor)', debtor: 'Kötelezett (vevő)' },
    registerEntry: 'Hitelbiztosítéki nyilvántartás (HBNY)',
    sender: {
      supplier:
        'Az értesítést a szállító küldi. Mivel tőle származik, az engedményezés további igazolása nélkül is hatályos.',
      factor:
        'Az értesítést a faktor küldi, és a mellékelt okirattal igazolja az engedményezést. Igazolás nélkül a faktor értesítésének nem volna hatálya.',
      joint:
        'Az értesítést a szállító és a faktor együtt küldi. Mivel a szállítótól is származik, az engedményezés további igazolása nélkül is hatályos.',
    },
    senderUnproven:
      'Az értesítést a faktor küldi. Amíg a faktor az engedményezést okirattal vagy más hitelt érdemlő módon nem igazolja, az értesítésnek nincs hatálya, és továbbra is a szállítónak kell fizetniük.',
    discharge:
      'Teljesítési utasítás kézhezvételéig a szállítónak kell fizetniük. Ez az irat a teljesítési utasítás: megjelöli a faktort és azt a számlát, amelyre fizetni kell. Ha a kézhezvétel után máshová fizetnek, előfordulhat, hogy a faktornak újra fizetniük kell.',
    noInstruction:
      'Ez az értesítés megjelöli a faktort, de teljesítési utasítást nem tartalmaz. Ilyet mostantól csak a faktor adhat. Amíg meg nem kapják, fizessenek a szállítónak, mint eddig.',
    objections:
      'A kifogásaik megmaradnak. A faktorral szemben azt az ellenkövetelést számíthatják be, amelynek jogalapja az értesítésük idején már fennállt. Ha ilyenről tudnak, kérjük, jelezzék a faktornak és a szállítónak; így hamarabb rendezhető.',
    afterNotice:
      'Az értesítésüket követően a szállítóval kötött szerződés módosítása vagy megszüntetése a faktorral szemben hatálytalan. Kérjük, kérdezzék meg a faktort, mielőtt engedményezett követelést érintő halasztásban, jóváírásban vagy megszüntetésben állapodnak meg.',
    afterNoticeEarlier:
      'Az értesítésüket követően a szállítóval kötött szerződés módosítása a faktorral szemben hatálytalan. Kérjük, kérdezzék meg a faktort, mielőtt engedményezett követelést érintő halasztásban, jóváírásban vagy megszüntetésben állapodnak meg.',
    several:
      'Ha ugyanezekre a követelésekre mástól is kaptak teljesítési utasítást, kérjük, azonnal jelezzék. Ha a szállító ugyanazt a követelést többször engedményezte, Önök az elsőként kapott teljesítési utasítás követésével szabadulnak.',
    proof: {
      supplier:
        'Ha az értesítés a szállítótól származik, a jog nem kíván további igazolást. Ha mégis szeretnék látni, a faktor megmutatja.',
      factor: 'Az engedményezés igazolását mellékeltük. Ha többet szeretnének látni, a faktor megmutatja.',
      joint:
        'Ha az értesítés a szállítótól is származik, a jog nem kíván további igazolást. Ha mégis szeretnék látni, a faktor megmutatja.',
    },
    costs: 'Ha az engedményezés Önöknek költséget okoz, azt a szállító és a faktor egyetemlegesen megtéríti.',
    misdirected:
      'Ha mégis a szállítóhoz érkezik fizetés, a szállító elkülönítve kezeli, és késedelem nélkül kiadja a faktornak. Kérjük, mindkettejüket értesítsék.',
  },
  ru: {
    role: {
      supplier: 'Первоначальный кредитор (поставщик)',
      factor: 'Новый кредитор (фактор)',
      debtor: 'Должник (покупатель)',
    },
    registerEntry: 'Запись в реестре обеспечений (HBNY)',
    sender: {
      supplier:
        'Уведомление направляет поставщик. Поскольку оно исходит от него, дополнительных доказательств уступки не требуется.',
      factor:
        'Уведомление направляет фактор и подтверждает уступку приложенным документом. Без доказательства уведомление фактора не имело бы силы.',
      joint:
        'Уведомление направляют вместе поставщик и фактор. Поскольку оно исходит и от поставщика, дополнительных доказательств уступки не требуется.',
    },
    senderUnproven:
      'Уведомление направляет фактор. Пока он не докажет уступку договором или иным достоверным способом, уведомление не имеет силы и платить нужно поставщику.',
    discharge:
      'До получения указания о платеже вы обязаны платить поставщику. Этот документ и есть такое указание: в нём названы фактор и счёт, на который нужно платить. Если после получения вы заплатите в другое место, возможно, фактору придётся платить ещё раз.',
    noInstruction:
      'Уведомление называет фактора, но не содержит указания о платеже. Теперь дать его может только фактор. До его получения платите поставщику, как прежде.',
    objections:
      'Ваши возражения сохраняются. К зачёту против фактора вы можете предъявить встречное требование, правовое основание которого уже существовало на момент уведомления. Если такие есть, сообщите о них фактору и поставщику: так их проще урегулировать.',
    afterNotice:
      'После уведомления изменение или прекращение вашего договора с поставщиком не имеет силы для фактора. Прежде чем договариваться об отсрочке, кредит-ноте или расторжении, которые касаются уступленного требования, спросите фактора.',
    afterNoticeEarlier:
      'После уведомления изменение вашего договора с поставщиком не имеет силы для фактора. Прежде чем договариваться об отсрочке, кредит-ноте или расторжении, которые касаются уступленного требования, спросите фактора.',
    several:
      'Если платить по тем же требованиям вам поручил кто-то ещё, сразу сообщите нам. Если поставщик уступил требование несколько раз, вас освобождает исполнение того указания, которое вы получили первым.',
    proof: {
      supplier:
        'Если уведомление исходит от поставщика, закон не требует доказательств. Если вы хотите их увидеть, фактор их покажет.',
      factor: 'Доказательство уступки приложено. Если нужно больше, фактор покажет.',
      joint:
        'Если уведомление исходит и от поставщика, закон не требует доказательств. Если вы хотите их увидеть, фактор их покажет.',
    },
    costs: 'Если уступка вызовет у вас расходы, поставщик и фактор возместят их солидарно.',
    misdirected:
      'Если платёж всё же поступит поставщику, он обособит деньги и без промедления передаст фактору. Пожалуйста, сообщите обоим.',
  },
};
