import * as z from 'zod/mini';
import { Instant } from '../kernel/instant.ts';

/** Answer of `GET /files/:sha256/parts`. */
export const FileParts = z.object({
  /** Parts that are there and right. */
  parts: z.array(z.int().check(z.nonnegative())),
  /** When the whole was found right; null: not yet. */
  safeAt: z.nullable(Instant),
});
export type FileParts = z.infer<typeof FileParts>;

/** Answer of `POST /files/:sha256/complete`. */
export const FileComplete = z.object({ safeAt: Instant });

/** Why the server does not take a file, or not yet. The words stand in the text area `document`. */
export const FILE_REFUSALS = [
  /** Nothing names this file yet: the mutation that does is still on its way. Try again after it. */
  'file.not-expected',
  /** Parts lack; `parts` says which are there. */
  'file.incomplete',
  /** This part arrived damaged: send it again. */
  'file.part-damaged',
  'file.part-wrong-length',
  /** The whole is not what its name says. Everything was dropped: send it again. */
  'file.damaged',
  /** Its content is not of the type it claims. For good. */
  'file.wrong-type',
  /** A PDF that asks for a password. For good. */
  'file.locked',
] as const;
export type FileRefusal = (typeof FILE_REFUSALS)[number];
