import type { enCapture } from './en/capture.ts';
import type { enCard } from './en/card.ts';
import type { enIdentifier } from './en/identifier.ts';
import type { enPeople } from './en/people.ts';
import type { enQueue } from './en/queue.ts';
import type { enRefusal } from './en/refusal.ts';
import type { enRequirement } from './en/requirement.ts';
import type { enShell } from './en/shell.ts';
import type { enSync } from './en/sync.ts';
import type { enToday } from './en/today.ts';

/**
 * Which text areas travel together. `rep` is on the phone from the first load and works offline; `card` comes with the
 * first screen that shows a card, on the phone and at the desk; `desk` is fetched by the accounting screens only. A new area is three files (en, hu, ru), its name here
 * and its type in `EnglishTexts`.
 */
export const areasByBundle = {
  rep: ['shell', 'people', 'refusal', 'sync', 'today'],
  card: ['card', 'requirement', 'identifier', 'capture'],
  desk: ['queue'],
} as const satisfies Record<string, readonly string[]>;

export type Bundle = keyof typeof areasByBundle;

export type EnglishTexts = typeof enShell &
  typeof enPeople &
  typeof enRefusal &
  typeof enSync &
  typeof enToday &
  typeof enCard &
  typeof enRequirement &
  typeof enIdentifier &
  typeof enCapture &
  typeof enQueue;
export type TextId = keyof EnglishTexts;

/** A language other than English: every id of the English area, nothing missing. */
export type Translation<English> = Readonly<Record<keyof English, string>>;
