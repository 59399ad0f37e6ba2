import type { KeptFile } from '@cession/client/document/file-box.ts';
import { StorageFailure, type LocalStore } from '@cession/client/store/local-store.ts';
import { never, type Lifeline } from './lifeline.ts';
import type { Scheduler } from './scheduler.ts';
import { emptyShelves, openTx, type Shelves } from './shelves.ts';

export interface StoredFile {
  readonly about: KeptFile;
  readonly parts: readonly Uint8Array<ArrayBuffer>[];
}
export type Files = ReadonlyMap<string, StoredFile>;

/** What is on the disk. Handing it to another disk copies it. */
export interface DiskState {
  readonly shelves: Shelves;
  readonly files: Files;
}

/** One phone's storage. All tabs share it; a commit is on it for good. */
export interface SimDisk {
  state(): DiskState;
  replace(state: DiskState): void;
  fill(full: boolean): void;
  /** The disk as one tab opens it. */
  openedBy(tab: DiskUser): LocalStore;
  /** Writes files in one transaction; answers what `change` answered. */
  writeFiles<T>(tab: DiskUser, change: (files: Map<string, StoredFile>) => T): Promise<T>;
  /** Lets go of whatever this tab was doing. */
  release(life: Lifeline): void;
}

export interface DiskUser {
  readonly name: string;
  readonly life: Lifeline;
  /** A place where the phone may die. */
  readonly at: (place: string) => void;
}

export const EMPTY_DISK: DiskState = { shelves: emptyShelves(), files: new Map() };

interface Kept {
  state: DiskState;
  isFull: boolean;
  readonly line: ReturnType<typeof createWriteLine>;
}

export function createSimDisk(scheduler: Scheduler): SimDisk {
  const kept: Kept = { state: EMPTY_DISK, isFull: false, line: createWriteLine(scheduler) };
  return {
    state: () => kept.state,
    replace: (next) => void (kept.state = next),
    fill: (full) => void (kept.isFull = full),
    release: kept.line.release,
    openedBy: (user) => openedBy(kept, user),
    writeFiles: (user, change) =>
      write(kept, user, 'writes files', async () => {
        const files = new Map(kept.state.files);
        const value = change(files);
        return { value, next: { ...kept.state, files } };
      }),
  };
}

function openedBy(kept: Kept, user: DiskUser): LocalStore {
  const alive = async () => {
    if (user.life.isDead()) await never();
  };
  return {
    close: () => undefined,
    tx: async (mode, stores, work) => {
      await alive();
      if (mode === 'r') {
        await kept.line.quiet();
        return work(openTx(kept.state.shelves, 'r', stores, alive).tx);
      }
      return write(kept, user, `writes ${stores.join(' ')}`, async () => {
        const open = openTx(kept.state.shelves, 'rw', stores, alive);
        const value = await work(open.tx);
        return { value, next: open.hasWritten() ? { ...kept.state, shelves: open.committed() } : null };
      });
    },
  };
}

/** Only the commit changes anything; the phone may die right before it and right after. */
function write<T>(
  kept: Kept,
  user: DiskUser,
  what: string,
  work: () => Promise<{ value: T; next: DiskState | null }>,
): Promise<T> {
  return kept.line.inTurn(user, what, async () => {
    const { value, next } = await work();
    user.at('before-commit');
    if (user.life.isDead()) return never();
    if (next !== null && kept.isFull) throw new StorageFailure('full', null);
    if (next !== null) kept.state = next;
    user.at('after-commit');
    return user.life.isDead() ? never() : value;
  });
}

interface Writer {
  readonly user: DiskUser;
  readonly what: string;
  readonly begin: () => void;
}

/** One writer at a time, in the order they asked; readers wait for the writers before them. */
function createWriteLine(scheduler: Scheduler) {
  let running: Writer | null = null;
  let waiting: Writer[] = [];
  let readers: (() => void)[] = [];

  function next(): void {
    if (running !== null) return;
    running = waiting.shift() ?? null;
    if (running === null) {
      for (const go of readers.splice(0)) go();
      return;
    }
    const { user, what, begin } = running;
    scheduler.post({ who: user.name, what, owner: user.life, run: begin });
  }

  return {
    quiet: (): Promise<void> | undefined =>
      running !== null || waiting.length > 0 ? new Promise((resolve) => readers.push(resolve)) : undefined,
    inTurn: async <T>(user: DiskUser, what: string, work: () => Promise<T>): Promise<T> => {
      // What died after it had asked whether it lives would stand in the line for ever.
      if (user.life.isDead()) return never();
      const mine = Promise.withResolvers<void>();
      const writer: Writer = { user, what, begin: mine.resolve };
      waiting.push(writer);
      next();
      await mine.promise;
      try {
        return await work();
      } finally {
        if (running === writer) {
          running = null;
          next();
        }
      }
    },
    release: (life: Lifeline): void => {
      waiting = waiting.filter((writer) => writer.user.life !== life);
      if (running?.user.life === life) running = null;
      next();
    },
  };
}
