import { americanCustomers } from './customers-united-states.ts';
import { europeanCustomers } from './customers-european-union.ts';
import { hungarianCustomers } from './customers-hungary.ts';
import { russianCustomers } from './customers-russia.ts';
import type { Scene } from './demo-spine.ts';
import { Story, type Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';

const customers = [...hungarianCustomers, ...russianCustomers, ...europeanCustomers, ...americanCustomers];

type Stage = { readonly by: Cast; readonly time: DemoTime; of(key: string): Story };

/** Two busy weeks at Danube Toys: every state a card can be in, in every country it sells to. */
export function danubeScenes(company: string, by: Cast, time: DemoTime): Scene[] {
  const stories: Story[] = [];
  const of = (key: string): Story => {
    const customer = customers.find((each) => each.key === key);
    if (!customer) throw new Error(`the demo knows no customer ${key}`);
    const story = new Story(company, customer, by('manager').userId);
    stories.push(story);
    return story;
  };
  const stage = { by, time, of };
  acceptedCards(stage);
  waitingCards(stage);
  claimedCards(stage);
  askedAbout(stage);
  resentCards(stage);
  returnedCards(stage);
  drafts(stage);
  ownership(stage);
  conflict(stage);
  return stories.flatMap(({ scenes }) => scenes);
}

function acceptedCards({ by, time, of }: Stage): void {
  const straight = [
    ['holzwurm', 'rep1', 13, 'accountant1'],
    ['maple', 'rep2', 12, 'accountant2'],
    ['zaychik', 'rep1', 11, 'accountant1'],
    ['csigahaz', 'rep2', 9, 'accountant2'],
    ['kolorowy', 'rep2', 6, 'accountant1'],
  ] as const;
  for (const [key, rep, day, accountant] of straight) {
    const story = of(key);
    story.capture(by(rep), time.workday(day + 1, '10:35'));
    if (key === 'csigahaz' || key === 'kolorowy') contractAtTable(story, by(rep), time.workday(day + 1, '10:50'));
    story.handOver(by(rep), time.workday(day + 1, '16:10'));
    story.accept(by(accountant), time.workday(day, '11:25'));
    if (key === 'csigahaz') contractFiled(story, by('coordinator'), time.workday(day, '15:00'));
    if (key === 'kolorowy') {
      story.original(by('coordinator'), time.workday(day, '15:10'), 'supply-contract', 'received', 'Iroda, 2. polc');
    }
  }
  const fabula = of('fabula');
  fabula.capture(by('rep1'), time.workday(10, '09:20'), { but: { purchaseOrderHow: 'PO' } });
  fabula.handOver(by('rep1'), time.workday(10, '13:45'));
  fabula.sendBack(by('accountant2'), time.workday(9, '10:05'), [
    ['purchaseOrderHow', 'other', 'Hol kell szerepelnie a rendelésszámnak a számlán?'],
  ]);
  fabula.edit(by('rep1'), time.workday(9, '15:30'), { purchaseOrderHow: 'PO-szám a számla fejlécében' });
  fabula.handOver(by('rep1'), time.workday(9, '15:32'));
  fabula.accept(by('accountant2'), time.workday(8, '09:40'));
  const brightwood = of('brightwood');
  brightwood.capture(by('rep2'), time.workday(1, '09:05'));
  brightwood.handOver(by('rep2'), time.workday(1, '09:50'));
  brightwood.accept(by('accountant1'), time.minutesAgo(95));
}

function contractAtTable(story: Story, rep: ReturnType<Cast>, atMs: number): void {
  story.document(rep, atMs, 'supply-contract', { picture: 'supply-contract', dueMs: atMs + 30 * 24 * 60 * 60 * 1000 });
}

function contractFiled(story: Story, coordinator: ReturnType<Cast>, atMs: number): void {
  story.original(coordinator, atMs, 'supply-contract', 'received', 'Iroda, 1. polc');
  story.original(coordinator, atMs + 60_000, 'supply-contract', 'filed', 'Szerződések 2026/II.');
}

function waitingCards({ by, time, of }: Stage): void {
  const arrived = [
    ['raba', 'rep2', time.workday(3, '11:15')],
    ['jucarii', 'rep1', time.workday(4, '14:50')],
    ['igroteka', 'rep1', time.workday(1, '15:20')],
    ['pohadka', 'rep2', time.workday(1, '16:40')],
    ['bellini', 'rep1', time.minutesAgo(140)],
    ['alfold', 'rep2', time.minutesAgo(35)],
    ['sunnyacre', 'rep2', time.minutesAgo(12)],
  ] as const;
  for (const [key, rep, at] of arrived) {
    const story = of(key);
    story.capture(by(rep), at - 90_000);
    // The owner of the shop said at the table that the contract would come by post.
    if (key === 'raba') story.document(by(rep), at - 60_000, 'supply-contract', { dueMs: time.workday(1, '12:00') });
    if (key === 'igroteka') story.document(by(rep), at - 60_000, 'power-of-attorney', { picture: 'power-of-attorney' });
    story.handOver(by(rep), at);
  }
}

function claimedCards({ by, time, of }: Stage): void {
  const claimed = [
    ['tisza', 'rep1', 'accountant1', 4],
    ['harbor', 'rep2', 'accountant2', 9],
  ] as const;
  for (const [key, rep, accountant, minutes] of claimed) {
    const story = of(key);
    story.capture(by(rep), time.workday(1, '13:00'));
    if (key === 'tisza') contractOverdue(story, { by, time, of });
    story.handOver(by(rep), time.workday(1, '14:10'));
    story.claim(by(accountant), time.minutesAgo(minutes));
  }
}

/** Photographed at the table; the paper was promised for last week and is not there. */
function contractOverdue(story: Story, { by, time }: Stage): void {
  const at = time.workday(1, '13:20');
  story.document(by('rep1'), at, 'supply-contract', {
    picture: 'supply-contract',
    dueMs: time.workday(4, '12:00'),
    note: 'Az aláírt példányt futárral küldik.',
  });
  story.document(by('rep1'), at + 1, 'signing-specimen', { picture: 'signing-specimen' });
  story.document(by('rep1'), at + 2, 'register-extract', { picture: 'register-extract' });
}

function askedAbout({ by, time, of }: Stage): void {
  const siyanie = of('siyanie');
  siyanie.capture(by('rep1'), time.workday(2, '10:00'));
  siyanie.handOver(by('rep1'), time.workday(2, '10:40'));
  siyanie.ask(by('accountant1'), time.minutesAgo(61), 'contractNumber', 'Van magyar fordítás a szerződéshez?');
  siyanie.snooze(by('accountant1'), time.minutesAgo(60), time.minutesAgo(-22 * 60));
  const hetszin = of('hetszin');
  hetszin.capture(by('rep2'), time.workday(1, '11:30'));
  hetszin.handOver(by('rep2'), time.workday(1, '12:05'));
  hetszin.ask(
    by('accountant2'),
    time.workday(1, '15:55'),
    'legalForm',
    'A cégkivonatban még kft. szerepel, átalakultak?',
  );
  hetszin.answer(
    by('rep2'),
    time.minutesAgo(50),
    'legalForm',
    'Igen, októberben lett bt., az átalakulás be van jegyezve.',
  );
}

function resentCards({ by, time, of }: Stage): void {
  const zemplen = of('zemplen');
  zemplen.capture(by('rep1'), time.workday(4, '09:40'), {
    but: { 'registeredAddress.houseNumber': '17', paymentTermsDays: 90 },
  });
  zemplen.handOver(by('rep1'), time.workday(4, '10:20'));
  zemplen.sendBack(
    by('accountant1'),
    time.workday(2, '14:30'),
    [
      ['registeredAddress.houseNumber', 'mismatch-with-register', 'A cégjegyzékben 7-es házszám van.'],
      ['paymentTermsDays', 'mismatch-with-register', 'A szerződés 30 napot ír.'],
    ],
    'Köszönöm, a többi rendben.',
  );
  zemplen.edit(by('rep1'), time.minutesAgo(80), { 'registeredAddress.houseNumber': '7', paymentTermsDays: 30 });
  zemplen.handOver(by('rep1'), time.minutesAgo(75));
  const pottyos = of('pottyos');
  const position = pottyos.contact('signs', 'position');
  pottyos.capture(by('rep2'), time.workday(6, '11:00'), {
    but: { [position]: 'tulajdonos', contractDate: '2026-11-30' },
  });
  pottyos.handOver(by('rep2'), time.workday(6, '11:20'));
  pottyos.sendBack(by('accountant2'), time.workday(5, '10:10'), [
    [position, 'wrong-party', 'A tulajdonos nem cégjegyzésre jogosult.'],
  ]);
  pottyos.edit(by('rep2'), time.workday(4, '08:50'), { [position]: 'üzletvezetésre jogosult tag' });
  pottyos.handOver(by('rep2'), time.workday(4, '08:55'));
  pottyos.sendBack(by('accountant2'), time.workday(3, '16:15'), [
    ['contractDate', 'mismatch-with-register', 'A szerződésen más dátum áll.'],
  ]);
  pottyos.edit(by('rep2'), time.minutesAgo(31), { contractDate: '2026-04-15' });
  pottyos.handOver(by('rep2'), time.minutesAgo(30));
}

function returnedCards({ by, time, of }: Stage): void {
  const borostyan = of('borostyan');
  borostyan.capture(by('rep1'), time.workday(3, '13:10'));
  borostyan.handOver(by('rep1'), time.workday(3, '13:50'));
  borostyan.sendBack(by('accountant1'), time.workday(1, '10:30'), [
    [
      borostyan.contact('signs', 'signingRule'),
      'mismatch-with-register',
      'Az aláírási címpélda szerint együttesen jegyeznek.',
    ],
    ['contractNumber', 'mismatch-with-register', 'A feltüntetett szám a tavalyi keretszerződésé.'],
  ]);
  const hracka = of('hracka');
  hracka.capture(by('rep2'), time.workday(1, '10:15'));
  hracka.handOver(by('rep2'), time.workday(1, '10:55'));
  hracka.sendBack(by('accountant2'), time.minutesAgo(190), [
    ['nationalRegisterId', 'wrong-format', 'A betétszám mellől hiányzik a szakasz (Oddiel Sro).'],
  ]);
  const kuznetsov = of('kuznetsov');
  kuznetsov.capture(by('rep1'), time.workday(4, '15:00'));
  kuznetsov.handOver(by('rep1'), time.workday(4, '15:25'));
  kuznetsov.sendBack(
    by('accountant1'),
    time.workday(2, '09:45'),
    [
      ['taxStatus', 'mismatch-with-register', 'Az adóhatósági igazolás PSN-t mutat.'],
      ['registeredAddress.zip', 'mismatch-with-register', ''],
      ['contractDate', 'unreadable', ''],
    ],
    'Kérlek, egyszerre javítsd mind a hármat.',
  );
}

function drafts({ by, time, of }: Stage): void {
  of('mesekucko').capture(by('rep1'), time.workday(1, '17:30'), { sections: ['company'] });
  of('kutak').capture(by('rep2'), time.workday(2, '12:20'), { sections: ['company', 'people'] });
  of('zmajcek').capture(by('rep1'), time.workday(5, '10:00'), {
    sections: ['company', 'people', 'addresses', 'invoicing'],
  });
  of('coffre').capture(by('rep2'), time.minutesAgo(230), { sections: ['company', 'addresses'] });
  of('kispajtas-bolt').capture(by('rep2'), time.workday(1, '12:45'), { sections: ['company', 'addresses'] });
  const trein = of('trein');
  trein.capture(by('rep1'), time.minutesAgo(400));
  trein.document(by('rep1'), time.minutesAgo(390), 'supply-contract', {
    picture: 'supply-contract',
    dueMs: time.minutesAgo(-20 * 24 * 60),
  });
  trein.original(by('rep1'), time.minutesAgo(60), 'supply-contract', 'in-transit', 'PostNL 3SABC7741');
  of('janssens').capture(by('rep2'), time.workday(2, '15:15'));
  const kispajtas = of('kispajtas');
  kispajtas.capture(by('rep1'), time.workday(7, '09:30'), { sections: ['company', 'people', 'addresses', 'terms'] });
  kispajtas.share(by('rep1'), time.workday(7, '09:50'), by('rep2').userId);
  kispajtas.edit(by('rep2'), time.workday(6, '14:00'), {
    toneNote: 'A tulajdonos húga intézi a pénzügyeket, vele érdemes egyeztetni.',
  });
}

function ownership({ by, time, of }: Stage): void {
  const balaton = of('balaton');
  balaton.capture(by('rep1'), time.workday(12, '10:10'));
  balaton.handOver(by('rep1'), time.workday(12, '10:50'));
  balaton.accept(by('accountant1'), time.workday(11, '09:15'));
  balaton.offer(by('rep1'), time.workday(11, '11:00'), by('manager').userId, 'Aláírt szerződés, innen a tiéd.');
  balaton.take(by('manager'), time.workday(10, '08:40'));
  const kekmadar = of('kekmadar');
  kekmadar.capture(by('rep2'), time.workday(8, '13:20'));
  kekmadar.handOver(by('rep2'), time.workday(8, '14:00'));
  kekmadar.accept(by('accountant2'), time.workday(7, '13:35'));
  kekmadar.offer(
    by('rep2'),
    time.minutesAgo(200),
    by('manager').userId,
    'A szerződés él, a következő szállítás jövő héten.',
  );
  const kranich = of('kranich');
  kranich.capture(by('rep1'), time.workday(9, '11:05'));
  kranich.handOver(by('rep1'), time.workday(9, '11:40'));
  kranich.accept(by('accountant1'), time.workday(8, '15:20'));
  kranich.offer(by('rep1'), time.workday(3, '09:00'), by('manager').userId, 'Kérlek, vedd át.');
  kranich.decline(by('manager'), time.workday(2, '09:30'), 'Még nyitott a skontó kérdése, előbb azt zárd le velük.');
}

/** Both were at the shop on the same day, both without a signal. */
function conflict({ by, time, of }: Stage): void {
  const vasutas = of('vasutas');
  vasutas.capture(by('rep1'), time.workday(3, '10:00'));
  vasutas.share(by('rep1'), time.workday(3, '10:30'), by('rep2').userId);
  vasutas.edit(by('rep1'), time.workday(1, '14:00'), {
    contractNumber: 'DT-2026/124-A',
    'registeredAddress.houseNumber': '3/a',
  });
  const unseen = {
    base: { [`cards:${vasutas.cardId}`]: {} },
    ends: 'conflict',
    offlineForMs: 4 * 60 * 60 * 1000,
  } as const;
  vasutas.edit(by('rep2'), time.workday(1, '17:05'), { contractNumber: 'DT-2026/142' }, unseen);
}
