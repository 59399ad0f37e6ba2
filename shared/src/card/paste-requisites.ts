import { err, ok, type Result } from '../kernel/result.ts';
import type { CardChanges } from './card-changes.ts';
import { listOf, pathOf } from './card-view.ts';
import { specOf, type ItemList } from './card-path.ts';
import type { FieldKey } from './card-fields.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { cleanPaste } from './paste-clean.ts';
import { readLabelled } from './paste-labelled.ts';
import { readPlain } from './paste-plain.ts';
import { PasteSheet, type PastedValue } from './paste-sheet.ts';

/** Longer texts are refused: a block of company details is a screen or two, not a book. UTF-16 units. */
export const PASTE_MAX = 20_000;

export interface PastedRequisites {
  /** null where neither the text nor the caller says whose rules apply. */
  readonly jurisdiction: Jurisdiction | null;
  readonly found: readonly PastedValue[];
  /** What was not understood, for the person to read. */
  readonly leftOver: string;
}

export type PasteRefusal =
  | { readonly code: 'paste.too-long'; readonly max: number }
  | { readonly code: 'paste.nothing-found' };

/**
 * Reads a Hungarian or Russian block of company details. Takes what is written and nothing else: no digit that is
 * not in the text, no bank looked up from a БИК. Never throws; numbers that fail their check come back flagged.
 */
export function pasteRequisites(text: string, hint?: Jurisdiction): Result<PastedRequisites, PasteRefusal> {
  if (text.length > PASTE_MAX) return err({ code: 'paste.too-long', max: PASTE_MAX });
  const clean = cleanPaste(text);
  const jurisdiction = detectJurisdiction(clean) ?? hint ?? null;
  const country = jurisdiction === 'RU' ? 'RU' : 'HU';
  const sheet = new PasteSheet(clean);
  readLabelled(sheet, country);
  readPlain(sheet, country);
  const found = sheet.found(jurisdiction ?? 'EU').filter((value) => isMeantFor(value, jurisdiction));
  if (found.length === 0) return err({ code: 'paste.nothing-found' });
  return ok({ jurisdiction, found, leftOver: sheet.leftOver() });
}

/** The found values as changes to a card; `itemId` gives the id of the nth pasted contact or bank account. */
export function changesOfPaste(
  found: readonly PastedValue[],
  itemId: (list: ItemList, item: number) => string,
): CardChanges {
  return Object.fromEntries(
    found.map(({ key, item, value }) => {
      const list = listOf(key);
      return [pathOf(key, list === null || item === null ? null : itemId(list, item)), value];
    }),
  );
}

const HUNGARIAN_SIGNS =
  /adósz|cégjegyz|székhely|számlaszám|(?<![\p{L}])(?:kft|zrt|nyrt|bt)(?![\p{L}])|(?<![\d-])\d{8}-[1-5]-\d{2}(?![\d-])/giu;
const RUSSIAN_SIGNS = /(?<!\p{L})(?:инн|кпп|огрн|огрнип|бик|ооо|пао|зао|ип)(?!\p{L})|сч[её]т|[рк]\/сч?/giu;

function detectJurisdiction(text: string): Jurisdiction | null {
  const hungarian = text.match(HUNGARIAN_SIGNS)?.length ?? 0;
  const russian = text.match(RUSSIAN_SIGNS)?.length ?? 0;
  if (hungarian !== russian) return hungarian > russian ? 'HU' : 'RU';
  return isMostlyCyrillic(text) ? 'RU' : null;
}

function isMostlyCyrillic(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  return letters >= 20 && (text.match(/\p{Script=Cyrillic}/gu)?.length ?? 0) * 2 > letters;
}

/** On a card of another country only what is written alike everywhere is offered. */
function isMeantFor({ key }: PastedValue, jurisdiction: Jurisdiction | null): boolean {
  if (jurisdiction === 'HU' || jurisdiction === 'RU') return true;
  const onCard = jurisdiction === null || (specOf(key).in?.includes(jurisdiction) ?? true);
  return onCard && ALIKE_EVERYWHERE.some((alike) => alike === key);
}

const ALIKE_EVERYWHERE: readonly FieldKey[] = [
  'legalName',
  'euVatNumber',
  'contacts.*.name',
  'contacts.*.email',
  'contacts.*.phone',
  'invoiceEmail',
  'bankAccounts.*.iban',
  'bankAccounts.*.bic',
];
