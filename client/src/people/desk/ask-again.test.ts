import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { expect, onTestFinished, test } from 'vitest';
import { askAgain } from './ask-again.ts';

/** A desk that shows one thing; each question is answered when the test says so, with what was true when it was asked. */
function desk() {
  const queries = new QueryClient();
  const answers: (() => void)[] = [];
  let truth = 'free';
  const observer = new QueryObserver(queries, {
    queryKey: ['item'],
    queryFn: () => {
      const seen = truth;
      return new Promise<string>((resolve) => answers.push(() => resolve(seen)));
    },
  });
  onTestFinished(observer.subscribe(() => undefined));
  return {
    queries,
    answers,
    become: (next: string) => void (truth = next),
    shown: () => observer.getCurrentResult().data,
  };
}

test('what was first asked before a claim and answered after it does not stay on the screen', async () => {
  const { queries, answers, become, shown } = desk();
  await expect.poll(() => answers.length).toBe(1);
  become('held by you');
  void askAgain(queries);
  void askAgain(queries);
  answers[0]?.();
  await expect.poll(() => shown()).toBe('free');
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await expect.poll(() => shown()).toBe('held by you');
  expect(answers).toHaveLength(2);
});

test('what is on the screen already is asked again at once', async () => {
  const { queries, answers, become, shown } = desk();
  await expect.poll(() => answers.length).toBe(1);
  answers[0]?.();
  await expect.poll(() => shown()).toBe('free');
  become('held by you');
  void askAgain(queries);
  await expect.poll(() => answers.length).toBe(2);
  answers[1]?.();
  await expect.poll(() => shown()).toBe('held by you');
});
