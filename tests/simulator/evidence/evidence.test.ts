import { expect, test } from 'vitest';
import { evidenceBugs, type EvidenceBug } from './evidence-bugs.ts';
import { playCeremony } from './evidence-play.ts';

test('I15, I16: on 200 tablets that die and fill up, evidence stays whole until the server has signed for it', async () => {
  for (let seed = 1; seed <= 200; seed += 1) expect(await playCeremony(seed, {}), `seed ${seed}`).toEqual([]);
});

async function runsUntilFound({ seams, breaks }: EvidenceBug): Promise<number | null> {
  for (let seed = 1; seed < 500; seed += 1) {
    const found = await playCeremony(seed, seams);
    if (found.some(({ invariant }) => breaks.includes(invariant))) return seed;
  }
  return null;
}

test.each(evidenceBugs)('a tablet or server with the bug "$name" is found out in less than 500', async (bug) => {
  expect(await runsUntilFound(bug)).not.toBeNull();
});
