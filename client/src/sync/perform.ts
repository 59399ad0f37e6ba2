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
import { isWaiting, type OutboxEntry } from '../store/local-records.ts';
import { findMeta, readMeta, writeMeta } from './meta.ts';
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

interface Intent {
  readonly id: string;
  readonly mutator: AnyMutator;
  readonly args: unknown;
  readonly bytes: number;
  readonly context: MutationContext;
  readonly options: PerformOptions;
}

/** The one door for writes. When it answers ok, the intent is on the disk in one transaction with its effect. */
export function createPerform(ports: SyncPorts, kit: SyncKit, write: Write, saved: () => void): Perform {
  return async (given, args, options = {}) => {
    // The registry holds every mutator the app performs; schema and `decide` are called with what they take.
    const mutator = kit.mutators.get(mutatorKey(given.name, given.version));
    if (!mutator) throw new Error(`${given.name} is not on the list of mutators`);
    const intent = toIntent(ports, kit, mutator, args, options);
    if (!intent.ok) return intent;
    await ports.step?.('before-perform');
    const outcome = await saveOrSay(write, (tx) => saveIntent(tx, ports, kit, intent.value));
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

async function saveOrSay(
  write: Write,
  work: (tx: LocalTx) => Promise<Saved>,
): Promise<Result<Saved, NotSaved<Refusal>>> {
  try {
    return ok(await write(['view', 'confirmed', 'outbox', 'drafts'], work));
  } catch (failure) {
    if (failure instanceof Undo) return err(failure.reason);
    if (failure instanceof StorageFailure) return err({ kind: 'storage', fault: failure.fault });
    throw failure;
  }
}

async function saveIntent(tx: LocalTx, ports: SyncPorts, kit: SyncKit, intent: Intent): Promise<Saved> {
  // The store may run us again after a broken connection whose commit went through.
  if (await tx.entry(intent.id)) return { mutationId: intent.id };
  if (intent.options.supersedes !== undefined) await replaceOld(tx, kit, intent.options.supersedes);

  const reads = [...readKeys(intent.mutator, intent.args, kit.actor).values()];
  const found = await tx.getMany('view', reads);
  const rows = new Map(reads.map((key, at) => [key, found[at]?.row ?? null]));
  const decided = decideOn(intent.mutator, intent.args, intent.context, (key) => rows.get(key) ?? null);
  if (!decided.ok) throw new Undo({ kind: 'refused', refusal: decided.error });

  await tx.put('outbox', [await toEntry(tx, ports, kit, intent, reads, decided.value)]);
  for (const change of decided.value) await applyToView(tx, change);
  if (intent.options.draft !== undefined) await tx.remove('drafts', [intent.options.draft]);
  return { mutationId: intent.id };
}

async function toEntry(
  tx: LocalTx,
  ports: SyncPorts,
  kit: SyncKit,
  intent: Intent,
  reads: readonly string[],
  changes: readonly Change[],
): Promise<OutboxEntry> {
  const { id, mutator, args, bytes, context, options } = intent;
  const writes = [...new Set(changes.map((change) => changeKey(change)))];
  const ents = [...new Set([...reads, ...writes])];
  const touching = await tx.touching(ents);
  const counters = await readMeta(tx, 'counters');
  const device = await findMeta(tx, 'device');
  const seq = counters.seq + 1;
  await writeMeta(tx, 'counters', { ...counters, seq });
  return {
    ...{ seq, id, name: mutator.name, v: mutator.version, args, ents, writes, bytes },
    base: await baseOf(tx, mutator.edits?.(args) ?? null, touching),
    deps: depsOf(touching, ents),
    supersedes: options.supersedes ?? null,
    userId: kit.actor.userId,
    companyId: kit.actor.companyId,
    incarnation: device?.incarnation ?? '',
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
