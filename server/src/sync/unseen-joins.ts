import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import type { FieldEdits } from '@cession/shared/sync/mutator.ts';
import type { FieldBase } from '@cession/shared/sync/protocol.ts';
import type { FieldAccess } from '@cession/shared/sync/table.ts';
import { decodeMutation } from './decode-mutation.ts';
import type { LedgerEntry } from './ledger.ts';
import type { Spine } from './spine-parts.ts';
import type { WriteTransaction } from './store.ts';
import { refKey } from './synced-table.ts';

type Bases = Readonly<Record<string, FieldBase>>;

interface JoinWorld {
  readonly spine: Pick<Spine, 'mutators'>;
  readonly tx: Pick<WriteTransaction, 'entries'>;
  readonly known: (id: string) => LedgerEntry | null;
}

/**
 * A phone that names its own earlier edit as what lay beneath (version 0) had not heard what became of it. Where
 * somebody else's words were joined to that edit here, the person has not seen them, so they must not be written over:
 * for those additive fields the base is taken away, and the new words join too.
 */
export async function forgetUnseenJoins(
  world: JoinWorld,
  entry: LedgerEntry,
  edits: FieldEdits,
  base: Bases,
  now: { readonly fields: FieldAccess<unknown>; readonly row: unknown },
): Promise<Bases> {
  const settled = { ...base };
  for (const path of Object.keys(edits.changes)) {
    if (now.fields.mergeClass(path) !== 'additive') continue;
    const seen = await seenThere(world, entry, edits, path);
    if (seen !== undefined && !isSame(seen, now.fields.read(now.row, path) ?? null))
      settled[path] = { ver: 0, by: null };
  }
  return settled;
}

/** What the person had before their eyes, where that was their own edit; undefined where it was not. */
async function seenThere(world: JoinWorld, entry: LedgerEntry, edits: FieldEdits, path: string): Promise<unknown> {
  const named = entry.base?.[refKey(edits.ref)]?.[path];
  if (named === undefined || named.ver !== 0 || named.by === null) return undefined;
  const earlier = world.known(named.by) ?? (await world.tx.entries([named.by]))[0];
  if (earlier?.userId !== entry.userId) return undefined;
  const decoded = decodeMutation(world.spine.mutators, earlier.name, earlier.version, earlier.args);
  if (decoded.kind !== 'known') return undefined;
  const asked = decoded.mutator.edits?.(decoded.args);
  return asked !== undefined && Object.hasOwn(asked.changes, path) ? (asked.changes[path] ?? null) : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  // Field values are parts of rows, and rows are JSON by schema.
  return a === b || canonicalJson(a as Json) === canonicalJson(b as Json);
}
