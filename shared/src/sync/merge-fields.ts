import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import type { FieldBase, FieldMeta } from './protocol.ts';
import type { FieldAccess } from './table.ts';

/** What becomes of one field change. */
export type FieldOutcome =
  /** Write `value`: mine, or for an additive field mine joined with theirs. */
  | { readonly kind: 'apply'; readonly path: string; readonly value: unknown }
  /** The field already holds the value. `theirsBy` is the mutation that wrote it. */
  | { readonly kind: 'noop'; readonly path: string; readonly theirsBy: string | null }
  /** Someone else wrote in between. `auto`: mine is written, theirs kept in the history. `open`: theirs stays, a person decides. */
  | {
      readonly kind: 'conflict';
      readonly path: string;
      readonly status: 'auto' | 'open';
      readonly theirs: unknown;
      readonly theirsBy: string | null;
      readonly mine: unknown;
    };

export interface FieldMerge<Row> {
  readonly fields: FieldAccess<Row>;
  /** The row as it stands now. */
  readonly row: Row;
  /** Who wrote each field last. */
  readonly meta: FieldMeta;
  /** What the person saw when they changed the field. A path without an entry was never written by anyone. */
  readonly base: Readonly<Record<string, FieldBase>>;
  /** The wanted values by path; null takes a field away. */
  readonly changes: Readonly<Record<string, unknown>>;
}

/**
 * Three-way merge, field by field: a change stands when the field was last written by the mutation the person saw.
 * Otherwise the field's merge class decides (see `MergeClass`). Writers are compared, never clocks.
 * Returns one outcome per changed path, in the order of `changes`.
 */
export function mergeFields<Row>(merge: FieldMerge<Row>): readonly FieldOutcome[] {
  return Object.keys(merge.changes).map((path) => mergeField(merge, path));
}

/** The changes that survived, by path: what is left to decide about. */
export function survivingChanges(outcomes: readonly FieldOutcome[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    outcomes.flatMap((outcome): [string, unknown][] => {
      switch (outcome.kind) {
        case 'apply':
          return [[outcome.path, outcome.value]];
        case 'conflict':
          return outcome.status === 'auto' ? [[outcome.path, outcome.mine]] : [];
        case 'noop':
          return [];
      }
    }),
  );
}

function mergeField<Row>(merge: FieldMerge<Row>, path: string): FieldOutcome {
  const { fields, row, meta, base, changes } = merge;
  const mine = changes[path] ?? null;
  const theirs = fields.read(row, path) ?? null;
  const theirsBy = own(meta, path)?.by ?? null;
  if (sameValue(theirs, mine)) return { kind: 'noop', path, theirsBy };
  if (theirsBy === (own(base, path)?.by ?? null)) return { kind: 'apply', path, value: mine };
  switch (fields.mergeClass(path)) {
    case 'additive': {
      const joined = fields.join(path, theirs, mine);
      return sameValue(theirs, joined) ? { kind: 'noop', path, theirsBy } : { kind: 'apply', path, value: joined };
    }
    case 'soft':
      return { kind: 'conflict', path, status: 'auto', theirs, theirsBy, mine };
    case 'hard':
      return { kind: 'conflict', path, status: 'open', theirs, theirsBy, mine };
  }
}

/** Paths come from people: `constructor` is a path like any other and names nothing inherited. */
function own<T>(record: Readonly<Record<string, T>>, path: string): T | undefined {
  return Object.hasOwn(record, path) ? record[path] : undefined;
}

/** Equal as JSON, whatever the order of keys. */
export function sameValue(a: unknown, b: unknown): boolean {
  // Field values are parts of rows, and rows are JSON by schema.
  return a === b || canonicalJson(a as Json) === canonicalJson(b as Json);
}
