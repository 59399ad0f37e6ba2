/** The two processes of the server over the one database, whichever version runs in them. */
import type { MutatorRegistry } from '@cession/shared/sync/mutator.ts';
import { mutators } from '@cession/shared/mutators.ts';
import type { Database } from '@cession/server/db/client.ts';
import { startProcess, type ProcessParts, type ServerProcess } from './server-process.ts';

/** Pools outlive worlds; a killed process gets a new one. */
export interface Pools {
  at(place: number): { readonly name: string; readonly database: Database };
  renew(place: number): Promise<void>;
}

export interface PairParts extends Omit<ProcessParts, 'name' | 'database' | 'mutators'> {
  readonly pools: Pools;
}

export type Version = 'today' | 'yesterday';

export interface ServerPair {
  version(): Version;
  all(): readonly ServerProcess[];
  start(version: Version): void;
  /** A new process in the place of a dead one, with connections of its own. */
  restart(place: number): ServerProcess;
}

/** What the version before did not know. */
const YOUNG: ReadonlySet<string> = new Set(['document.add', 'question.ask', 'card.resolve-conflict', 'card.share']);
const VERSIONS: Readonly<Record<Version, MutatorRegistry>> = {
  today: mutators,
  yesterday: new Map([...mutators].filter(([, { name }]) => !YOUNG.has(name))),
};
export const PROCESSES = 2;

export function createServerPair(parts: PairParts): ServerPair {
  let version: Version = 'today';
  const startAt = (place: number): ServerProcess =>
    startProcess({ ...parts, ...parts.pools.at(place), mutators: VERSIONS[version] });
  const startAll = (): ServerProcess[] => Array.from({ length: PROCESSES }, (_, place) => startAt(place));
  let processes = startAll();
  return {
    version: () => version,
    all: () => processes,
    start: (next) => {
      version = next;
      processes = startAll();
    },
    restart: (place) => {
      const successor = startAt(place);
      processes[place] = successor;
      return successor;
    },
  };
}
