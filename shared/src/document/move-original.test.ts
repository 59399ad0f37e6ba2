import { expect, test } from 'vitest';
import type { Card } from '../card/card.ts';
import type { Instant } from '../kernel/instant.ts';
import type { MutationContext } from '../sync/mutator.ts';
import type { CardDocument, OriginalState } from './document.ts';
import { moveOriginal } from './move-original.ts';

const REP = '0190aaaa-0000-7000-8000-000000000001';
const CARD = '0190eeee-0000-7000-8000-000000000001';
const AT = '2026-11-20T10:00:00.000Z' as Instant; // a literal of the right form
const card = { id: CARD, ownerId: REP, helpers: [] } as unknown as Card; // all the rule looks at

function documentAt(original: OriginalState): CardDocument {
  return { id: 'd', cardId: CARD, original, moves: [], removed: false } as unknown as CardDocument; // the same
}

function contextOf(userId: string, roles: readonly string[]): MutationContext {
  return { mutationId: 'm', actor: { userId, companyId: 'c', roles }, performedAt: AT, receivedAt: null };
}
const rep = contextOf(REP, ['rep']);
const coordinator = contextOf('0190aaaa-0000-7000-8000-000000000002', ['coordinator']);
const stranger = contextOf('0190aaaa-0000-7000-8000-000000000003', ['rep']);

type Args = Parameters<typeof moveOriginal.decide>[1];
const to = (state: OriginalState, place = '', because = '') =>
  ({ documentId: 'd', cardId: CARD, to: state, place, because }) as unknown as Args; // ids as above

function outcome(from: OriginalState, args: Args, context: MutationContext): string {
  const decided = moveOriginal.decide({ card, document: documentAt(from) }, args, context);
  if (!decided.ok) return decided.error.code;
  const [change] = decided.value;
  return change?.op === 'put' ? (change.row as CardDocument).original : 'nothing'; // the one row it writes
}

test('a rep says that a paper is on its way; only the office says that it is there, and where', () => {
  expect(outcome('promised', to('in-transit'), rep)).toBe('in-transit');
  expect(outcome('promised', to('received', 'Shelf 3'), rep)).toBe('original.office-only');
  expect(outcome('in-transit', to('received'), coordinator)).toBe('original.place-missing');
  expect(outcome('in-transit', to('received', 'Shelf 3'), coordinator)).toBe('received');
  expect(outcome('received', to('filed', 'Binder 2026/II'), coordinator)).toBe('filed');
  expect(outcome('promised', to('in-transit'), stranger)).toBe('card.not-found');
});

test('a step back needs its reason, and nobody skips from promised to filed', () => {
  expect(outcome('filed', to('received', 'Shelf 3'), coordinator)).toBe('original.reason-missing');
  expect(outcome('filed', to('received', 'Shelf 3', 'Needed by the lawyer'), coordinator)).toBe('received');
  expect(outcome('promised', to('filed', 'Binder'), coordinator)).toBe('original.no-such-step');
  expect(outcome('not-needed', to('received', 'Shelf'), coordinator)).toBe('original.no-such-step');
});

test('each step is noted with who, when and where; a reason only where it went back', () => {
  const decided = moveOriginal.decide(
    { card, document: documentAt('received') },
    to('promised', 'Their office', 'Unsigned'),
    coordinator,
  );
  const [change] = decided.ok ? decided.value : [];
  const { moves } = (change?.op === 'put' ? change.row : {}) as CardDocument; // the one row it writes
  expect(moves).toEqual([
    { state: 'promised', by: coordinator.actor.userId, at: AT, place: 'Their office', because: 'Unsigned' },
  ]);
});
