import type { ReturnCode } from '@cession/shared/handoff/return-reasons.ts';
import type { Locale } from '../../text/locale.ts';

/**
 * A ready sentence per reason, in the language the owner reads; `{field}` and `{value}` are filled in. Not in the
 * catalogs: all three languages are needed at once, whatever the desk itself is set to.
 */
export const returnTemplates: Record<Locale, Record<ReturnCode, string>> = {
  en: {
    missing: '{field} is empty. Please ask the customer and add it.',
    unreadable: 'I cannot read the document behind “{field}”. Please photograph it again, flat and in daylight.',
    'mismatch-with-register': 'The register shows something else than “{value}”. Please compare with the extract.',
    'wrong-format': '“{value}” does not have the form this number has. Please copy it from an invoice or a stamp.',
    'wrong-party': '“{value}” belongs to another company. Please ask who will pay the invoices.',
    expired: '{field}: the document has run out. Please bring one that is valid.',
    'original-not-received': 'The paper original for “{field}” has not reached us. Please say where it is.',
    duplicate: '“{value}” already stands on another card. Please check which of the two is meant.',
    other: '{field}: ',
  },
  hu: {
    missing: '{field}: ez a mező üres. Kérdezd meg az ügyfelet, és írd be.',
    unreadable: '{field}: az irat nem olvasható. Fényképezd le újra, kisimítva, nappali fénynél.',
    'mismatch-with-register': 'A nyilvántartásban nem „{value}” szerepel. Vesd össze a kivonattal.',
    'wrong-format': '„{value}”: egy ilyen szám nem így néz ki. Másold le számláról vagy bélyegzőről.',
    'wrong-party': '„{value}”: ez egy másik cégé. Kérdezd meg, ki fizeti majd a számlákat.',
    expired: '{field}: az irat lejárt. Kérj olyat, amely érvényes.',
    'original-not-received': '{field}: a papír eredeti nem érkezett meg hozzánk. Írd meg, hol van.',
    duplicate: '„{value}”: ez már egy másik kartonon is szerepel. Nézd meg, melyikről van szó.',
    other: '{field}: ',
  },
  ru: {
    missing: 'Поле «{field}» пустое. Уточните у клиента и заполните.',
    unreadable: 'Документ к полю «{field}» не читается. Сфотографируйте его ещё раз: ровно и при дневном свете.',
    'mismatch-with-register': 'В реестре указано не «{value}». Сверьте с выпиской.',
    'wrong-format': '«{value}» не похоже на такой номер. Перепишите его со счёта или с печати.',
    'wrong-party': '«{value}» принадлежит другой компании. Уточните, кто будет оплачивать счета.',
    expired: '{field}: срок документа истёк. Запросите действующий.',
    'original-not-received': 'Бумажный оригинал к полю «{field}» к нам не поступил. Напишите, где он.',
    duplicate: '«{value}» уже стоит в другой карточке. Проверьте, о какой из двух речь.',
    other: '{field}: ',
  },
};
