import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { BoardRow } from '@cession/shared/notice/notice-procedures.ts';
import { describe, expect, test } from 'vitest';
import { matchesRow, placeOf } from './board-place.ts';

const AT = '2026-11-20T10:00:00.000Z' as Instant;
const fresh: BoardRow = {
  ...{ noticeId: 'n', cardId: 'c', number: 'ÉRT-2026/7', debtorName: 'Bástya Élelmiszer Kft.', jurisdiction: 'HU' },
  ...{ ownerId: 'o', ownerName: 'Nagy Péter', preparedAt: AT, status: 'prepared', outcome: null, attempts: 0 },
  ...{ refusals: 0, needsRenewal: false, replacedBy: null, activatedAt: null, ceremony: null, toReview: 0 },
  missing: ['limit', 'notice-received', 'instruction-received', 'call-back'],
  proofAsked: null,
};
const received = { ...fresh, status: 'proven', outcome: 'acknowledged', attempts: 1 } as const;

describe('a notice on the board', () => {
  test('goes from prepared over out and proving to active', () => {
    expect(placeOf(fresh)).toBe('prepared');
    expect(placeOf({ ...fresh, attempts: 1 })).toBe('out');
    expect(placeOf({ ...fresh, attempts: 1, outcome: 'acknowledged', status: 'closed' })).toBe('proving');
    expect(placeOf({ ...received, missing: ['limit', 'call-back'] })).toBe('gate');
    expect(placeOf({ ...received, missing: ['call-back'] })).toBe('call-back');
    expect(placeOf({ ...received, missing: [] })).toBe('ready');
    expect(placeOf({ ...received, missing: [], activatedAt: AT })).toBe('active');
  });

  test('that was refused goes on like any other that was received', () => {
    expect(placeOf({ ...received, outcome: 'refused', refusals: 1, missing: ['call-back'] })).toBe('call-back');
  });

  test('delivered by post needs no visit; one that came back is still out', () => {
    expect(placeOf({ ...fresh, outcome: 'by-post', missing: ['call-back'] })).toBe('call-back');
    expect(placeOf({ ...fresh, outcome: 'returned' })).toBe('out');
  });

  test('waits for a person before everything else, and for its renewal even when it is active', () => {
    expect(placeOf({ ...received, status: 'review', toReview: 1, needsRenewal: true, missing: [] })).toBe('review');
    expect(placeOf({ ...received, activatedAt: AT, needsRenewal: true, missing: [] })).toBe('renew');
  });

  test('is past when another took its place, it was withdrawn or the factor released it', () => {
    expect(placeOf({ ...received, replacedBy: 'm', missing: [] })).toBe('past');
    expect(placeOf({ ...fresh, status: 'withdrawn' })).toBe('past');
    expect(placeOf({ ...received, outcome: 'released', activatedAt: AT, missing: [] })).toBe('past');
  });

  test('is found by debtor, number or owner in any case', () => {
    expect(['BÁSTYA', 'ért-2026', 'péter', ' kft. '].map((typed) => matchesRow(fresh, typed))).toEqual([
      ...[true, true, true, true],
    ]);
    expect(matchesRow(fresh, 'other')).toBe(false);
  });
});
