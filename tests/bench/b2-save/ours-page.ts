/** The app's own save: the mutator decides, view row and outbox entry are written, all through the real spine. */
import { err } from '@cession/shared/kernel/result.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import { rowKey } from '../../../client/src/store/local-records.ts';
import { openStore } from '../../../client/src/store/open-store.ts';
import type { DexieStore } from '../../../client/src/store/dexie-store.ts';
import { browserPorts } from '../../../client/src/sync/browser-ports.ts';
import { openSync, type Sync } from '../../../client/src/sync/start-sync.ts';
import { serve, type Doc } from './contender.ts';

const who = { companyId: '0190aaaa-0000-7000-8000-0000000000c0', userId: '0190aaaa-0000-7000-8000-0000000000a1' };
const noSignal = async () => err({ kind: 'unreachable' as const, why: 'network' as const });
let store: DexieStore;
let sync: Sync;

serve({
  open: async () => {
    const opened = await openStore(who, { newerVersion: () => undefined, blocked: () => undefined });
    if (!opened.ok) throw new Error(opened.error.reason);
    store = opened.value;
    sync = await openSync({
      profile: { ...who, roles: ['rep'] },
      mutators: [...mutators.values()],
      tables: phoneTables,
      ports: browserPorts({
        ...{ name: 'bench', store, appVersion: 'bench' },
        transport: { push: noSignal, pull: noSignal, reconcile: noSignal },
        report: (surprise) => console.error(surprise),
      }),
    });
  },
  fill: async (docs) => {
    const rows = docs.map((doc) => ({ key: rowKey('cards', doc.id), table: 'cards', id: doc.id, row: cardOf(doc) }));
    await store.tx('rw', ['view', 'confirmed'], async (tx) => {
      await tx.put('view', rows);
      await tx.put(
        'confirmed',
        rows.map((row) => ({ ...row, ver: 1, meta: {} })),
      );
    });
    await sync.mirror.load();
  },
  watch: async () => {
    let heard = 0;
    sync.mirror.subscribe(`table:${cards.name}`, () => (heard += sync.mirror.rows(cards.name).length > 0 ? 1 : 0));
    return () => heard;
  },
  save: async (doc) => {
    const saved = await sync.perform(createCard, {
      cardId: doc.id as Card['id'], // the generator writes UUIDs
      jurisdiction: 'HU',
      changes: doc.values,
    });
    if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  },
  ids: async () => {
    const [rows, waiting] = await store.tx('r', ['view', 'outbox'], async (tx) => [
      await tx.all('view'),
      await tx.all('outbox'),
    ]);
    const kept = new Set(waiting.flatMap((entry) => entry.writes));
    return rows.filter((row) => kept.has(row.key)).map((row) => row.id);
  },
});

function cardOf({ id, values, changedAt }: Doc) {
  const rest = { helpers: [], jurisdiction: 'HU', status: 'draft', revision: 0, handoffId: null, keptApart: [] };
  return { id, ownerId: who.userId, ...rest, values, offer: null, bounced: null, createdAt: changedAt, changedAt };
}
