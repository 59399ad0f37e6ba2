import {
  PROTOCOL_VERSION,
  type PushRequest,
  type PushResponse,
  type VerdictState,
  type WireMutation,
} from '@cession/shared/sync/protocol.ts';
import { isWaiting, type OutboxEntry } from '../store/local-records.ts';
import { findMeta, readMeta, writeMeta, type Meta } from './meta.ts';
import { StorageFailure, type LocalTx } from '../store/local-store.ts';
import { type SyncPorts, type TransportFailure } from './ports.ts';
import { rebase } from './rebase.ts';
import { recordVerdicts } from './record-verdicts.ts';
import type { SyncKit } from './replay.ts';
import { noteContact } from './server-facts.ts';
import { isSendable, nextBatch, type Batch } from './wire-mutation.ts';
import type { Write } from './write.ts';

/** How a run of the loop ended. `failure` null: everything that can travel now has travelled. */
export interface RunOutcome {
  readonly failure: TransportFailure | null;
  /** The server asks for a pause although it took what was sent. */
  readonly waitMs: number;
  /** The server took something in this run, however it ended. */
  readonly moved: boolean;
}

export interface PushKit {
  readonly ports: SyncPorts;
  readonly kit: SyncKit;
  readonly write: Write;
  /** Told which entries are on the wire right now. */
  readonly sending: (ids: readonly string[]) => void;
}

/** Sends what waits, oldest first, each entry once per call; of `skip` none that is safe on the server. */
export async function push(own: PushKit, skip: ReadonlySet<string>): Promise<RunOutcome> {
  const all = await own.ports.store.tx('r', ['outbox'], (tx) => tx.all('outbox'));
  const waiting = new Map(all.filter((entry) => isWaiting(entry)).map((entry) => [entry.id, entry]));
  let rest = all.filter((entry) => isSendable(own.kit, entry) && !(skip.has(entry.id) && isSafeThere(entry)));
  let most = Number.POSITIVE_INFINITY;
  let forks = 0;
  let moved = false;
  while (rest.length > 0) {
    const batch = nextBatch(rest, most);
    const answer = await sendBatch(own, batch, waiting);
    if (answer.ok) {
      rest = rest.slice(batch.entries.length);
      moved = true;
      if (answer.waitMs > 0) return { failure: null, waitMs: answer.waitMs, moved };
      continue;
    }
    const failure = answer.error;
    if (failure.kind === 'forked' && forks === 0) {
      forks += 1;
      await startIncarnation(own);
    } else if (failure.kind === 'too-large' || failure.kind === 'refused') {
      // One of them does not fit through the door. Halving finds it; the others go on.
      if (batch.entries.length === 1) {
        await park(own, batch.entries[0], failure);
        rest = rest.slice(1);
        most = Number.POSITIVE_INFINITY;
      } else most = Math.ceil(batch.entries.length / 2);
    } else return { failure, waitMs: 0, moved };
  }
  return { failure: null, waitMs: 0, moved };
}

/** A restored server may have lost what was safe a moment ago: then it is pending again, and travels. */
function isSafeThere({ status }: OutboxEntry): boolean {
  return status === 'held' || status === 'received';
}

type Sent = { ok: true; waitMs: number } | { ok: false; error: TransportFailure };

/** What waited when this run began, oldest first, without what was settled since. */
type Waiting = Map<string, OutboxEntry>;

async function sendBatch(own: PushKit, batch: Batch, waiting: Waiting): Promise<Sent> {
  const { ports, write } = own;
  const request = await write(['outbox'], (tx) => claim(tx, own, batch, waiting));
  const ids = request.mutations.map((mutation) => mutation.id);
  if (ids.length === 0) return { ok: true, waitMs: 0 };
  await ports.step?.('before-push');
  own.sending(ids);
  try {
    const answer = await ports.transport.push(request);
    await ports.step?.('after-push');
    if (answer.ok) for (const { id, state } of answer.value.verdicts) if (!isOpen(state)) waiting.delete(id);
    if (answer.ok) await keepAnswer(own, answer.value);
    else await keepFailure(own, batch, ids, answer.error);
    return answer.ok ? { ok: true, waitMs: answer.value.retryAfterMs ?? 0 } : answer;
  } finally {
    own.sending([]);
  }
}

async function keepFailure(
  { write }: PushKit,
  batch: Batch,
  ids: readonly string[],
  failure: TransportFailure,
): Promise<void> {
  const fresh = new Set(batch.entries.filter((entry) => entry.status === 'pending').map((entry) => entry.id));
  await write(['outbox'], (tx) => mark(tx, ids, (entry) => afterFailure(fresh.has(entry.id), failure)));
}

/** From here on nobody can say that these never left the phone. What was taken back meanwhile stays here. */
async function claim(tx: LocalTx, own: PushKit, batch: Batch, waiting: Waiting): Promise<PushRequest> {
  const now = await tx.getMany(
    'outbox',
    batch.entries.map(({ seq }) => seq),
  );
  const still = now.flatMap((entry) => (entry && isSendable(own.kit, entry) ? [entry] : []));
  await tx.put(
    'outbox',
    still.map((entry) => ({ ...entry, status: onTheWay(entry), tries: entry.tries + 1 })),
  );
  const ids = new Set(still.map(({ id }) => id));
  const mutations = batch.mutations.filter(({ id }) => ids.has(id));
  return toRequest(tx, own.ports, mutations, waiting);
}

/** The server has it. If the phone cannot write that down now, it asks again later and hears the same. */
async function keepAnswer({ ports, kit, write }: PushKit, response: PushResponse): Promise<void> {
  try {
    await write(['outbox', 'view', 'confirmed'], async (tx) => {
      await noteContact(tx, ports.env, response);
      await rebase(tx, kit, await recordVerdicts(tx, response.verdicts, response.now));
    });
  } catch (failure) {
    if (!(failure instanceof StorageFailure)) throw failure;
  }
  await ports.step?.('after-verdicts');
}

async function toRequest(
  tx: LocalTx,
  ports: SyncPorts,
  mutations: WireMutation[],
  waiting: Waiting,
): Promise<PushRequest> {
  const { deviceId, incarnation } = await deviceOf(tx);
  const [oldest] = waiting.values();
  return {
    p: PROTOCOL_VERSION,
    epoch: (await readMeta(tx, 'server')).epoch,
    device: deviceId,
    incarnation,
    app: ports.appVersion,
    pending: { count: waiting.size, oldest: oldest?.at ?? null },
    mutations,
  };
}

async function deviceOf(tx: LocalTx): Promise<Meta['device']> {
  const device = await findMeta(tx, 'device');
  if (!device) throw new Error('the phone has no device id: openSync has not run');
  return device;
}

async function mark(
  tx: LocalTx,
  ids: readonly string[],
  change: (entry: OutboxEntry) => Partial<OutboxEntry>,
): Promise<void> {
  for (const id of ids) {
    const entry = await tx.entry(id);
    // Another tab may have heard the verdict, or the person may have taken it back.
    if (entry && isWaiting(entry)) await tx.put('outbox', [{ ...entry, ...change(entry) }]);
  }
}

/** The server has it and has not decided it. */
function isOpen(state: VerdictState): boolean {
  return state === 'received' || state === 'held';
}

function onTheWay(entry: OutboxEntry): OutboxEntry['status'] {
  return entry.status === 'pending' ? 'sent' : entry.status;
}

/** Where the server answered without taking it, the entry is surely not there; after a broken line nobody knows. */
function afterFailure(wasHere: boolean, failure: TransportFailure): Partial<OutboxEntry> {
  const surelyNotThere = wasHere && failure.kind !== 'unreachable' && failure.kind !== 'busy';
  return { lastError: failure.kind, ...(surelyNotThere && { status: 'pending' }) };
}

async function park(own: PushKit, entry: OutboxEntry | undefined, failure: TransportFailure): Promise<void> {
  if (!entry) return;
  const parked = failure.kind === 'too-large' ? 'too-large' : 'unreadable';
  await own.write(['outbox'], (tx) => mark(tx, [entry.id], () => ({ parked })));
}

/** The server knows another phone under our numbers: a restored or copied one. New name, same mutations. */
async function startIncarnation({ ports, write }: PushKit): Promise<void> {
  await write([], async (tx) => {
    await writeMeta(tx, 'device', { ...(await deviceOf(tx)), incarnation: ports.env.uuid() });
  });
}
