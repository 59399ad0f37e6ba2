/** Ways for a server to be wrong, each in the place of a right part. */
import { cardDocuments, type CardDocument } from '@cession/shared/document/document.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Ref } from '@cession/shared/sync/table.ts';
import type { AfterContext, Effect } from '@cession/server/sync/effect.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore, SnapshotTransaction, VisibleRange, WriteTransaction } from '@cession/server/sync/store.ts';
import type { Bug } from '../world.ts';
import { partAckedUnstored, partsRot } from './file-desk-bugs.ts';
import { lookAtTheDoor, lookThenInsert } from './look-then-insert.ts';
import { seqOnly } from './seq-only.ts';
import { writing } from './writing.ts';

export const serverBugs: readonly Bug[] = [
  {
    name: 'serial-cursor',
    breaks: ['I5', 'I4'],
    tier: 1,
    seams: {
      serverStore: (store) =>
        writing(store, (tx, companyId) => ({ ...tx, nextVersion: () => hasty(store, companyId) })),
    },
  },
  {
    name: 'clock-read-late',
    breaks: ['I5', 'I4'],
    tier: 1,
    seams: { spine: (spine, { store }) => lateClock(spine, store) },
  },
  {
    name: 'check-then-insert',
    breaks: ['I2', 'I9'],
    tier: 1,
    seams: { serverStore: lookThenInsert, spine: (spine, { store }) => lookAtTheDoor(spine, store) },
  },
  {
    name: 'seq-only-dedupe',
    breaks: ['I1', 'I2'],
    tier: 1,
    seams: { spine: (spine, { store }) => seqOnly(spine, store) },
  },
  { name: 'trunk-ignored', breaks: ['I6'], tier: 1, seams: { serverStore: (store) => writing(store, blind) } },
  {
    name: 'scope-missing',
    breaks: ['I7', 'I4'],
    tier: 1,
    seams: { serverStore: (store) => reading(store, forEverybody) },
  },
  { name: 'part-acked-unstored', breaks: ['I14', 'I13'], tier: 1, seams: { fileDesk: partAckedUnstored } },
  {
    name: 'whole-unchecked',
    breaks: ['I14', 'I13'],
    tier: 1,
    // A part that goes bad on the server's disk is what the check of the whole is for.
    seams: { fileDesk: partsRot, serverEffects: (effects) => without(effects, 'document.file-arrived') },
  },
  {
    name: 'handed-over-without-bytes',
    breaks: ['I14'],
    tier: 1,
    seams: { serverEffects: (effects) => over(effects, 'card.hand-over', asIfWhole) },
  },
];

function reading(store: ServerStore, around: (tx: SnapshotTransaction) => SnapshotTransaction): ServerStore {
  return { ...store, snapshot: (companyId, work) => store.snapshot(companyId, (tx) => work(around(tx))) };
}

/** The number is taken and let go at once, as a sequence does; the rows of it come when they come. */
function hasty(store: ServerStore, companyId: string): Promise<number> {
  return store.write(companyId, (tx) => tx.nextVersion());
}

/** The cursor is where the company stands after the rows were read. */
function lateClock(spine: ServerSpine, store: ServerStore): ServerSpine {
  return {
    ...spine,
    servePull: async (actor, body) => {
      const answer = await spine.servePull(actor, body);
      if (!answer.ok || answer.value.cursor === undefined) return answer;
      const cursor = (await store.versions([actor.companyId])).get(actor.companyId) ?? answer.value.cursor;
      return { ...answer, value: { ...answer.value, cursor } };
    },
  };
}

/** What the person had before their eyes counts for nothing: the last one is right. */
function blind(tx: WriteTransaction): WriteTransaction {
  return {
    ...tx,
    lockEntries: async (ids, busy) => (await tx.lockEntries(ids, busy)).map((entry) => ({ ...entry, base: null })),
    lockRows: async (refs) => new Map([...(await tx.lockRows(refs))].map(([key, row]) => [key, { ...row, meta: {} }])),
  };
}

/** Holds every token there is. */
class Everybody extends Array<string> {
  override includes(): boolean {
    return true;
  }
}

function forEverybody(tx: SnapshotTransaction): SnapshotTransaction {
  const wide = (range: VisibleRange): VisibleRange => ({ ...range, tokens: new Everybody() });
  return {
    ...tx,
    visibleKeys: (range, after, limit) => tx.visibleKeys(wide(range), after, limit),
    countVisible: (range) => tx.countVisible(wide(range)),
  };
}

type Effects = Readonly<Record<string, Effect>>;

function over(effects: Effects, name: string, change: (effect: Effect) => Effect): Effects {
  const effect = effects[name];
  return effect === undefined ? effects : { ...effects, [name]: change(effect) };
}

function without(effects: Effects, name: string): Effects {
  return over(effects, name, ({ after }) => (after === undefined ? {} : { after }));
}

/** Every document looks as if its bytes were there. */
function asIfWhole(effect: Effect): Effect {
  return {
    ...effect,
    after: async (context: AfterContext) => {
      const load = async <Row>(ref: Ref<Row>): Promise<Row | null> => {
        const row = await context.load(ref);
        if (row === null || ref.table !== cardDocuments.name) return row;
        const document = row as unknown as CardDocument; // rows of this table are documents
        return { ...document, bytesAt: document.bytesAt ?? msToInstant(0) } as unknown as Row; // as above
      };
      return (await effect.after?.({ ...context, load })) ?? [];
    },
  };
}
