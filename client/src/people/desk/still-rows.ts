/** A row as it stands on screen. */
export interface StillRow<Row> {
  readonly row: Row;
  /** It left the list meanwhile; it keeps its place until the person acts. */
  readonly gone: boolean;
}

/**
 * The list while somebody points at it: the rows stay where they are and only their words follow the server. What
 * arrived meanwhile waits; `arrived` counts it.
 */
export function stillRows<Row>(
  shown: readonly Row[],
  latest: readonly Row[],
  idOf: (row: Row) => string,
): { readonly rows: readonly StillRow<Row>[]; readonly arrived: number } {
  const byId = new Map(latest.map((row) => [idOf(row), row]));
  const known = new Set(shown.map(idOf));
  return {
    rows: shown.map((row) => {
      const now = byId.get(idOf(row));
      return { row: now ?? row, gone: now === undefined };
    }),
    arrived: latest.filter((row) => !known.has(idOf(row))).length,
  };
}
