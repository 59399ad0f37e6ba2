import { addMs, instantToMs, type Instant } from '@cession/shared/kernel/instant.ts';
import type { EnrolledDevice } from '@cession/shared/notice/device-procedures.ts';
import { expect, test } from 'vitest';
import { deviceState } from './device-state.ts';

const NOW = '2026-11-24T12:00:00.000Z' as Instant;
const DAY_MS = 24 * 60 * 60 * 1000;
const seen = (days: number, more: Partial<EnrolledDevice> = {}): EnrolledDevice => ({
  ...{ deviceKey: 'k', userId: 'u', userName: 'Anna', label: 'tablet', build: '1', notBefore: NOW, gaps: [] },
  ...{ lastSeen: addMs(NOW, -days * DAY_MS), replacedAt: null, revoked: null },
  ...more,
});
const stateOf = (device: EnrolledDevice) => deviceState(device, instantToMs(NOW));

test('a device is trusted while it is heard from, and goes dark after a week', () => {
  expect([stateOf(seen(0)), stateOf(seen(7)), stateOf(seen(8))]).toEqual(['trusted', 'trusted', 'dark']);
});

test('locked out stands above everything, a renewed key above silence', () => {
  const revoked = { at: NOW, because: 'lost', compromisedSince: null };
  expect(stateOf(seen(30, { replacedAt: NOW }))).toBe('replaced');
  expect(stateOf(seen(30, { replacedAt: NOW, revoked }))).toBe('revoked');
});
