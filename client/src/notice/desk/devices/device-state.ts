import { instantToMs } from '@cession/shared/kernel/instant.ts';
import type { EnrolledDevice } from '@cession/shared/notice/device-procedures.ts';
import type { Tone } from '../../../ui/pill.tsx';

const WEEK_MS = 7 * 24 * 60 * 60 * 1000;

export type DeviceState = 'trusted' | 'dark' | 'replaced' | 'revoked';

/** `dark`: not in contact for a week; evidence may lie on it that nobody has. */
export function deviceState({ revoked, replacedAt, lastSeen }: EnrolledDevice, nowMs: number): DeviceState {
  if (revoked !== null) return 'revoked';
  if (replacedAt !== null) return 'replaced';
  return nowMs - instantToMs(lastSeen) > WEEK_MS ? 'dark' : 'trusted';
}

export const STATE_TONE: Readonly<Record<DeviceState, Tone>> = {
  trusted: 'proven',
  dark: 'wait',
  replaced: 'neutral',
  revoked: 'wrong',
};
