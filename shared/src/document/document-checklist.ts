import type { CardValues } from '../card/card.ts';
import { viewCard } from '../card/card-view.ts';
import { holds } from '../card/condition.ts';
import type { Jurisdiction } from '../card/jurisdiction.ts';
import { instantToMs, isDay, msToInstant, type Day, type Instant } from '../kernel/instant.ts';
import type { CardDocument } from './document.ts';
import { documentTypeOf, documentTypesIn, type DocumentType, type DueRule } from './document-kinds.ts';

export interface ChecklistCard {
  readonly jurisdiction: Jurisdiction;
  readonly values: CardValues;
  readonly createdAt: Instant;
}

/**
 * - `missing`: nothing is there; - `promised`: somebody said it will come;
 * - `original-outstanding`: a picture is there, the paper is not in the office yet; - `done`.
 */
export type ChecklistState = 'missing' | 'promised' | 'original-outstanding' | 'done';

/** One kind of document the card is asked for, and what there is of it. */
export interface ChecklistLine {
  readonly type: DocumentType;
  readonly documents: readonly CardDocument[];
  readonly state: ChecklistState;
  /** The earliest day something of it is due; null: none, or nothing is left to do. */
  readonly dueOn: Day | null;
  readonly overdue: boolean;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * What a card is asked for, in the order of the list of types. Pure: the same on the phone and at the desk.
 * `today` is a calendar day; something due today is not overdue yet.
 */
export function documentChecklist(
  card: ChecklistCard,
  documents: readonly CardDocument[],
  today: Day | null,
): readonly ChecklistLine[] {
  const view = viewCard({ ...card, allowSamples: true });
  const kept = documents.filter(({ removed }) => !removed);
  return documentTypesIn(card.jurisdiction).flatMap((type) => {
    const { asked } = documentTypeOf(type);
    const own = kept.filter((document) => document.type === type);
    const isAsked = typeof asked === 'boolean' ? asked : holds(asked, view);
    return isAsked || own.length > 0 ? [lineOf(type, own, card, today)] : [];
  });
}

/** The day a new document of this type falls due on this card; null where the rule names none. */
export function dueDayOf(type: DocumentType, card: ChecklistCard): Day | null {
  const { due } = documentTypeOf(type);
  return due === null ? null : dayAfter(due, card);
}

/** Still to come: a file that was promised, or a paper that has not reached the office. */
export function isOutstanding({ file, original, removed }: CardDocument): boolean {
  return !removed && (file === null || original === 'promised' || original === 'in-transit');
}

export function isOverdue(document: CardDocument, today: Day | null): boolean {
  return isOutstanding(document) && document.dueOn !== null && today !== null && document.dueOn < today;
}

function lineOf(
  type: DocumentType,
  documents: readonly CardDocument[],
  card: ChecklistCard,
  today: Day | null,
): ChecklistLine {
  const state = stateOf(documents);
  const dueOn = state === 'done' ? null : (earliest(documents) ?? dueDayOf(type, card));
  return { type, documents, state, dueOn, overdue: dueOn !== null && today !== null && dueOn < today };
}

function stateOf(documents: readonly CardDocument[]): ChecklistState {
  if (documents.length === 0) return 'missing';
  if (!documents.some(({ file }) => file !== null)) return 'promised';
  return documents.some(isOutstanding) ? 'original-outstanding' : 'done';
}

function earliest(documents: readonly CardDocument[]): Day | null {
  const days = documents.flatMap((each) => (isOutstanding(each) && each.dueOn !== null ? [each.dueOn] : []));
  const first = days.toSorted()[0];
  return first !== undefined && isDay(first) ? first : null;
}

/** A contract from years ago is no reason to be late on the first day: then the card's own beginning counts. */
function dayAfter({ days, from }: DueRule, { values, createdAt }: ChecklistCard): Day | null {
  const contract = values['contractDate'];
  const begun = instantToMs(createdAt);
  const signed = from === 'contract-date' && typeof contract === 'string' && isDay(contract) ? startOf(contract) : 0;
  const day = msToInstant(Math.max(begun, signed) + days * DAY_MS).slice(0, 10);
  return isDay(day) ? day : null;
}

function startOf(day: Day): number {
  return instantToMs(`${day}T00:00:00.000Z` as Instant); // the first instant of a day
}
