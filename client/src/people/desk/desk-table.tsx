import type { ReactNode } from 'react';

export interface Column<Row> {
  title: string;
  cell: (row: Row) => ReactNode;
  /** Counts stand at the end. */
  number?: boolean;
  /** Compared digit by digit. */
  code?: boolean;
}

interface DeskTableProps<Row> {
  label: string;
  rows: readonly Row[];
  idOf: (row: Row) => string;
  columns: readonly Column<Row>[];
}

/** A plain table; on a narrow screen each row becomes a small sheet with its titles beside the values. */
export function DeskTable<Row>({ label, rows, idOf, columns }: DeskTableProps<Row>) {
  const [first, ...others] = columns;
  return (
    <div className="relative overflow-x-auto rounded-3 border border-line bg-sheet">
      <table aria-label={label} className="w-full border-separate border-spacing-0 max-wide:block">
        <thead className="max-wide:sr-only">
          <tr>
            {columns.map(({ title, number = false }) => (
              <th
                key={title}
                scope="col"
                className={`border-b border-line px-4 py-2 text-1 font-semibold text-ink-3 ${number ? 'text-end' : 'text-start'}`}
              >
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-wide:block">
          {rows.map((row) => (
            <tr
              key={idOf(row)}
              className="group max-wide:block max-wide:border-b max-wide:border-line max-wide:py-2 max-wide:last:border-b-0"
            >
              <th scope="row" className={`${CELL} text-start font-semibold`}>
                {first?.cell(row)}
              </th>
              {others.map(({ title, cell, number = false, code = false }) => (
                <td
                  key={title}
                  className={`${CELL} desk:whitespace-nowrap ${number ? 'wide:text-end' : ''} ${code ? 'font-mono' : ''}`}
                >
                  <span aria-hidden className="me-2 font-sans text-1 text-ink-3 wide:hidden">
                    {title}
                  </span>
                  {cell(row)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const CELL =
  'px-4 py-2 align-baseline max-wide:[overflow-wrap:anywhere] max-wide:block max-wide:py-0.5 wide:border-b wide:border-line wide:group-last:border-b-0';
