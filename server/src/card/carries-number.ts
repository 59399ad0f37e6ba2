import { inArray, or, sql, type SQL } from 'drizzle-orm';
import { cardKeyTable, MOST_NUMBERS } from './card-tables.ts';

/** Cards that carry one of these registration keys, asked number by number: in these words the indexes serve. */
export function carriesOneOf(keys: readonly string[]): SQL | undefined {
  const places = Array.from({ length: MOST_NUMBERS }, (_, at) => sql.raw(String(at + 1)));
  return or(...places.map((place) => inArray(sql`${cardKeyTable.keys}[${place}]`, [...keys])));
}
