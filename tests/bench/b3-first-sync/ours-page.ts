/** The app's spine without its screens: the same store, the same pull, from the real server. */
import { cards } from '@cession/shared/card/card.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import { timer } from '../../../client/src/device/timer.ts';
import { openStore } from '../../../client/src/store/open-store.ts';
import { browserPorts } from '../../../client/src/sync/browser-ports.ts';
import { createHttpTransport, fetchAs } from '../../../client/src/sync/http-transport.ts';
import { openSync, type Sync } from '../../../client/src/sync/start-sync.ts';
import { servePeer } from './peer.ts';

let sync: Sync;

servePeer({
  fetchAll: async (who, first) => {
    // The driver says who is signed in; the server is the page's own origin.
    const profile: { companyId: string; userId: string; roles: readonly ['rep'] } = JSON.parse(who);
    const store = await openStore(profile, { newerVersion: () => undefined, blocked: () => undefined });
    if (!store.ok) throw new Error(store.error.reason);
    sync = await openSync({
      profile,
      mutators: [...mutators.values()],
      tables: phoneTables,
      ports: browserPorts({
        ...{ name: 'bench', store: store.value, appVersion: '0.3.0' },
        transport: createHttpTransport(timer, fetchAs(profile.userId)),
        report: (surprise) => console.error(surprise),
      }),
    });
    sync.mirror.subscribe(`table:${cards.name}`, first);
    const done = Promise.withResolvers<void>();
    const look = () => sync.mirror.meta('server').cursor > 0 && done.resolve();
    sync.mirror.subscribe('meta', look);
    look();
    await done.promise;
  },
  fetchChanges: async () => {
    const before = sync.mirror.meta('server').cursor;
    while (sync.mirror.meta('server').cursor === before) await sync.trigger('manual');
  },
  count: async () => sync.mirror.rows(cards.name).length,
});
