import type { Day, Instant } from '@cession/shared/kernel/instant.ts';
import { EU_COUNTRIES } from '@cession/shared/card/jurisdiction.ts';
import { describe, expect, test } from 'vitest';
import { addBusinessHours } from '../people/business-hours.ts';
import { isRestDay, nextDay, zoneOfCountry } from '../people/rest-days.ts';
import { dueAt } from './service-level.ts';

const at = (text: string) => text as Instant;
const day = (text: string) => text as Day;
const due = (receivedAt: string, cardCountry: string, companyCountry = 'HU', dueBefore: string | null = null) =>
  dueAt({
    receivedAt: at(receivedAt),
    dueBefore: dueBefore === null ? null : at(dueBefore),
    companyCountry,
    cardCountry,
  });

describe('accounting answers a new card within one business day', () => {
  test('what arrives on Tuesday at three is due on Wednesday at three', () => {
    expect(due('2026-11-24T14:00:00.000Z', 'HU')).toBe('2026-11-25T14:00:00.000Z');
  });

  test('what arrives on Friday at three is due on Monday at three', () => {
    expect(due('2026-11-20T14:00:00.000Z', 'HU')).toBe('2026-11-23T14:00:00.000Z');
  });

  test('what arrives at night counts from the morning', () => {
    expect(due('2026-11-24T22:30:00.000Z', 'HU')).toBe('2026-11-25T16:00:00.000Z');
  });

  test('nobody waits for an answer over a Hungarian Christmas', () => {
    // Wednesday 23 December noon; 24, 25, 26 and 27 are rest days.
    expect(due('2026-12-23T11:00:00.000Z', 'HU')).toBe('2026-12-28T11:00:00.000Z');
  });

  test('a Saturday worked in return for Christmas Eve is a business day', () => {
    expect(due('2026-12-11T15:00:00.000Z', 'HU')).toBe('2026-12-12T15:00:00.000Z');
  });

  test('a Russian company rests from New Year to 11 January', () => {
    expect(due('2025-12-30T13:00:00.000Z', 'RU', 'RU')).toBe('2026-01-12T13:00:00.000Z');
  });

  test('an American customer is not asked for on Thanksgiving', () => {
    expect(due('2026-11-25T14:00:00.000Z', 'US')).toBe('2026-11-27T14:00:00.000Z');
  });

  test('the clocks going back in October cost nobody an hour', () => {
    expect(due('2026-10-22T14:00:00.000Z', 'DE')).toBe('2026-10-26T15:00:00.000Z');
  });
});

describe('a card that was mended keeps its clock', () => {
  test('it is due in half a day when the first due time is still far', () => {
    expect(due('2026-11-24T09:00:00.000Z', 'HU', 'HU', '2026-11-25T16:00:00.000Z')).toBe('2026-11-24T13:00:00.000Z');
  });

  test('it stays past due when it was', () => {
    expect(due('2026-11-24T09:00:00.000Z', 'HU', 'HU', '2026-11-20T16:00:00.000Z')).toBe('2026-11-20T16:00:00.000Z');
  });
});

describe('the calendars', () => {
  test.each([
    ['HU', '2026-12-24'],
    ['HU', '2027-12-24'],
    ['HU', '2026-10-23'],
    ['RU', '2026-01-01'],
    ['RU', '2026-01-05'],
    ['RU', '2026-01-08'],
    ['RU', '2026-05-11'],
    ['US', '2026-11-26'],
    ['US', '2026-07-03'],
    ['DE', '2026-10-03'],
    ['AT', '2026-10-26'],
  ])('%s rests on %s', (country, date) => {
    expect(isRestDay(country, day(date))).toBe(true);
  });

  test.each([
    ['HU', '2026-12-12'],
    ['HU', '2026-11-23'],
    ['RU', '2026-01-12'],
    ['US', '2026-11-27'],
    ['DE', '2026-12-23'],
  ])('%s works on %s', (country, date) => {
    expect(isRestDay(country, day(date))).toBe(false);
  });

  test('know every member state, with its holidays and its clocks', () => {
    for (const country of EU_COUNTRIES) {
      expect(isRestDay(country, day('2026-12-25')), country).toBe(true);
      expect(zoneOfCountry(country), country).toMatch(/^(Europe|Asia|Atlantic)\//);
    }
  });

  test('a business day always lies ahead, wherever one starts in the year', () => {
    for (let start = day('2026-01-01'); start < '2027-01-01'; start = nextDay(start)) {
      const done = addBusinessHours(at(`${start}T12:00:00.000Z`), 8, ['HU', 'RU']);
      expect(done > `${start}T12:00:00.000Z`).toBe(true);
      expect(isRestDay('HU', day(done.slice(0, 10))) || isRestDay('RU', day(done.slice(0, 10)))).toBe(false);
    }
  });
});
