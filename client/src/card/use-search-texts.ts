import { useEffect, useMemo } from 'react';
import type { Searchable } from './card-search.ts';
import { searchTexts, type SearchTexts } from './search-texts.ts';

/** So few that a slow phone draws and answers in between. */
const MADE_AT_ONCE = 200;

/** What rows are searched by, made ready in small portions before anybody types. `textOf` is always the same. */
export function useSearchTexts<Row>(rows: readonly Row[], textOf: (row: Row) => Searchable): SearchTexts<Row> {
  const texts = useMemo(() => searchTexts(rows, textOf), [rows, textOf]);
  useEffect(() => {
    let due = setTimeout(function make() {
      if (texts.makeReady(MADE_AT_ONCE)) due = setTimeout(make);
    });
    return () => clearTimeout(due);
  }, [texts]);
  return texts;
}
