import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import {
  mutatorKey,
  type AnyMutator,
  type Decision,
  type MutationContext,
  type Mutator,
  type Refs,
} from '@cession/shared/sync/mutator.ts';
import { LIMITS } from '@cession/shared/sync/protocol.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import { baseOf, depsOf } from './causes.ts';
import { isWaiting, rowKey, type OutboxEntry } from '../store/local-records.ts';
import { inMemory, onDisk, type Known } from './known.ts';
import { writeMeta } from './meta.ts';
import type { Mirror } from './mirror.ts';
import { plainJson } from './plain-json.ts';
import { StorageFailure, type LocalTx, type StorageFault } from '../store/local-store.ts';
import { type SyncPorts } from './ports.ts';
import { rebase } from './rebase.ts';
import { changeKey, decideOn, readKeys, rowAfter, type SyncKit } from './replay.ts';
import type { Write } from './write.ts';

/** Safe on this phone, and will reach the server under this id. */
export interface Saved {
  readonly mutationId: string;
}

/** Nothing was written: the form stays open. */
export type NotSaved<No extends Refusal> =
  | { readonly kind: 'refused'; readonly refusal: No }
  | { readonly kind: 'bad-args'; readonly paths: readonly string[] }
  | { readonly kind: 'too-large'; readonly bytes: number; readonly limit: number }
  /** The mutation to be replaced is not waiting for a person any more. */
  | { readonly kind: 'not-replaceable' }
  | { readonly kind: 'storage'; readonly fault: StorageFault };

export interface PerformOptions {
  /** The draft this save makes unnecessary; goes in the same transaction. */
  readonly draft?: string;
  /** The refused mutation that this one does better. */
  readonly supersedes?: string;
}

export type Perform = <Name extends string, Args, R extends Refs, D extends Decision>(
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  options?: PerformOptions,
) => Promise<Result<Saved, NotSaved<RefusalIn<D>>>>;

/** The refusals among a mutator's answers. */
export type RefusalIn<D extends Decision> = Extract<D, { ok: false }>['error'];

/** What every save goes through with. */
export interface Door {
  readonly ports: SyncPorts;
  readonly kit: SyncKit;
  readonly mirror: Mirror;
}

interface Intent {
  readonly id: string;
  readonly mutator: AnyMutator;
  readonly args: unknown;
  readonly bytes: number;
  readonly context: MutationContext;
  readonly options: PerformOptions;
}

/** The one door for writes. When it answers ok, the intent is on the disk in one transaction with its effect. */
export function createPerform(door: Door, write: Write, saved: () => void): Perform {
  const { ports, kit } = door;
  return async (given, args, options = {}) => {
    // The registry holds every mutator the app performs; schema and `decide` are called with what they take.
    const mutator = kit.mutators.get(mutatorKey(given.name, given.version));
    if (!mutator) throw new Error(`${given.name} is not on the list of mutators`);
    const intent = toIntent(ports, kit, mutator, args, options);
    if (!intent.ok) return intent;
    await ports.step?.('before-perform');
    const outcome = await saveOrSay(door, write, intent.value);
    await ports.step?.('after-perform');
    if (outcome.ok) saved();
    return outcome;
  };
}

function toIntent(
  ports: SyncPorts,
  kit: SyncKit,
  mutator: AnyMutator,
  given: unknown,
  options: PerformOptions,
): Result<Intent, NotSaved<never>> {
  const { value, bytes } = plainJson(given);
  if (bytes > LIMITS.argsBytes) return err({ kind: 'too-large', bytes, limit: LIMITS.argsBytes });
  const parsed = mutator.args.safeParse(value);
  if (!parsed.success)
    return err({ kind: 'bad-args', paths: parsed.error.issues.map((issue) => issue.path.map(String).join('.')) });
  const id = ports.env.uuid();
  const performedAt = msToInstant(ports.env.now());
  const context = { mutationId: id, actor: kit.actor, performedAt, receivedAt: null };
  return ok({ id, mutator, args: parsed.data, bytes, context, options });
}

/** Thrown out of the transaction so that nothing of it stays. */
class Undo extends Error {
  readonly reason: NotSaved<Refusal>;
  constructor(reason: NotSaved<Refusal>) {
    super('not saved');
    this.reason = reason;
  }
}

const STORES = ['view', 'confirmed', 'outbox', 'drafts'] as const;

async function saveOrSay(door: Door, write: Write, intent: Intent): Promise<Result<Saved, NotSaved<Refusal>>> {
  try {
    const saved = await saveFromMemory(door, write, intent);
    return ok(saved ?? (await write(STORES, (tx) => saveFromDisk(tx, door, intent))));
  } catch (failure) {
    if (failure instanceof Undo) return err(failure.reason);
    if (failure instanceof StorageFailure) return err({ kind: 'storage', fault: failure.fault });
    throw failure;
  }
}

/** The quick way. null where it did not come to a save: whatever the reason, it is only as true as the memory. */
async function saveFromMemory(door: Door, write: Write, intent: Intent): Promise<Saved | null> {
  if (intent.options.supersedes !== undefined) return null;
  const known = inMemory(door.mirror);
  const work = (tx: LocalTx) => {
    known.look(tx);
    return saveIntent(tx, known, door, intent);
  };
  return write(STORES, work, known.sure).catch((failure: unknown) => {
    if (failure instanceof StorageFailure) throw failure;
    return null;
  });
}

async function saveFromDisk(tx: LocalTx, door: Door, intent: Intent): Promise<Saved> {
  // We may be run again after a broken connection whose commit went through.
  if (await tx.entry(intent.id)) return { mutationId: intent.id };
  if (intent.options.supersedes !== undefined) await replaceOld(tx, door.kit, intent.options.supersedes);
  return saveIntent(tx, onDisk(tx), door, intent);
}

async function saveIntent(tx: LocalTx, known: Known, { ports, kit }: Door, intent: Intent): Promise<Saved> {
  const { id, mutator, args, context, options } = intent;
  const reads = [...new Set(readKeys(mutator, args, kit.actor).values())];
  const edits = mutator.edits?.(args) ?? null;
  // Asked in one breath: each answer waited for by itself is a way to the disk and back.
  const [found, touching, confirmed, device, counters] = await Promise.all([
    known.rows(reads),
    known.touching(reads),
    edits ? tx.get('confirmed', rowKey(edits.ref.table, edits.ref.id)) : undefined,
    known.device(),
    known.counters(),
  ]);
  const rows = new Map(reads.map((key, at) => [key, found[at]]));
  const decided = decideOn(mutator, args, context, (key) => rows.get(key) ?? null);
  if (!decided.ok) throw new Undo({ kind: 'refused', refusal: decided.error });

  const seq = counters.seq + 1;
  const writes = [...new Set(decided.value.map((change) => changeKey(change)))];
  const ents = [...new Set([...reads, ...writes])];
  const causes = await withOthers(known, touching, ents.slice(reads.length));
  const base = baseOf(edits, confirmed, causes);
  const deps = depsOf(causes, ents, options.supersedes ?? null);
  const spot = { seq, ents, writes, base, deps, incarnation: device?.incarnation ?? '' };
  await Promise.all([
    writeMeta(tx, 'counters', { ...counters, seq }),
    tx.put('outbox', [toEntry(ports, kit, intent, spot)]),
    ...decided.value.map((change) => applyToView(tx, change)),
    options.draft !== undefined && tx.remove('drafts', [options.draft]),
  ]);
  return { mutationId: id };
}

/** What also touches the rows it writes without having read them. */
async function withOthers(known: Known, touching: readonly OutboxEntry[], keys: readonly string[]) {
  if (keys.length === 0) return touching;
  const each = new Map([...touching, ...(await known.touching(keys))].map((entry) => [entry.seq, entry]));
  return [...each.values()].toSorted((a, b) => a.seq - b.seq);
}

/** Where in the outbox an intent stands, and on what. */
type Spot = Pick<OutboxEntry, 'seq' | 'ents' | 'writes' | 'base' | 'deps' | 'incarnation'>;

function toEntry(ports: SyncPorts, kit: SyncKit, { id, mutator, args, bytes, context, options }: Intent, spot: Spot) {
  return {
    ...{ id, name: mutator.name, v: mutator.version, args, bytes, ...spot },
    supersedes: options.supersedes ?? null,
    userId: kit.actor.userId,
    companyId: kit.actor.companyId,
    at: context.performedAt,
    app: ports.appVersion,
    ...NEW_ENTRY,
  };
}

const NEW_ENTRY = {
  status: 'pending',
  tries: 0,
  lastError: null,
  parked: null,
  verdict: null,
  verdictAt: null,
  refusedHere: null,
} as const;

async function applyToView(tx: LocalTx, change: Change): Promise<void> {
  const key = changeKey(change);
  const row = rowAfter(change);
  if (row === null) await tx.remove('view', [key]);
  else await tx.put('view', [{ key, table: change.table, id: change.id, row }]);
}

async function replaceOld(tx: LocalTx, kit: SyncKit, id: string): Promise<void> {
  const old = await tx.entry(id);
  const open = old && (old.status === 'rejected' || old.status === 'quarantined' || (old.parked && isWaiting(old)));
  if (!old || !open) throw new Undo({ kind: 'not-replaceable' });
  await tx.put('outbox', [{ ...old, status: 'discarded' }]);
  await rebase(tx, kit, old.ents);
}
