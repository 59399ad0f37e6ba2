/** Runs inside the page: one store that is to keep cards, and the clock around it. */
import type { CardValues } from '@cession/shared/card/card.ts';

/** Some 450 bytes of JSON: what a rep types of a customer on the first visit. */
export interface Doc {
  readonly id: string;
  readonly status: string;
  readonly changedAt: string;
  readonly values: CardValues;
}

export interface Contender {
  /** Opens the store; nothing is written yet. */
  open(): Promise<void>;
  /** Many cards at once, as after a first sync. */
  fill(docs: readonly Doc[]): Promise<void>;
  /** Keeps one query on the screen. Answers how often it has spoken. */
  watch(): Promise<() => number>;
  /** Resolves at the point where the library says that the card is safe. */
  save(doc: Doc): Promise<void>;
  /** Ids of all cards as a fresh reading of the disk gives them. */
  ids(): Promise<readonly string[]>;
}

export interface Run {
  readonly cold: number;
  readonly each: readonly number[];
  readonly heard: number;
  readonly lost: number;
}

export interface Task {
  /** Lie on the phone already. */
  readonly existing: readonly Doc[];
  readonly saved: readonly Doc[];
  /** One query stays on the screen meanwhile. */
  readonly watch: boolean;
  readonly strict: boolean;
}

declare global {
  var ready: boolean;
  var runBench: (task: Task) => Promise<Run>;
}

export function serve(contender: Contender): void {
  globalThis.runBench = async ({ existing, saved, watch, strict }) => {
    if (strict) forceStrict();
    await contender.open();
    if (existing.length > 0) await contender.fill(existing);
    const heard = watch ? await contender.watch() : () => 0;
    const times: number[] = [];
    for (const doc of saved) {
      const begun = performance.now();
      await contender.save(doc);
      times.push(performance.now() - begun);
      // A person does not save in one breath: what a save leaves for later is done before the next one.
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
    const kept = new Set(await contender.ids());
    const [cold = Number.NaN, ...each] = times;
    return { cold, each, heard: heard(), lost: saved.filter(({ id }) => !kept.has(id)).length };
  };
  globalThis.ready = true;
}

/** Levels the field: every transaction waits for the disk, whatever the library asks for. */
function forceStrict(): void {
  const plain = IDBDatabase.prototype.transaction;
  IDBDatabase.prototype.transaction = function strictly(this: IDBDatabase, names, mode, options) {
    return plain.call(this, names, mode, mode === 'readwrite' ? { ...options, durability: 'strict' } : options);
  };
}
