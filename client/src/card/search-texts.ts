import type { Query, Searchable } from './card-search.ts';

export interface SearchTexts<Row> {
  /** The rows the query finds, in their order: every word in its names, or its number in one of theirs. */
  find(query: Query): readonly Row[];
  /** Makes the texts of some more rows ready; false when all are. `find` makes the missing ones itself. */
  makeReady(some: number): boolean;
}

/** Everything rows are searched by, as one long text: looking through it is quicker than opening thousands of rows. */
export function searchTexts<Row>(rows: readonly Row[], textOf: (row: Row) => Searchable): SearchTexts<Row> {
  const texts: Searchable[] = [];
  let whole: { readonly names: Joined; readonly numbers: Joined } | null = null;
  const makeUpTo = (end: number) => {
    for (const row of rows.slice(texts.length, end)) texts.push(textOf(row));
  };
  const joined = () => {
    makeUpTo(rows.length);
    return (whole ??= {
      names: join(texts.map(({ names }) => names)),
      numbers: join(texts.map((each) => each.numbers)),
    });
  };
  return {
    find: ({ words, number }) => {
      const { names, numbers } = joined();
      const [rarest = '', ...others] = words.toSorted((left, right) => right.length - left.length);
      const named = rowsWith(names, rarest);
      const found =
        others.length === 0 ? named : named.filter((row) => others.every((word) => texts[row]?.names.includes(word)));
      return rowsAt(rows, number === '' ? found : united(found, rowsWith(numbers, number)));
    },
    makeReady: (some) => {
      makeUpTo(texts.length + some);
      if (texts.length === rows.length) joined();
      return texts.length < rows.length;
    },
  };
}

interface Joined {
  readonly text: string;
  /** Where the text of each row ends. */
  readonly ends: Int32Array;
}

/** With a line break between them: no word and no number that is looked for holds one. */
function join(texts: readonly string[]): Joined {
  const ends = new Int32Array(texts.length);
  let end = -1;
  for (const [at, text] of texts.entries()) {
    end += 1 + text.length;
    ends[at] = end;
  }
  return { text: texts.join('\n'), ends };
}

/** The places of all rows that hold the part, ascending. */
function rowsWith({ text, ends }: Joined, part: string): readonly number[] {
  const found: number[] = [];
  let row = 0;
  for (let place = text.indexOf(part); place !== -1; place = text.indexOf(part, ends[row])) {
    while ((ends[row] ?? text.length) <= place) row += 1;
    found.push(row);
  }
  return found;
}

function united(left: readonly number[], right: readonly number[]): readonly number[] {
  return [...new Set([...left, ...right])].toSorted((one, other) => one - other);
}

function rowsAt<Row>(rows: readonly Row[], places: readonly number[]): readonly Row[] {
  const found: Row[] = [];
  for (const place of places) {
    const row = rows[place];
    if (row !== undefined) found.push(row);
  }
  return found;
}
