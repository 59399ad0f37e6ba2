import type { enAgreement } from './en/agreement.ts';
import type { enCapture } from './en/capture.ts';
import type { enCard } from './en/card.ts';
import type { enCeremony } from './en/ceremony.ts';
import type { enDocument } from './en/document.ts';
import type { enIdentifier } from './en/identifier.ts';
import type { enEvidence } from './en/evidence.ts';
import type { enNoticeDesk } from './en/notice-desk.ts';
import type { enNotice } from './en/notice.ts';
import type { enOriginals } from './en/originals.ts';
import type { enOutbox } from './en/outbox.ts';
import type { enPeople } from './en/people.ts';
import type { enQueue } from './en/queue.ts';
import type { enRefusal } from './en/refusal.ts';
import type { enRequirement } from './en/requirement.ts';
import type { enShell } from './en/shell.ts';
import type { enSync } from './en/sync.ts';
import type { enToday } from './en/today.ts';
import type { enVerify } from './en/verify.ts';

/**
 * Which text areas travel together. `rep` is on the phone from the first load and works offline; `rules`
 * comes beside the rules themselves; `card` with the first screen that shows a card, on the phone and at the desk;
 * `notice` with the screens of notices and their signing; `desk` is fetched by the desk's screens only;
 * `verify` belongs to the public page. A new area is three files (en, hu, ru), its name here and its type in `EnglishTexts`.
 */
export const areasByBundle = {
  rep: ['shell', 'people', 'sync', 'today'],
  rules: ['refusal', 'outbox'],
  card: ['card', 'requirement', 'identifier', 'capture', 'document'],
  notice: ['notice', 'ceremony'],
  desk: ['queue', 'originals', 'agreement', 'notice-desk', 'evidence'],
  verify: ['verify'],
} as const satisfies Record<string, readonly string[]>;

export type Bundle = keyof typeof areasByBundle;
/** What the app loads; the public page is no part of it and brings its own words. */
export type AppBundle = Exclude<Bundle, 'verify'>;

export type EnglishTexts = typeof enShell &
  typeof enPeople &
  typeof enRefusal &
  typeof enOutbox &
  typeof enSync &
  typeof enToday &
  typeof enCard &
  typeof enRequirement &
  typeof enIdentifier &
  typeof enCapture &
  typeof enDocument &
  typeof enOriginals &
  typeof enEvidence &
  typeof enNoticeDesk &
  typeof enNotice &
  typeof enCeremony &
  typeof enAgreement &
  typeof enQueue &
  typeof enVerify;
export type TextId = keyof EnglishTexts;

/** A language other than English: every id of the English area, nothing missing. */
export type Translation<English> = Readonly<Record<keyof English, string>>;
