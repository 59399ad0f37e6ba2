import { useState } from 'react';
import { stillRows, type StillRow } from './still-rows.ts';

interface StillList<Row> {
  readonly rows: readonly StillRow<Row>[];
  /** New items that wait until the person acts. */
  readonly arrived: number;
  /** The person acted: the list may move. */
  readonly refresh: () => void;
  /** Put on the list: it stands still while somebody points at it or works in it. */
  readonly onPointerEnter: () => void;
  readonly onPointerLeave: () => void;
}

/** A list that does not move under the cursor. `scope` names the question: another one starts from the server's order. */
export function useStillList<Row>(scope: string, latest: readonly Row[], idOf: (row: Row) => string): StillList<Row> {
  const [pointed, setPointed] = useState(false);
  const [frozen, setFrozen] = useState<{ scope: string; rows: readonly Row[] } | null>(null);
  const shown = pointed && frozen?.scope === scope ? frozen.rows : latest;
  if (pointed && frozen?.scope !== scope) setFrozen({ scope, rows: latest });
  return {
    ...stillRows(shown, latest, idOf),
    refresh: () => setFrozen({ scope, rows: latest }),
    onPointerEnter: () => {
      setFrozen({ scope, rows: latest });
      setPointed(true);
    },
    onPointerLeave: () => setPointed(false),
  };
}
