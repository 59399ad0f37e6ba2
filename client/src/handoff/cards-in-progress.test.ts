import type { Card } from '@cession/shared/card/card.ts';
import { expect, test } from 'vitest';
import { cardsInProgress } from './cards-in-progress.ts';

const me = { userId: 'nagy', companyId: 'danube', roles: ['rep'] };
/** Only what is looked at here. */
const card = (id: string, minute: number, rest: object = {}) =>
  ({
    ...{ id, ownerId: 'nagy', helpers: [], status: 'draft' },
    changedAt: `2026-11-01T08:${String(minute).padStart(2, '0')}:00.000Z`,
    ...rest,
  }) as unknown as Card;
const idsOf = (cards: readonly Card[]) => cards.map(({ id }) => id);

test('the twelve cards touched last are shown, the newest first, and all are counted', () => {
  const minutes = [7, 31, 2, 19, 44, 3, 58, 21, 9, 13, 40, 27, 1, 36, 50];
  const { inProgress } = cardsInProgress(
    minutes.map((minute) => card(`at-${minute}`, minute)),
    me,
    () => false,
  );
  const newest = minutes.toSorted((left, right) => right - left).slice(0, 12);
  expect(idsOf(inProgress.latest)).toEqual(newest.map((minute) => `at-${minute}`));
  expect(inProgress.count).toBe(15);
});

test('a card that was handed over stays in sight until it has left the phone, then it is with accounting', () => {
  const cards = [card('waits', 1, { status: 'handed-over' }), card('sent', 2, { status: 'handed-over' })];
  const found = cardsInProgress(cards, me, ({ id }) => id === 'waits');
  expect(idsOf(found.inProgress.latest)).toEqual(['waits']);
  expect(found.withAccounting).toBe(1);
});

test('returned and accepted cards and those of others are not in progress', () => {
  const cards = [
    card('back', 1, { status: 'returned' }),
    card('done', 2, { status: 'accepted' }),
    card('theirs', 3, { ownerId: 'kiss' }),
  ];
  expect(cardsInProgress(cards, me, () => false)).toEqual({ inProgress: { count: 0, latest: [] }, withAccounting: 0 });
});
