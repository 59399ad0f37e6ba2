/** What the gate knows of one document of a card: its kind, and whether there is more than a promise. */
export interface HeldDocument {
  readonly type: string;
  readonly hasFile: boolean;
}

/** A document as its row says it, as far as a card cares. The rows belong to the document feature. */
export interface DocumentRow {
  readonly id: string;
  readonly cardId: string;
  readonly type: string;
  readonly file: unknown;
  readonly removed: boolean;
}

/** The wire name of the table those rows are kept in. */
export const DOCUMENT_ROWS = 'card-documents';

/** The documents of one card as the gate takes them, in an order that does not depend on when they came. */
export function heldBy(cardId: string, rows: readonly DocumentRow[]): readonly HeldDocument[] {
  return rows
    .filter((row) => row.cardId === cardId && !row.removed)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ type, file }) => ({ type, hasFile: file !== null }));
}
