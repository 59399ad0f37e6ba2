import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Basis } from './basis.ts';
import { createOutbox } from './outbox.ts';
import type { SyncPorts } from './ports.ts';
import type { Sync } from './start-sync.ts';
import { createWrite } from './write.ts';

/**
 * What is on the phone, readable before the rules and the network code have arrived. Every write waits for the whole
 * spine (`full`), so nothing is decided by half of it.
 */
export async function openEarly(actor: SyncActor, ports: SyncPorts, basis: Basis, full: Promise<Sync>): Promise<Sync> {
  await basis.load();
  const { mirror, drafts, board } = basis;
  const noRules = { actor, mutators: new Map(), tables: new Map() };
  const outbox = createOutbox(ports.store, mirror, noRules, createWrite(ports, mirror.apply));
  return {
    perform: async (mutator, args, options) => (await full).perform(mutator, args, options),
    drafts,
    outbox: {
      ...outbox,
      discard: async (id) => (await full).outbox.discard(id),
      unpark: async (id) => (await full).outbox.unpark(id),
    },
    mirror,
    board,
    deviceId: mirror.find('device')?.deviceId ?? '',
    trigger: async (why) => (await full).trigger(why),
    close: async () => (await full).close(),
  };
}
