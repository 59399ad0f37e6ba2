import { allCeremonies, removeCeremony } from '@cession/client/notice/ceremony-record/ceremony-shelf.ts';
import type { releaseProven } from '@cession/client/notice/ceremony-record/release-proven.ts';
import type { EvidenceStore, EvidenceTx } from '@cession/client/notice/device-key/evidence-store.ts';
import { rowKey } from '@cession/client/store/local-records.ts';
import { ceremonies } from '@cession/shared/notice/ceremony.ts';
import type { EvidenceCrypto } from '@cession/shared/notice/evidence.ts';

/** Where a seeded bug sits, in the place of a right part. */
export interface EvidenceSeams {
  readonly store?: (store: EvidenceStore) => EvidenceStore;
  readonly release?: typeof releaseProven;
  readonly crypto?: (crypto: EvidenceCrypto) => EvidenceCrypto;
}

export interface EvidenceBug {
  readonly name: string;
  readonly breaks: readonly string[];
  readonly seams: EvidenceSeams;
}

export const evidenceBugs: readonly EvidenceBug[] = [
  {
    name: 'chain-unchecked',
    breaks: ['I16'],
    seams: { crypto: (crypto) => ({ ...crypto, verify: async () => true }) },
  },
  { name: 'evidence-released-early', breaks: ['I15'], seams: { release: releaseKnown } },
  { name: 'event-dropped-on-crash', breaks: ['I15'], seams: { store: keepWithTheNext } },
];

/** The server has a row of it, so it has the evidence. */
async function releaseKnown(...[parts, { mirror }]: Parameters<typeof releaseProven>): Promise<number> {
  const known = (await parts.store.tx('r', allCeremonies)).filter(({ id }) => mirror.row(rowKey(ceremonies.name, id)));
  for (const { id } of known) await parts.store.tx('rw', (tx) => removeCeremony(tx, id));
  return known.length;
}

class Abort extends Error {}

/** What is written is answered at once, and goes onto the disk with whatever comes next. */
function keepWithTheNext(store: EvidenceStore): EvidenceStore {
  const later: (() => Promise<unknown>)[] = [];
  return {
    ...store,
    tx: async <T>(mode: 'r' | 'rw', work: (tx: EvidenceTx) => Promise<T>): Promise<T> => {
      for (let keep = later.shift(); keep !== undefined; keep = later.shift()) await keep();
      if (mode === 'r') return store.tx(mode, work);
      const answer: { value?: T } = {};
      const rehearsal = store.tx('rw', async (tx) => {
        answer.value = await work(tx);
        throw new Abort();
      });
      await rehearsal.catch((failure: unknown) => {
        if (!(failure instanceof Abort)) throw failure;
      });
      later.push(() => store.tx('rw', work));
      return answer.value as T; // work has answered, or we would have thrown
    },
  };
}
