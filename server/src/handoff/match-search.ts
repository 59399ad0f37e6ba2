import { foldName } from '@cession/shared/card/fold-name.ts';
import { ilike, or, sql, type SQL } from 'drizzle-orm';
import { cardKeyTable } from '../card/card-tables.ts';

/** Cards whose name or registration number holds what was typed, in any spelling; undefined for an empty search. */
export function matchesSearch(search: string): SQL | undefined {
  const typed = search.trim();
  if (typed === '') return undefined;
  const folded = foldName(typed);
  const digits = typed.replaceAll(/[\s./-]/g, '').toUpperCase();
  return or(
    folded === '' ? undefined : ilike(cardKeyTable.foldedName, `%${likeText(folded)}%`),
    ilike(cardKeyTable.name, `%${likeText(typed)}%`),
    digits.length < 3
      ? undefined
      : sql`exists (select from unnest(${cardKeyTable.keys}) as key where key like ${`%${likeText(digits)}%`})`,
  );
}

/** Typed signs stand for themselves. */
export function likeText(text: string): string {
  return text.replaceAll(/[\\%_]/g, (sign) => `\\${sign}`);
}
