import type { InkProblem } from '../pad/ink-check.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';

/** What the pages of the debtor say about themselves: how to go on and what is missing. What is stated stands in shared. */
export interface DebtorWords {
  readonly pad: { readonly label: string; readonly status: (strokes: number) => string };
  readonly problem: Readonly<Record<InkProblem | 'no-name', string>>;
  readonly toEnd: string;
  readonly consentText: string;
  readonly needConsent: string;
  readonly needObjections: string;
  readonly optional: string;
  readonly review: {
    readonly heading: string;
    readonly change: string;
    readonly signed: string;
    readonly name: string;
  };
  readonly notStored: string;
  readonly goBack: string;
  readonly wait: string;
  readonly codeHint: string;
}

const EN: DebtorWords = {
  pad: {
    label: 'Field for your signature. You can type your name instead.',
    status: (strokes) => (strokes === 0 ? 'The field is empty.' : `Strokes drawn: ${strokes}.`),
  },
  problem: {
    empty: 'The field is still empty. Draw your signature, or type your name instead.',
    'too-little': 'This is very short. Please draw a little more.',
    'straight-line': 'This is a single straight line. Please sign as you usually do.',
    'no-name': 'Please type your name.',
  },
  toEnd: 'Go to the end',
  consentText: 'What I agree to, in full',
  needConsent: 'Tick the box to sign here, or choose “I do not want to sign” and get paper.',
  needObjections: 'Please write which invoices and why, or choose another answer.',
  optional: 'optional',
  review: { heading: 'Is this right?', change: 'Change', signed: 'Your signature', name: 'Name' },
  notStored: 'The tablet could not store this. Please try again, or give the tablet back.',
  goBack: 'Back',
  wait: 'One moment…',
  codeHint: 'If you cannot scan it, write down this address:',
};

const HU: DebtorWords = {
  pad: {
    label: 'Az aláírás helye. Helyette be is gépelheti a nevét.',
    status: (strokes) => (strokes === 0 ? 'A mező üres.' : `Húzott vonalak: ${strokes}.`),
  },
  problem: {
    empty: 'A mező még üres. Írja alá, vagy gépelje be a nevét.',
    'too-little': 'Ez nagyon rövid. Kérjük, húzzon még egy keveset.',
    'straight-line': 'Ez egyetlen egyenes vonal. Kérjük, úgy írja alá, ahogy szokta.',
    'no-name': 'Kérjük, gépelje be a nevét.',
  },
  toEnd: 'Ugrás a végére',
  consentText: 'Amihez hozzájárulok, teljes szöveggel',
  needConsent: 'Ha itt ír alá, jelölje be a négyzetet; ha papíron szeretné, válassza: „Nem kívánok aláírni”.',
  needObjections: 'Kérjük, írja le, melyik számla és miért, vagy válasszon másik választ.',
  optional: 'nem kötelező',
  review: { heading: 'Így helyes?', change: 'Módosítom', signed: 'Az Ön aláírása', name: 'Név' },
  notStored: 'A táblagép ezt nem tudta eltárolni. Kérjük, próbálja újra, vagy adja vissza a táblagépet.',
  goBack: 'Vissza',
  wait: 'Egy pillanat…',
  codeHint: 'Ha nem tudja beolvasni, írja fel ezt a címet:',
};

const RU: DebtorWords = {
  pad: {
    label: 'Поле для подписи. Вместо подписи можно ввести имя.',
    status: (strokes) => (strokes === 0 ? 'Поле пустое.' : `Проведено линий: ${strokes}.`),
  },
  problem: {
    empty: 'Поле пока пустое. Распишитесь или введите имя.',
    'too-little': 'Это очень коротко. Продолжите, пожалуйста.',
    'straight-line': 'Это одна прямая линия. Распишитесь, пожалуйста, как обычно.',
    'no-name': 'Введите, пожалуйста, имя.',
  },
  toEnd: 'Перейти к концу',
  consentText: 'С чем я соглашаюсь, полностью',
  needConsent: 'Чтобы подписать здесь, отметьте поле; если нужна бумага, выберите «Не хочу подписывать».',
  needObjections: 'Напишите, какие счета и почему, или выберите другой ответ.',
  optional: 'не обязательно',
  review: { heading: 'Всё верно?', change: 'Изменить', signed: 'Ваша подпись', name: 'Имя' },
  notStored: 'Планшет не смог это сохранить. Попробуйте ещё раз или верните планшет.',
  goBack: 'Назад',
  wait: 'Одну минуту…',
  codeHint: 'Если код не считывается, запишите этот адрес:',
};

const WORDS: Readonly<Record<PaperLanguage, DebtorWords>> = { en: EN, hu: HU, ru: RU };

export function debtorWords(language: PaperLanguage): DebtorWords {
  return WORDS[language];
}
