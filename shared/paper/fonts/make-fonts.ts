/**
 * Cuts Noto Sans to the letters a paper may use. Run it with `pnpm --filter @cession/shared exec node paper/fonts/make-fonts.ts`.
 *
 * The bytes of a font are part of every paper's hash: a change here is a change of the renderer's version.
 */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import subsetFont from 'subset-font';

interface FontRecord {
  readonly file: string;
  readonly sha256: string;
}

const here = import.meta.dirname;
const source = dirname(createRequire(import.meta.url).resolve('@expo-google-fonts/noto-sans/package.json'));

/** Latin, its European extensions, the Romanian comma letters, Cyrillic and Ґ; then the marks of business letters. */
const RANGES = [
  [0x20, 0x7e],
  [0xa0, 0xac],
  [0xae, 0x17f],
  [0x218, 0x21b],
  [0x400, 0x45f],
  [0x490, 0x491],
] as const;
const MARKS = '–—‘’‚“”„†•…‰‹›€₽№™−\u2009\u2010\u2011\u202f';

const asked = [...RANGES.flatMap(([first, last]) => span(first, last)), ...codePoints(MARKS)];
const regular = await cut('400Regular/NotoSans_400Regular.ttf', 'noto-sans-regular.ttf');
const bold = await cut('700Bold/NotoSans_700Bold.ttf', 'noto-sans-bold.ttf');
const record = { regular, bold, codePoints: toRanges(asked) };
writeFileSync(join(here, 'fonts.json'), `${JSON.stringify(record)}\n`);
writeFileSync(join(here, 'OFL.txt'), readFileSync(join(source, 'LICENSE_FONT')));

async function cut(from: string, file: string): Promise<FontRecord> {
  const whole = readFileSync(join(source, from));
  const text = String.fromCodePoint(...asked);
  const bytes = await subsetFont(whole, text, { targetFormat: 'truetype', keepFeatures: ['kern'] });
  writeFileSync(join(here, file), bytes);
  return { file, sha256: createHash('sha256').update(bytes).digest('hex') };
}

function span(first: number, last: number): number[] {
  return Array.from({ length: last - first + 1 }, (_, step) => first + step);
}

function codePoints(text: string): number[] {
  return Array.from(text, (char) => char.codePointAt(0) ?? 0);
}

/** Sorted pairs of first and last. */
function toRanges(points: readonly number[]): [number, number][] {
  const ranges: [number, number][] = [];
  for (const point of points.toSorted((a, b) => a - b)) {
    const open = ranges.at(-1);
    if (open && open[1] + 1 === point) open[1] = point;
    else ranges.push([point, point]);
  }
  return ranges;
}
