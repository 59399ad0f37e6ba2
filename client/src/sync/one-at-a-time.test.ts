import { expect, test } from 'vitest';
import { oneAtATime } from './one-at-a-time.ts';

test('whoever asks again the moment a run ends does not start a second one beside the run that was promised', async () => {
  let under = 0;
  let most = 0;
  const reasons: string[] = [];
  const ask = oneAtATime<string>(
    (a, b) => a === 'person' && b !== 'person',
    async (why) => {
      reasons.push(why);
      under += 1;
      most = Math.max(most, under);
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
      under -= 1;
    },
  );
  const again = async () => {
    await ask('first');
    await ask('person');
  };
  const asked = again();
  const promised = ask('save');
  await Promise.all([asked, promised]);
  expect(most).toBe(1);
  expect(reasons).toEqual(['first', 'person']);
});
