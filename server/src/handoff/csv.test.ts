import { describe, expect, test } from 'vitest';
import { csvText } from './csv.ts';

const cells = (text: string): string => text.slice(1, -2);
const program = (cell: string): string => cells(csvText([[cell]], 'program'));
const spreadsheet = (cell: string): string => cells(csvText([[cell]], 'spreadsheet'));

describe('a CSV file', () => {
  test('opens with a byte order mark and ends every line as RFC 4180 says', () => {
    expect(
      csvText(
        [
          ['name', 'note'],
          ['Kék „Madár” Kft.', 'a "quoted", word\nand a new line'],
        ],
        'program',
      ),
    ).toBe('\uFEFF"name","note"\r\n"Kék „Madár” Kft.","a ""quoted"", word\nand a new line"\r\n');
    expect(csvText([['a', 'b']], 'spreadsheet')).toBe('\uFEFF"a";"b"\r\n');
  });

  test.each(['=1+1', '+36301234567', '-5', '@SUM(A1)', '\t=1', '\r=1', '\n=1', '  =HYPERLINK("x")', '＝1+1', '\0=1'])(
    'runs nothing when a spreadsheet opens %j',
    (cell) => {
      expect(program(cell).startsWith(`"'`)).toBe(true);
      expect(spreadsheet(cell).startsWith(`"'`)).toBe(true);
    },
  );

  test.each(['00032537', '044525225', '40702810138000031847', '1027700132195'])(
    'keeps %s digit for digit: exact for a program, marked as text for a spreadsheet',
    (cell) => {
      expect(program(cell)).toBe(`"${cell}"`);
      expect(spreadsheet(cell)).toBe(`"'${cell}"`);
    },
  );

  test.each(['3/4', '10-12', '10.11', '46.21.1', '1E5'])(
    'does not let a spreadsheet make a date or a power of %s',
    (cell) => {
      expect(program(cell)).toBe(`"${cell}"`);
      expect(spreadsheet(cell)).toBe(`"'${cell}"`);
    },
  );

  test.each(['30', '7707083893', '25978221-2-42', 'HU25978221', '2026-11-24', '', '0'])(
    'leaves %j alone in both',
    (cell) => {
      expect(program(cell)).toBe(`"${cell}"`);
      expect(spreadsheet(cell)).toBe(`"${cell}"`);
    },
  );
});
