import * as z from 'zod/mini';

/** Characters nobody can see, or that turn the direction of what stands beside them. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u;

/** Words somebody really wrote: 3 to 300 characters without those nobody can see. */
export const Because = z.string().check(
  z.maxLength(300),
  z.refine((text) => text.trim().length >= 3 && !UNSEEN.test(text)),
);

/** A name to be compared letter by letter: nothing invisible in it. */
export const HolderName = z.string().check(
  z.maxLength(300),
  z.refine((text) => text.trim().length > 0 && !UNSEEN.test(text)),
);
