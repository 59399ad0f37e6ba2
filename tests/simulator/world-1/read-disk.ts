import type { Disk } from '../world.ts';
import { sha256Of } from './front-door.ts';
import { inOrder, STORE_NAMES } from './shelves.ts';
import type { DiskState } from './sim-disk.ts';

/** Everything on a disk, past the code under test. */
export function readDisk({ shelves, files }: DiskState): Disk {
  const stores = STORE_NAMES.map((name) => [name, inOrder(shelves[name])]);
  const kept = [...files.values()].map(({ about: { sha256, state }, parts }) => ({
    ...{ sha256, state },
    isWhole: hashOf(parts) === sha256,
  }));
  return Object.assign(Object.fromEntries(stores), { files: kept }) as Disk; // every store by its name
}

const hashes = new WeakMap<readonly Uint8Array[], string>();

/** Looked at after every step, changed hardly ever. */
function hashOf(parts: readonly Uint8Array[]): string {
  const hash = hashes.get(parts) ?? sha256Of(Buffer.concat(parts));
  hashes.set(parts, hash);
  return hash;
}

/** The same as long as nothing on the disk is different that a person could notice. */
export function fingerprintOf({ shelves, files }: DiskState): string {
  const { outbox, confirmed } = readDisk({ shelves, files });
  return [
    ...outbox.map(({ id, status, parked }) => `${id} ${status} ${parked}`),
    ...confirmed.map(({ key, ver }) => `${key} ${ver}`),
    ...[...files.values()].map(({ about }) => `${about.sha256} ${about.state} ${about.sent}`),
  ].join('\n');
}
