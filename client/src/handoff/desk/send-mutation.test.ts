import { renewLease } from '@cession/shared/handoff/work-the-queue.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { deskPerform } from '@cession/shared/sync/sync-procedures.ts';
import { expect, test } from 'vitest';
import { AskFailure, type AskFault } from '../../device/ask-server.ts';
import { answerOf, mutationOf } from '../../people/desk/send-mutation.ts';

const cardId = '0192f7a0-0000-7000-8000-000000000001' as ArgsOf<typeof renewLease>['cardId'];
const failing = (fault: AskFault) => answerOf(() => Promise.reject(new AskFailure(fault, 'some-code', null)));

test('what the server did not answer is kept to be sent again, and says when a sign-in is what lacks', async () => {
  expect(await failing('unreachable')).toEqual({ kind: 'unsent', signedOut: false });
  expect(await failing('busy')).toEqual({ kind: 'unsent', signedOut: false });
  expect(await failing('signed-out')).toEqual({ kind: 'unsent', signedOut: true });
});

test('what the server said no to is over, with a refusal that has words', async () => {
  expect(await failing('forbidden')).toMatchObject({ kind: 'refused', refusal: { code: 'permission.denied' } });
  expect(await failing('refused')).toMatchObject({ kind: 'refused', refusal: { code: 'mutation.malformed' } });
});

test('a mistake of ours is no outcome: it surfaces', async () => {
  await expect(answerOf(() => Promise.reject(new TypeError('a bug')))).rejects.toThrow('a bug');
});

test('each intent gets an id of its own, in the shape the server takes', () => {
  const [one, two] = [mutationOf(renewLease, { cardId }), mutationOf(renewLease, { cardId })];
  expect(one.id).not.toBe(two.id);
  expect(deskPerform.input.safeParse(one).success).toBe(true);
  expect(renewLease.args.safeParse(one.args).success).toBe(true);
});
