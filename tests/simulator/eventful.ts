import type { LedgerFact, RowFact, Truth } from './world.ts';

const KINDS = ['settled', 'open', 'resolved', 'returned', 'accepted', 'refused', 'clashed'] as const;

/** What people ran into, and what came of it: stories in which nothing happens prove nothing. */
export type Events = Readonly<Record<(typeof KINDS)[number], number>>;

export const NO_EVENTS: Events = { settled: 0, open: 0, resolved: 0, returned: 0, accepted: 0, refused: 0, clashed: 0 };

/** As the server has it at the end of one story. */
export async function countEvents(truth: Truth): Promise<Events> {
  const [rows, ledger] = [await truth.rows(), await truth.ledger()];
  const rowsWith = (table: string, field: string, value: string) =>
    rows.filter((one: RowFact) => one.table === table && one.row[field] === value).length;
  const acts = (state: string) => ledger.filter((fact: LedgerFact) => fact.state === state).length;
  return {
    settled: rowsWith('conflicts', 'status', 'auto'),
    open: rowsWith('conflicts', 'status', 'open'),
    resolved: rowsWith('conflicts', 'status', 'resolved'),
    returned: rowsWith('handoffs', 'state', 'returned'),
    accepted: rowsWith('handoffs', 'state', 'accepted'),
    refused: acts('rejected'),
    clashed: acts('conflict'),
  };
}

export function addEvents(one: Events, other: Events): Events {
  const sums = KINDS.map((kind) => [kind, one[kind] + other[kind]] as const);
  return Object.fromEntries(sums) as Events; // of every kind there is
}
