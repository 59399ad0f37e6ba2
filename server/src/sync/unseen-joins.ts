import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import type { FieldEdits } from '@cession/shared/sync/mutator.ts';
import type { FieldBase } from '@cession/shared/sync/protocol.ts';
import type { FieldAccess } from '@cession/shared/sync/table.ts';
import type { StoredMeta } from '../db/columns.ts';
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

/** The field's row as it stands, and who wrote what there last. */
interface Standing {
  readonly fields: FieldAccess<unknown>;
  readonly row: unknown;
  readonly meta: StoredMeta;
}

/**
 * An additive field is written over only where the person had all of it before their eyes. Whoever wrote it last may be the
 * very mutation they saw and still have written more than they saw: their own edit, of which they had not heard what became of it
 * (version 0), or one that came again after the server was restored and met other words the second time. There the base
 * is taken away, and the new words join too.
 */
export async function forgetUnseenJoins(
  world: JoinWorld,
  entry: LedgerEntry,
  edits: FieldEdits,
  base: Bases,
  now: Standing,
): Promise<Bases> {
  const settled = { ...base };
  for (const path of Object.keys(edits.changes)) {
    const written = Object.hasOwn(now.meta, path) ? now.meta[path] : undefined;
    // Where somebody else wrote last, the merge joins by itself.
    const isOver = written !== undefined && base[path]?.by === written.by;
    if (now.fields.mergeClass(path) !== 'additive' || !isOver) continue;
    const named = entry.base?.[refKey(edits.ref)]?.[path];
    if (named !== undefined && !(await hasSeenAll(world, named, path, now))) settled[path] = { ver: 0, by: null };
  }
  return settled;
}

async function hasSeenAll(world: JoinWorld, named: FieldBase, path: string, now: Standing): Promise<boolean> {
  const written = now.meta[path];
  if (named.by === null || (named.by === written?.by && named.ver === written.ver && named.ver > 0)) return true;
  const asked = await askedBy(world, named.by, path);
  if (asked === undefined) return named.ver === 0;
  return isSame(asked, now.fields.read(now.row, path) ?? null);
}

/** The text a mutation asked for; undefined where it is not known or set no such field. */
async function askedBy(world: JoinWorld, id: string, path: string): Promise<unknown> {
  const earlier = world.known(id) ?? (await world.tx.entries([id]))[0];
  if (earlier === undefined) return undefined;
  const decoded = decodeMutation(world.spine.mutators, earlier.name, earlier.version, earlier.args);
  if (decoded.kind !== 'known') return undefined;
  const asked = decoded.mutator.edits?.(decoded.args);
  return asked !== undefined && Object.hasOwn(asked.changes, path) ? (asked.changes[path] ?? null) : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  // Field values are parts of rows, and rows are JSON by schema.
  return a === b || canonicalJson(a as Json) === canonicalJson(b as Json);
}
