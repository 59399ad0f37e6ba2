import * as z from 'zod/mini';
import { fieldKeyOf, isFieldKey } from '../card/card-path.ts';

/** Why accounting sends a point back. `other` needs at least 15 characters of words. */
export const RETURN_CODES = [
  'missing',
  'unreadable',
  'mismatch-with-register',
  'wrong-format',
  'wrong-party',
  'expired',
  'original-not-received',
  'duplicate',
  'other',
] as const;
export const ReturnCode = z.enum(RETURN_CODES);
export type ReturnCode = z.infer<typeof ReturnCode>;

/**
 * The field accounting speaks of: a path of the card, or a line of the field list (`contacts.*.name`) where the whole
 * item is missing.
 */
export const PointPath = z.string().check(
  z.maxLength(80),
  z.refine((path) => fieldKeyOf(path) !== null || isFieldKey(path)),
);

/** One point of a return: a field and what is the matter with it. */
export const ReturnPoint = z
  .object({
    path: PointPath,
    code: ReturnCode,
    note: z.string().check(z.maxLength(1000)),
  })
  .check(z.refine((point) => point.code !== 'other' || point.note.trim().length >= 15));
export type ReturnPoint = z.infer<typeof ReturnPoint>;
