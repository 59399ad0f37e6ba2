import { randomBytes } from 'node:crypto';

/** 256 bits nobody can guess, base64url. */
export function newNonce(): string {
  return randomBytes(32).toString('base64url');
}
