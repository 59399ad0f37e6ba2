import { uuidV7 } from '@cession/shared/kernel/id.ts';
import { now } from './clock.ts';

export function newId(): string {
  return uuidV7(now(), crypto.getRandomValues(new Uint8Array(10)));
}
