import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { inCompany } from '../../db/company-transaction.ts';
import type { Database } from '../../db/client.ts';
import { makeDevice } from '../../notice/cli/made-device.ts';
import { deviceTable } from '../../notice/notice-tables.ts';
import type { ServerSigner } from '../../notice/server-key.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { hungarianAccount } from './agreements-danube.ts';
import { readDemoRows } from './demo-rows.ts';
import type { Scene } from './demo-spine.ts';
import type { Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';
import { NoticeBook, type DemoTablet } from './notice-book.ts';

export interface NoticeStage {
  readonly database: Database;
  readonly company: string;
  readonly by: Cast;
  readonly time: DemoTime;
  readonly signer: ServerSigner;
  readonly origin: string;
}

const HOUR_MS = 60 * 60 * 1000;

/** A notice in every place of the board. The evidence is real: the server proves and seals it after the start. */
export async function danubeNotices(stage: NoticeStage): Promise<Scene[]> {
  const { database, company, by, time, signer, origin } = stage;
  const book = new NoticeBook(company, await readDemoRows(database, company), signer, origin);
  const peter = await tabletOf(stage, by('rep1'), 'Nagy Péter', {
    ...{ label: 'Nagy P. táblagépe', at: time.workday(9, '08:40'), seen: time.minutesAgo(70) },
  });
  const julia = await tabletOf(stage, by('rep2'), 'Kovács Júlia', {
    ...{ label: 'Kovács J. táblagépe', at: time.workday(9, '09:10'), seen: time.minutesAgo(40) },
  });
  await atHome(stage, book, peter, julia);
  await abroad(stage, book, peter, julia);
  return book.scenes;
}

async function atHome({ by, time }: NoticeStage, book: NoticeBook, peter: DemoTablet, julia: DemoTablet) {
  const hungarian = { agreement: 'hu', account: 1, language: 'hu', place: 'Budapest' } as const;
  const accountBefore = {
    holderName: 'Danube Toys Kft.',
    numbers: hungarianAccount('1030010?-1482736?-0002000?', 'MKKBHUHB'),
  };
  const fabula = book.prepare(peter.who, time.workday(5, '09:05'), { ...hungarian, customer: 'fabula', accountBefore });
  await book.visit(peter, fabula, {
    ...{ outcome: 'acknowledged', startMs: time.workday(5, '11:20'), arrivesMs: time.workday(5, '16:45') },
  });
  const csigahaz = book.prepare(julia.who, time.workday(6, '08:50'), { ...hungarian, customer: 'csigahaz' });
  for (const day of [5, 2]) {
    const startMs = time.workday(day, '10:15');
    await book.visit(julia, csigahaz, { outcome: 'refused', startMs, arrivesMs: startMs + 5 * HOUR_MS });
  }
  book.add(time.workday(1, '09:30'), by('coordinator'), 'notice.log-call-back', {
    ...{ noticeId: csigahaz.id, number: firstNumber(book, csigahaz.id), spokeWith: 'Titkárság', result: 'confirmed' },
    note: 'Megkapták, a jogász nézi.',
  });
  book.prepare(by('manager'), time.workday(1, '14:30'), { ...hungarian, customer: 'balaton' });
  const alfold = book.prepare(julia.who, time.minutesAgo(30), { ...hungarian, customer: 'alfold' });
  const because = 'Rossz szerződésszám került rá';
  book.add(time.minutesAgo(20), julia.who, 'notice.withdraw', { noticeId: alfold.id, because });
}

async function abroad({ by, time }: NoticeStage, book: NoticeBook, peter: DemoTablet, julia: DemoTablet) {
  const european = { agreement: 'eu', account: 2, language: 'en', place: 'Budapest' } as const;
  const holzwurm = book.prepare(peter.who, time.workday(6, '10:00'), {
    ...{ ...european, account: 1, customer: 'holzwurm', governingLaw: 'German law' },
  });
  await book.visit(peter, holzwurm, {
    ...{ outcome: 'with-exceptions', startMs: time.workday(6, '13:30'), arrivesMs: time.workday(6, '18:20') },
    method: 'typed',
  });
  const bellini = book.prepare(peter.who, time.minutesAgo(130), {
    ...{ ...european, customer: 'bellini', governingLaw: 'Italian law' },
  });
  await book.visit(peter, bellini, {
    outcome: 'absent',
    startMs: time.minutesAgo(120),
    arrivesMs: time.minutesAgo(70),
  });
  const kolorowy = book.prepare(julia.who, time.workday(2, '09:10'), {
    ...{ ...european, customer: 'kolorowy', governingLaw: 'Polish law' },
  });
  // Its clock ran three hours ahead: the server cannot believe the times, so a person looks.
  julia.seq += 1;
  await book.visit(julia, kolorowy, {
    ...{ outcome: 'acknowledged', startMs: time.workday(2, '12:40'), arrivesMs: time.workday(2, '13:05') },
    clockAheadMs: 3 * HOUR_MS,
  });
  await overseas({ by, time }, book, julia);
}

async function overseas({ by, time }: Pick<NoticeStage, 'by' | 'time'>, book: NoticeBook, julia: DemoTablet) {
  const american = { agreement: 'us', account: 1, language: 'en', place: 'Budapest' } as const;
  const maple = book.prepare(julia.who, time.workday(8, '15:10'), { ...american, customer: 'maple' });
  book.add(time.workday(3, '10:00'), by('coordinator'), 'notice.record-later', {
    ...{ noticeId: maple.id, outcome: 'by-post', on: msToInstant(time.workday(4, '12:00')) },
    note: 'FedEx 7712 0418 2736, signed for by M. Reed',
  });
  book.add(time.minutesAgo(75), by('coordinator'), 'notice.log-call-back', {
    ...{ noticeId: maple.id, number: firstNumber(book, maple.id), spokeWith: 'Marcus Reed', result: 'confirmed' },
    note: 'New remit-to is set up from Monday.',
  });
  const limitId = book.limitOf('us', 'maple');
  const { agreementId, accountId } = book.partsOf(maple.id);
  const gate = { agreementId, accountId, limitId, ceremonyId: null };
  book.add(time.minutesAgo(70), by('coordinator'), 'notice.activate', { noticeId: maple.id, ...gate });
  const brightwood = book.prepare(julia.who, time.minutesAgo(80), { ...american, customer: 'brightwood' });
  await book.visit(julia, brightwood, {
    ...{ outcome: 'received-only', startMs: time.minutesAgo(60), arrivesMs: time.minutesAgo(40) },
  });
  book.add(time.minutesAgo(15), by('coordinator'), 'notice.record-later', {
    ...{ noticeId: brightwood.id, outcome: 'proof-requested', on: msToInstant(time.minutesAgo(25)) },
    note: 'E-mail from Tom Gallagher: please send proof of the assignment',
  });
}

/** The first telephone number the card had when this notice was prepared. */
function firstNumber(book: NoticeBook, noticeId: string): string {
  return book.numbersOf(noticeId)[0] ?? '';
}

async function tabletOf(
  { database, company }: NoticeStage,
  who: SyncActor,
  name: string,
  { label, at, seen }: { readonly label: string; readonly at: number; readonly seen: number },
): Promise<DemoTablet> {
  const device = await makeDevice();
  const notBefore = msToInstant(at);
  await inCompany(database, company, {}, (tx) =>
    tx.insert(deviceTable).values({
      ...{ companyId: company, keyId: device.id, publicKey: device.publicKey, label, build: 'demo', notBefore },
      userId: who.userId as UserId, // of the cast
      ...{ lastBeaconAt: msToInstant(seen), because: '' },
    }),
  );
  return { ...device, who, name, seq: 0 };
}
