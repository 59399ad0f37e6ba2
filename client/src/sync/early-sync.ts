import { err } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { StorageFailure } from '../store/local-store.ts';
import type { Basis } from './basis.ts';
import { createOutbox } from './outbox.ts';
import type { SyncPorts } from './ports.ts';
import type { Sync } from './start-sync.ts';
import { createWrite } from './write.ts';

/** The whole spine. Asked again after a failure, it tries again. */
export type OpenFull = () => Promise<Sync>;

/**
 * What is on the phone, readable before the rules and the network code have arrived. Every write waits for the whole
 * spine, so nothing is decided by half of it; on a phone with no room for it, the write says so.
 */
export async function openEarly(actor: SyncActor, ports: SyncPorts, basis: Basis, full: OpenFull): Promise<Sync> {
  await basis.load();
  const { mirror, drafts, board } = basis;
  const noRules = { actor, mutators: new Map(), tables: new Map() };
  const outbox = createOutbox(ports.store, mirror, noRules, createWrite(ports, mirror.apply));
  return {
    perform: async (mutator, args, options) => {
      const opened = await full().catch(faultOf);
      return typeof opened === 'string'
        ? err({ kind: 'storage', fault: opened })
        : opened.perform(mutator, args, options);
    },
    drafts,
    outbox: {
      ...outbox,
      discard: async (id) => (await full()).outbox.discard(id),
      unpark: async (id) => (await full()).outbox.unpark(id),
    },
    mirror,
    board,
    deviceId: mirror.find('device')?.deviceId ?? '',
    trigger: async (why) => (await full()).trigger(why),
    close: async () => (await full()).close(),
  };
}

function faultOf(failure: unknown): StorageFailure['fault'] {
  if (failure instanceof StorageFailure) return failure.fault;
  throw failure;
}
