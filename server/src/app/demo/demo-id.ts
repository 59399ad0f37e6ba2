import { createHash } from 'node:crypto';
import type { Id } from '@cession/shared/kernel/id.ts';

/** The same words, the same id (RFC 9562, version 8): a demo made twice is the same demo. */
export function demoId<Noun extends string>(...words: readonly string[]): Id<Noun> {
  const hex = createHash('sha256').update(words.join(' / ')).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-') as Id<Noun>; // a UUID by construction
}
