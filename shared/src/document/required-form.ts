import * as z from 'zod/mini';

/** The form in which a document counts. Apart from the document itself: a hand-over names it on the phone's first screen. */
export const RequiredForm = z.enum(['electronic-original', 'paper-original', 'copy']);
export type RequiredForm = z.infer<typeof RequiredForm>;
