/** The real store and the real box, on a disk that may be full and under an app that may be dead. */
import { fileBoxOf, type FileBox } from '@cession/client/document/file-box.ts';
import { defineDb } from '@cession/client/store/db.ts';
import { createDexieStore } from '@cession/client/store/dexie-store.ts';
import { StorageFailure, type LocalStore } from '@cession/client/store/local-store.ts';
import { plainCodec } from '@cession/client/store/row-codec.ts';
import { err } from '@cession/shared/kernel/result.ts';
import { never, type Lifeline } from '../world-1/lifeline.ts';

export interface DiskParts {
  readonly dbName: string;
  readonly life: Lifeline;
  readonly isFull: () => boolean;
  readonly changed: () => void;
}

type Step = (place: string) => Promise<void>;
/** Work of the app: it goes on, and is heard of, only while the app lives. */
type Alive = <T>(work: () => Promise<T>) => Promise<T>;

export function createTabDisk(parts: DiskParts, step: Step) {
  const db = defineDb(parts.dbName);
  const dexie = createDexieStore(db, plainCodec);
  const real = fileBoxOf(db);
  const { alive, busy } = createAlive(parts.life);
  return { store: mortalStore(dexie, parts, alive, step), box: mortalBox(real, parts, alive), busy };
}

function createAlive(life: Lifeline): { readonly alive: Alive; readonly busy: () => number } {
  let busy = 0;
  const alive: Alive = async (work) => {
    if (life.isDead()) return never();
    busy += 1;
    try {
      const value = await work();
      return life.isDead() ? await never() : value;
    } catch (failure) {
      if (life.isDead()) return never();
      throw failure;
    } finally {
      busy -= 1;
    }
  };
  return { alive, busy: () => busy };
}

function mortalStore(dexie: LocalStore, { life, isFull, changed }: DiskParts, alive: Alive, step: Step): LocalStore {
  return {
    close: () => dexie.close(),
    tx: (mode, stores, work) =>
      alive(async () => {
        if (mode === 'r') return dexie.tx(mode, stores, work);
        await step('before-commit');
        const value = await dexie.tx(mode, stores, async (tx) => {
          const done = await work(tx);
          // Thrown inside, so that nothing of it stays: as when the room runs out, or the app dies before the commit.
          if (isFull()) throw new StorageFailure('full', null);
          if (life.isDead()) throw new StorageFailure('closed', null);
          return done;
        });
        changed();
        await step('after-commit');
        return value;
      }),
  };
}

function mortalBox(real: FileBox, { isFull, changed }: DiskParts, alive: Alive): FileBox {
  const roomy: Alive = async (work) => {
    if (isFull()) throw new StorageFailure('full', null);
    const value = await work();
    changed();
    return value;
  };
  return {
    ...real,
    keep: (...given) => alive(async () => (isFull() ? err('full') : roomy(() => real.keep(...given)))),
    find: (sha256) => alive(() => real.find(sha256)),
    all: () => alive(() => real.all()),
    part: (sha256, n) => alive(() => real.part(sha256, n)),
    bytes: (file) => alive(() => real.bytes(file)),
    note: (...given) => alive(() => roomy(() => real.note(...given))),
    drop: (sha256) => alive(() => roomy(() => real.drop(sha256))),
  };
}
