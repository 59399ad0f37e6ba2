import type { Result } from '@cession/shared/kernel/result.ts';
import type { DeviceRefusal } from '../notice/devices.ts';
import { refuseRequest } from './request-refused.ts';

const sentences: Record<DeviceRefusal, string> = {
  'device.unknown': 'This device is not enrolled here for you.',
  'device.sign-in-again': 'Sign in again first: a device is enrolled within 15 minutes of signing in.',
  'device.nonce-spent': 'This number was used or is too old. Ask for a new one.',
  'device.not-proven': 'A signature does not fit the key.',
  'device.taken': 'This key belongs to somebody else.',
  'device.revoked': 'This device was revoked. It needs a new key.',
};

export function aboutDevice<T>(result: Result<T, DeviceRefusal>): T {
  if (result.ok) return result.value;
  const status = result.error === 'device.unknown' ? 404 : result.error === 'device.not-proven' ? 400 : 409;
  throw refuseRequest(status, result.error, sentences[result.error]);
}
