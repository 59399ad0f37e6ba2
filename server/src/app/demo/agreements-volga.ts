import { AgreementBook } from './agreement-book.ts';
import type { Scene } from './demo-spine.ts';
import type { Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';
import { numberFrom } from './number-from-pattern.ts';

const BIK = '042202786';

/** Volga Trade sells its claims to one factor, under Russian law. */
export function volgaAgreements(company: string, by: Cast, time: DemoTime): Scene[] {
  const book = new AgreementBook(company, by('coordinator'), by('chief'));
  writeParties(book, time);
  agree(book, time);
  const at = time.minutesAgo(40);
  book.limit(at, 'ru', 'volzhskie', { status: 'granted', decidedOn: '2026-11-03', note: '', amountMinor: 300_000_000 });
  book.limit(at, 'ru', 'karusel', { status: 'requested', decidedOn: null, note: '', amountMinor: 150_000_000 });
  return book.scenes;
}

function writeParties(book: AgreementBook, time: DemoTime): void {
  book.supplier(time.workday(10, '09:10'), {
    legalName: 'ООО «Волга Трейд»',
    jurisdiction: 'RU',
    numbers: russianNumbers('526041827', '5260', '26'),
    seat: '603005, Нижний Новгород, Верхневолжская набережная, д. 8',
    signatories: [
      { name: 'Волков Игорь Петрович', title: 'генеральный директор', authority: 'Устав', signingRule: 'sole' },
      {
        ...{ name: 'Ефимова Анна Сергеевна', title: 'финансовый директор' },
        ...{ authority: 'доверенность № 14 от 12.01.2026', signingRule: 'sole' },
      },
    ],
    contactName: 'Орлова Светлана',
    contactPhone: '+7 831 555-04-20',
    contactEmail: 'factoring@volga.example',
    specimen: 'Карточка с образцами подписей от 02.02.2026, у фактора',
  });
  book.factor(time.workday(10, '09:30'), 'zaton', {
    legalName: 'ООО «Затон Факторинг»',
    jurisdiction: 'RU',
    numbers: russianNumbers('526038461', '5260', '27'),
    seat: '603001, Нижний Новгород, ул. Рождественская, д. 24',
    contactName: 'Лебедева Ольга Ивановна',
    contactPhone: '+7 831 555-07-31',
    contactEmail: 'debitor@zaton-factoring.example',
  });
}

function agree(book: AgreementBook, time: DemoTime): void {
  book.agreement(time.workday(10, '09:45'), 'ru', 'zaton', {
    ...{ number: 'ЗФ-117/2026', signedOn: '2026-02-10', jurisdiction: 'RU', recourse: true, currency: 'RUB' },
    ...{ registerEntry: null, threeParty: { number: 'ТС-117-04', signedOn: '2026-02-18' }, status: 'open' },
  });
  book.propose(time.workday(9, '11:00'), 'ru', {
    holderName: 'ООО «Затон Факторинг»',
    bankName: 'АО «Приволжский расчётный банк»',
    numbers: {
      kind: 'ru',
      bik: numberFrom('ru.bik', BIK),
      account: numberFrom('ru.account', '40702810?00000418273', { bik: BIK }),
      corrAccount: numberFrom('ru.corr-account', '30101810?00000000786', { bik: BIK }),
    },
    because: 'Счёт из приложения № 3 к договору',
  });
  book.release(time.workday(9, '16:30'), 'ru');
}

function russianNumbers(inn: string, office: string, year: string) {
  return [
    { kind: 'inn' as const, value: numberFrom('ru.inn', `${inn}?`) },
    { kind: 'kpp' as const, value: `${office}01001` },
    { kind: 'ogrn' as const, value: numberFrom('ru.ogrn', `1${year}5200${inn.slice(4)}?`) },
  ];
}
