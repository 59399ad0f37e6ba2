import { StorageFailure } from '@cession/client/store/local-store.ts';
import type { EvidenceStore, EvidenceTx } from '@cession/client/notice/device-key/evidence-store.ts';

/** What survives the death of the page. */
export interface TabletDisk {
  readonly values: Map<string, unknown>;
  readonly keys: Map<string, CryptoKeyPair>;
}

/** What the next writing transaction meets: `before`: the page dies and nothing is kept; `after`: it dies untold. */
export type Trouble = 'before' | 'after' | 'full' | null;

/** The page is dead: nothing it waits for comes any more, so whoever tells the story is told instead. */
export class PageDied extends Error {}

export function createMemoryStore(disk: TabletDisk, takeTrouble: () => Trouble): EvidenceStore {
  let isDead = false;
  return {
    key: async (name) => disk.keys.get(name) ?? null,
    keepKey: async (name, pair) => void disk.keys.set(name, pair),
    tx: async (mode, work) => {
      if (isDead) throw new PageDied();
      const draft = new Map(disk.values);
      const answer = await work(txOn(draft));
      if (mode === 'r') return answer;
      const trouble = takeTrouble();
      if (trouble === 'full') throw new StorageFailure('full', null);
      isDead = trouble !== null;
      if (trouble === 'before') throw new PageDied();
      disk.values.clear();
      for (const [key, value] of draft) disk.values.set(key, structuredClone(value));
      if (trouble === 'after') throw new PageDied();
      return answer;
    },
  };
}

function txOn(draft: Map<string, unknown>): EvidenceTx {
  const from = (prefix: string) => [...draft.keys()].filter((key) => key.startsWith(prefix)).toSorted();
  return {
    get: async (key) => draft.get(key),
    put: async (key, value) => void draft.set(key, value),
    remove: async (key) => void draft.delete(key),
    all: async (prefix) => from(prefix).map((key) => draft.get(key)),
    removeAll: async (prefix) => {
      for (const key of from(prefix)) draft.delete(key);
    },
  };
}
