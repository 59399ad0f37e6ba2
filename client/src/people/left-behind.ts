import * as z from 'zod/mini';
import { readPreference, savePreference } from '../device/preference.ts';

/** Somebody whose unsent work lies on this device while another person is signed in. A name, nothing of the work. */
const LeftBehind = z.object({
  userId: z.string(),
  companyId: z.string(),
  name: z.string(),
  /** Entries of the outbox and unfinished forms. */
  count: z.number(),
});
export type LeftBehind = z.infer<typeof LeftBehind>;

const NAME = 'left-behind';

export function readLeftBehind(): readonly LeftBehind[] {
  try {
    const parsed = z.array(LeftBehind).safeParse(JSON.parse(readPreference(NAME) ?? '[]'));
    return parsed.success ? parsed.data : [];
  } catch {
    return []; // damaged text: the work itself is in that person's own database and not touched by this
  }
}

/** `count` 0 takes the person off the list. */
export function noteLeftBehind(person: LeftBehind): void {
  const others = readLeftBehind().filter((other) => !isSame(other, person));
  savePreference(NAME, JSON.stringify(person.count > 0 ? [...others, person] : others));
}

function isSame(a: LeftBehind, b: LeftBehind): boolean {
  return a.userId === b.userId && a.companyId === b.companyId;
}
