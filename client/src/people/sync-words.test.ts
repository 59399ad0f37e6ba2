import { Instant } from '@cession/shared/kernel/instant.ts';
import { setupI18n } from '@lingui/core';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { describe, expect, test } from 'vitest';
import type { SyncStatus } from '../sync/sync-status.ts';
import { enSync } from '../text/en/sync.ts';
import { formatLocales } from '../text/locale.ts';
import { huSync } from '../text/hu/sync.ts';
import { ruSync } from '../text/ru/sync.ts';
import type { Text } from '../text/texts.ts';
import { newsBetween, pillWords } from './sync-words.ts';

const quiet: SyncStatus = {
  ...{ waiting: 0, needsYou: 0, inReview: 0, conflicts: 0, sending: false, link: 'ok' },
  ...{ lastContact: Instant.parse('2026-11-20T08:00:00.000Z'), firstSync: null, stuck: false, nextTryInMs: null },
};
const pill = (t: Text['t'], change: Partial<SyncStatus>) => pillWords(t, { ...quiet, ...change })?.words ?? null;

describe('the pill', () => {
  const t = translator('en', enSync);

  test('is silent when everything is sent', () => {
    expect(pill(t, {})).toBeNull();
  });

  test('counts what waits, and what needs the person before that', () => {
    expect(pill(t, { waiting: 3 })).toBe('3 waiting to send');
    expect(pill(t, { waiting: 3, needsYou: 1 })).toBe('1 needs you');
    expect(pill(t, { needsYou: 1, conflicts: 1 })).toBe('2 need you');
  });

  test('asks for the sign-in that everything else waits for', () => {
    expect(pill(t, { link: 'paused-auth', waiting: 3, needsYou: 1 })).toBe('Sign in to send 3');
    expect(pill(t, { link: 'paused-auth' })).toBe('Sign in again');
  });

  test('tells how far the first sync is, and that it cannot go on without a connection', () => {
    expect(pill(t, { firstSync: { done: 120, total: 900 } })).toBe('120 of 900');
    expect(pill(t, { firstSync: { done: 0, total: 0 }, link: 'unreachable' })).toBe('No connection');
  });
});

test.each([
  [1, '1 küldésre vár'],
  [3, '3 küldésre vár'],
])('in Hungarian %i is said without a plural', (waiting, words) => {
  expect(pill(translator('hu', huSync), { waiting })).toBe(words);
});

test.each([
  [1, '1 ждёт отправки'],
  [2, '2 ждут отправки'],
  [5, '5 ждут отправки'],
  [21, '21 ждёт отправки'],
])('in Russian %i takes its own form', (waiting, words) => {
  expect(pill(translator('ru', ruSync), { waiting })).toBe(words);
});

describe('news', () => {
  const between = (before: Partial<SyncStatus>, now: Partial<SyncStatus>) =>
    newsBetween({ ...quiet, ...before }, { ...quiet, ...now });

  test('a lost connection is told once', () => {
    expect(between({}, { link: 'unreachable' })).toBe('offline');
    expect(between({ link: 'unreachable' }, { link: 'unreachable', waiting: 1 })).toBeNull();
  });

  test('after being cut off, all sent is good news; after an ordinary save it is none', () => {
    expect(between({ link: 'unreachable', waiting: 2 }, {})).toBe('sent');
    expect(between({ waiting: 1, sending: true }, {})).toBeNull();
  });

  test('a refusal is news at once', () => {
    expect(between({ waiting: 1 }, { needsYou: 1 })).toBe('needsYou');
  });
});

/** The real words, compiled as the build does it. */
function translator(locale: 'en' | 'hu' | 'ru', area: Readonly<Record<string, string>>): Text['t'] {
  const i18n = setupI18n();
  const messages = Object.entries(area).map(([id, message]) => [id, compileMessageOrThrow(message)]);
  i18n.load(locale, Object.fromEntries(messages));
  i18n.activate(locale, formatLocales[locale]);
  return (id, ...[values]) => i18n._(id, values);
}
