import type { CeremonyRecorder } from '@cession/client/notice/ceremony-record/ceremony-recorder.ts';
import type { ClosedCeremony, KeptCeremony } from '@cession/client/notice/ceremony-record/ceremony-shelf.ts';
import { releaseProven } from '@cession/client/notice/ceremony-record/release-proven.ts';
import { resumeCeremony } from '@cession/client/notice/ceremony-record/resume-ceremony.ts';
import { startCeremony } from '@cession/client/notice/ceremony-record/start-ceremony.ts';
import type { EvidenceParts } from '@cession/client/notice/device-key/evidence-parts.ts';
import { createEnrolmentKeeper } from '@cession/client/notice/device-key/keep-enrolled.ts';
import { StorageFailure } from '@cession/client/store/local-store.ts';
import type { Receipt } from '@cession/shared/notice/ceremony.ts';
import * as ceremonyWorld from '../../sync/ceremony-world.ts';
import { diceOf } from '../dice.ts';
import type { Dice, Violation } from '../world.ts';
import type { EvidenceSeams } from './evidence-bugs.ts';
import { forged } from './forge-bundle.ts';
import { createMemoryStore, PageDied, type TabletDisk, type Trouble } from './memory-store.ts';

const START = Date.parse('2026-11-20T09:00:00.000Z');

interface Tablet {
  readonly server: ceremonyWorld.DeviceServer;
  readonly clock: ceremonyWorld.Clock;
  readonly disk: TabletDisk;
  readonly dice: Dice;
  readonly seams: EvidenceSeams;
  page: EvidenceParts;
  /** Hashes of what the screen was told is on the disk. */
  readonly told: Set<string>;
  readonly found: Violation[];
  isQuiet: boolean;
}

/** One ceremony on a tablet that dies, fills up and is lied to; the recorder and the checks are the real ones. */
export async function playCeremony(seed: number, seams: EvidenceSeams): Promise<readonly Violation[]> {
  const tablet = await enrolled(seed, seams);
  const closed = await recordAll(tablet);
  await judged(tablet, closed);
  await released(tablet, closed);
  return tablet.found;
}

async function enrolled(seed: number, seams: EvidenceSeams): Promise<Tablet> {
  const clock = { ms: START, off: 0 };
  const server = await ceremonyWorld.newDeviceServer(clock);
  const disk: TabletDisk = { values: new Map(), keys: new Map() };
  const given = { server, clock, disk, seams, dice: diceOf(seed), told: new Set<string>(), found: [], isQuiet: true };
  const tablet: Tablet = Object.assign(given, { page: ceremonyWorld.openPage('unused', server, clock) });
  tablet.page = newPage(tablet);
  await createEnrolmentKeeper(tablet.page).check('hourly');
  return tablet;
}

function newPage(tablet: Tablet): EvidenceParts {
  const { disk, server, clock, seams } = tablet;
  const store = createMemoryStore(disk, () => troubleOf(tablet));
  return { ...ceremonyWorld.openPage('unused', server, clock), store: seams.store?.(store) ?? store };
}

function troubleOf({ dice, isQuiet }: Tablet): Trouble {
  if (isQuiet || !dice.chance(12)) return null;
  return dice.pick(['before', 'after', 'full'] as const);
}

/** Everything that happens, until it is closed; after each death a new page goes on where the disk says it stands. */
async function recordAll(tablet: Tablet): Promise<ClosedCeremony> {
  let recorder = await startCeremony(tablet.page, ceremonyWorld.INPUT);
  note(tablet, recorder);
  tablet.isQuiet = false;
  for (;;) {
    const ending = await tryNext(tablet, recorder);
    if (ending !== null) return ending;
    const kept = keptOn(tablet);
    if (kept?.closed) return kept.closed;
    if (kept === undefined) throw new Error('the ceremony is gone');
    tablet.isQuiet = true;
    recorder = await resumeCeremony(tablet.page, kept.id);
    tablet.isQuiet = false;
    complain(tablet, 'I15', missing(tablet, recorder));
    note(tablet, recorder);
  }
}

/** The next thing that happens; null: it has to be looked at anew. */
async function tryNext(tablet: Tablet, recorder: CeremonyRecorder): Promise<ClosedCeremony | null> {
  tablet.clock.ms += 10_000;
  const act = ceremonyWorld.ACTS[recorder.events.length - 1];
  try {
    if (act === undefined) return await recorder.close('acknowledged');
    if (act.type === 'prepared') throw new Error('a ceremony begins by itself');
    await recorder.record(act.type, act.data);
    note(tablet, recorder);
    if (tablet.dice.chance(8)) tablet.page = newPage(tablet);
    return null;
  } catch (failure) {
    if (failure instanceof PageDied) tablet.page = newPage(tablet);
    else if (!(failure instanceof StorageFailure)) throw failure;
    return null;
  }
}

function note({ told }: Tablet, { events }: CeremonyRecorder): void {
  for (const { hash } of events) told.add(hash);
}

/** I15: an event the screen went on from is in the evidence for good. */
function missing({ told }: Tablet, { events }: CeremonyRecorder): string | null {
  const here = new Set(events.map(({ hash }) => hash));
  const lost = [...told].filter((hash) => !here.has(hash));
  return lost.length === 0 ? null : `${lost.length} recorded events are not on the disk`;
}

function complain({ found }: Tablet, invariant: string, what: string | null): void {
  if (what !== null) found.push({ invariant, what });
}

/** Read past the code under test. */
function keptOn({ disk }: Tablet): KeptCeremony | undefined {
  const [kept] = [...disk.values].filter(([key]) => key.startsWith('ceremony:'));
  return kept?.[1] as KeptCeremony | undefined; // as the recorder wrote it
}

/** I16: what is as it was recorded passes, and what was changed on the way does not. */
async function judged(tablet: Tablet, closed: ClosedCeremony): Promise<void> {
  const { dice, server, clock, seams } = tablet;
  const crypto = seams.crypto?.(ceremonyWorld.crypto) ?? ceremonyWorld.crypto;
  const honest = await ceremonyWorld.judge(closed, server, clock, { crypto });
  const failing = honest.checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`);
  complain(tablet, 'I16', honest.ok ? null : `honest evidence fails ${failing.join(', ')}`);
  const changed = await ceremonyWorld.judge(await forged(closed, dice), server, clock, { crypto });
  complain(tablet, 'I16', changed.ok ? 'changed evidence passes' : null);
}

/** I15: nothing makes room but a receipt the server signed over exactly these bytes. */
async function released(tablet: Tablet, closed: ClosedCeremony): Promise<void> {
  const { dice, seams, server } = tablet;
  tablet.isQuiet = true;
  tablet.page = newPage(tablet);
  const release = seams.release ?? releaseProven;
  for (let answers = dice.below(4); answers > 0; answers -= 1) {
    const receipt = await notGoodEnough(tablet, closed);
    await release(tablet.page, { mirror: mirrorOf(receipt) });
    if (keptOn(tablet) !== undefined) continue;
    return complain(tablet, 'I15', 'evidence left the tablet without a receipt for it');
  }
  await release(tablet.page, { mirror: mirrorOf(await server.receipt(closed)) });
  complain(tablet, 'I15', keptOn(tablet) === undefined ? null : 'evidence stays although it is receipted');
}

async function notGoodEnough({ dice, server }: Tablet, closed: ClosedCeremony): Promise<Receipt | null> {
  const other = 'ab'.repeat(32);
  const stranger = await ceremonyWorld.newSigner();
  return dice.pick([
    null,
    await server.receipt({ ...closed, bundleSha256: other }),
    await server.receipt({ ...closed, head: other }),
    await server.receipt(closed, stranger),
    { ...(await server.receipt(closed, stranger)), keyId: server.key.id },
  ]);
}

type Mirror = Parameters<typeof releaseProven>[1]['mirror'];

/** A phone that shows one row, whatever it is asked for. */
function mirrorOf(receipt: Receipt | null): Mirror {
  return { row: () => ({ receipt }) } as unknown as Mirror; // all that a release looks at
}
