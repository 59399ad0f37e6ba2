import { msToInstant } from '@cession/shared/kernel/instant.ts';
import {
  appendEvent,
  bundleSha256,
  bundleText,
  headOf,
  toBundle,
  type NewEvent,
} from '@cession/shared/notice/evidence-chain.ts';
import { nextState, NO_CEREMONY, type CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import { summaryOf } from '@cession/shared/notice/evidence-summary.ts';
import {
  EvidenceEvent,
  type EvidenceOf,
  type EvidenceType,
  type SignedEvent,
} from '@cession/shared/notice/evidence.ts';
import type { CeremonyId, CeremonyOutcome, NoticeId } from '@cession/shared/notice/notice.ts';
import type { DeviceKey } from '../device-key/device-key.ts';
import { cryptoOf, type EvidenceParts } from '../device-key/evidence-parts.ts';
import { CannotRecord } from './cannot-record.ts';
import {
  keepCeremony,
  keepEvent,
  readCeremonyRecord,
  type ClosedCeremony,
  type KeptCeremony,
} from './ceremony-shelf.ts';
import { fits, hasRoomToRead, toFit } from './evidence-room.ts';

/** Writes down one ceremony as it happens. */
export interface CeremonyRecorder {
  readonly ceremonyId: CeremonyId;
  readonly noticeId: NoticeId;
  /** What is on the disk; a new list with every event. */
  readonly events: readonly SignedEvent[];
  /** Where the ceremony stands by its grammar. */
  readonly state: CeremonyState;
  /**
   * Signed and on the disk when it resolves; calls chain in the order they came. A signature too large to travel is
   * thinned without losing its shape; reading evidence beyond a few kilobytes is left out. Rejects with CannotRecord or
   * StorageFailure, and then nothing was recorded.
   */
  record<T extends Exclude<EvidenceType, 'prepared' | 'closed'>>(type: T, data: EvidenceOf<T>['data']): Promise<void>;
  /** Ends it for good. Asked again, it answers the same. */
  close(outcome: CeremonyOutcome): Promise<ClosedCeremony>;
  /** Lets go of it without closing: the screen was left. It can be resumed. */
  release(): void;
}

interface Sitting {
  readonly parts: EvidenceParts;
  readonly kept: KeptCeremony;
  readonly key: DeviceKey;
  readonly events: readonly SignedEvent[];
  /** Lets go of the seat and of the list of live recorders. */
  readonly leave: () => void;
}

/** A recorder over what is on the disk. */
export function createRecorder(sitting: Sitting): CeremonyRecorder {
  const { parts, kept, leave } = sitting;
  const chain = createChain(sitting);
  let closed: Promise<ClosedCeremony> | null = null;
  let line: Promise<unknown> = Promise.resolve();
  /** One after the other, whatever became of the one before. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const turn = line.then(work);
    line = turn.catch(() => undefined);
    return turn;
  };
  const end = async (outcome: CeremonyOutcome): Promise<ClosedCeremony> => {
    await inTurn(() => chain.add('closed', { outcome, count: chain.events.length + 1, before: headOf(chain.events) }));
    const ending = await endOf(parts, kept, chain.events);
    leave();
    return ending;
  };
  return {
    ceremonyId: kept.id,
    noticeId: kept.noticeId,
    get events() {
      return chain.events;
    },
    get state() {
      return chain.state;
    },
    record: (type, data) => inTurn(() => chain.add(type, data)),
    close: (outcome) => {
      closed ??= end(outcome).catch((failure: unknown) => {
        closed = null;
        throw failure;
      });
      return closed;
    },
    release: leave,
  };
}

interface Chain {
  readonly events: readonly SignedEvent[];
  readonly state: CeremonyState;
  /** One at a time. */
  add<T extends EvidenceType>(type: T, data: EvidenceOf<T>['data']): Promise<void>;
}

/** The events in memory are always those on the disk. */
function createChain({ parts, kept, key, events: before }: Sitting): Chain {
  const bundled = { ceremonyId: kept.id, noticeId: kept.noticeId, deviceKey: kept.deviceKey };
  let events = before;
  let state = replay(before);
  return {
    get events() {
      return events;
    },
    get state() {
      return state;
    },
    add: async (type, given) => {
      if (type === 'section-read' && !hasRoomToRead(bundled, events)) return;
      // The compiler does not follow that the data are those of the type.
      const data = type === 'signed' ? toFit(bundled, events, state, given as EvidenceOf<'signed'>['data']) : given;
      const { env, session } = parts;
      const now = { at: msToInstant(env.now()), mono: Math.floor(env.mono()), session };
      const event = { ceremonyId: kept.id, type, data, ...now } as NewEvent; // as above
      const signed = await appendEvent(events, event, cryptoOf(parts), key.sign);
      const next = judge(state, signed);
      if (!fits(bundled, events, type, data)) throw new CannotRecord('ceremony.full');
      const chain = [...events, signed];
      await keep(parts, kept, signed, type === 'closed' ? await endOf(parts, kept, chain) : null);
      [events, state] = [chain, next];
    },
  };
}

/** The last event and how it ended go onto the disk together. */
async function keep(
  { store }: EvidenceParts,
  kept: KeptCeremony,
  event: SignedEvent,
  ending: ClosedCeremony | null,
): Promise<void> {
  await store.tx('rw', async (tx) => {
    if ((await readCeremonyRecord(tx, kept.id)) === null) throw new CannotRecord('ceremony.unknown');
    if (!(await keepEvent(tx, event))) throw new CannotRecord('ceremony.elsewhere');
    if (ending !== null) await keepCeremony(tx, { ...kept, closed: ending });
  });
}

/** Grammar and shape, before anything is kept: the chain on the disk is always the beginning of a good one. */
function judge(state: CeremonyState, { body }: SignedEvent): CeremonyState {
  if (state.place === 'over') throw new CannotRecord('ceremony.closed');
  const shaped = EvidenceEvent.safeParse(body);
  if (!shaped.success) throw new CannotRecord('ceremony.out-of-order', `${body.type} does not have its shape`);
  const next = nextState(state, body);
  if (typeof next === 'string') throw new CannotRecord('ceremony.out-of-order', next);
  return next;
}

/** What was recorded before was judged when it was. */
function replay(events: readonly SignedEvent[]): CeremonyState {
  let state = NO_CEREMONY;
  for (const event of events) state = judge(state, event);
  return state;
}

async function endOf(
  parts: EvidenceParts,
  kept: KeptCeremony,
  events: readonly SignedEvent[],
): Promise<ClosedCeremony> {
  const bundle = toBundle({ ceremonyId: kept.id, noticeId: kept.noticeId }, kept.deviceKey, events);
  const text = bundleText(bundle);
  const summary = summaryOf(bundle);
  if (summary === null) throw new Error('a closed ceremony says how it ended');
  const { language: _, signerNames, ...rest } = summary;
  const sha256 = await bundleSha256(text, cryptoOf(parts));
  return { ...rest, signerNames: [...signerNames], bundle: text, bundleSha256: sha256 };
}
