/**
 * A comma-separated file as RFC 4180 has it: lines end with CR LF, every cell stands in quotes, a quote inside is
 * doubled. It opens with a byte order mark: without one, Excel reads UTF-8 as the code page of the machine.
 *
 * Two kinds of reader, two files:
 * - `program` (commas): a cell holds what the card holds, digit for digit. Importing it as text keeps leading zeros.
 * - `spreadsheet` (semicolons, as Hungarian and Russian Excel expect): what Excel would change while opening
 *   — a number with a leading zero, or longer than eleven digits, a house 3/4 that it takes for a date, a 1E5 for a
 *   power — gets an apostrophe in front. The other known way,
 *   `="00032537"`, is a formula, and a file full of formulas teaches people to allow them.
 *
 * In both, a text that a spreadsheet would run as a formula gets the apostrophe too (OWASP, CSV injection).
 */
export type CsvReader = 'program' | 'spreadsheet';

export function csvText(rows: readonly (readonly string[])[], reader: CsvReader): string {
  const separator = reader === 'program' ? ',' : ';';
  const lines = rows.map((row) => row.map((cell) => quoted(cell, reader)).join(separator));
  return `\uFEFF${lines.map((line) => `${line}\r\n`).join('')}`;
}

function quoted(cell: string, reader: CsvReader): string {
  const guard = isFormula(cell) || (reader === 'spreadsheet' && isChangedByExcel(cell));
  return `"${guard ? "'" : ''}${cell.replaceAll('"', '""')}"`;
}

/** White space in front does not stop a spreadsheet, nor do the full-width signs of East Asian keyboards. */
function isFormula(cell: string): boolean {
  return /^[\t\r\n\0]|^\s*[=+\-@＝＋－＠]/u.test(cell);
}

function isChangedByExcel(cell: string): boolean {
  const isLongNumber = /^0\d+$|^\d{12,}$/.test(cell);
  const isLikeDate = /^\d{1,2}[./-]\d{1,2}([./-]\d{1,4})?$/.test(cell);
  return isLongNumber || isLikeDate || /^\d+E\d+$/i.test(cell);
}
