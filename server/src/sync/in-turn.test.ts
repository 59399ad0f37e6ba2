import { expect, test } from 'vitest';
import { createInTurn } from './in-turn.ts';

function telling() {
  const said: string[] = [];
  const due: (() => void)[] = [];
  let busy = false;
  const timer = {
    after: (_ms: number, work: () => void) => {
      due.push(work);
      return { cancel: () => void due.splice(due.indexOf(work), 1) };
    },
  };
  const line = createInTurn<string>(
    timer,
    () => busy,
    (who, ver) => said.push(`${who} ${ver}`),
  );
  return { said, line, pass: () => due.shift()?.(), setBusy: (is: boolean) => void (busy = is) };
}

test('the first phone hears at once, each of the others after the one before', () => {
  const { said, line, pass } = telling();
  for (const phone of ['Anna', 'Béla', 'Cili']) line.add(phone, 7);
  expect(said).toEqual(['Anna 7']);
  pass();
  expect(said).toEqual(['Anna 7', 'Béla 7']);
  pass();
  expect(said).toEqual(['Anna 7', 'Béla 7', 'Cili 7']);
});

test('who still stands in line hears only the newest version, and in the old place', () => {
  const { said, line, pass } = telling();
  for (const phone of ['Anna', 'Béla', 'Cili']) line.add(phone, 7);
  for (const phone of ['Cili', 'Béla', 'Anna']) line.add(phone, 8);
  for (let step = 0; step < 4; step += 1) pass();
  expect(said).toEqual(['Anna 7', 'Béla 8', 'Cili 8', 'Anna 8']);
});

test('while the server has its hands full they are told more slowly, and nobody is forgotten', () => {
  const { said, line, pass, setBusy } = telling();
  setBusy(true);
  for (const phone of ['Anna', 'Béla', 'Cili']) line.add(phone, 7);
  for (let step = 0; step < 8; step += 1) pass();
  expect(said).toEqual([]);
  pass();
  expect(said).toEqual(['Anna 7']);
  setBusy(false);
  pass();
  pass();
  expect(said).toEqual(['Anna 7', 'Béla 7', 'Cili 7']);
});

test('who has left is not told any more', () => {
  const { said, line, pass } = telling();
  for (const phone of ['Anna', 'Béla', 'Cili']) line.add(phone, 7);
  line.remove('Béla');
  pass();
  expect(said).toEqual(['Anna 7', 'Cili 7']);
});
