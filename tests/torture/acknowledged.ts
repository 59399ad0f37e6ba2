/** What the phones called saved: a line in a file, written before anybody counts it. */
import { closeSync, openSync, readFileSync, writeSync } from 'node:fs';

/** One thing a phone said is safe. */
export interface Saved {
  readonly phone: number;
  /** Null where a screen said it: screens show no ids. */
  readonly id: string | null;
  readonly kind: 'create' | 'edit' | 'note' | 'share' | 'send' | 'resolve' | 'screen' | 'taken-back';
  readonly cardId: string;
  /** The field and the value that is nobody else's; null where there is none. */
  readonly path: string | null;
  readonly value: string | null;
}

export interface SavedFile {
  readonly path: string;
  count(): number;
  append(phone: number, lines: readonly SavedLine[]): void;
  close(): void;
}

/** As a page says it. */
export type SavedLine = readonly [
  kind: Saved['kind'],
  id: string | null,
  cardId: string,
  path: string | null,
  value: string | null,
];

export function openSavedFile(path: string): SavedFile {
  const file = openSync(path, 'a', 0o600);
  let count = 0;
  return {
    path,
    count: () => count,
    append: (phone, lines) => {
      writeSync(file, lines.map((line) => `${JSON.stringify([phone, ...line])}\n`).join(''));
      // Taking something back is a person's decision about a mutation that was counted before.
      count += lines.filter(([kind]) => kind !== 'taken-back').length;
    },
    close: () => closeSync(file),
  };
}

export function* readSaved(path: string): Generator<Saved> {
  for (const line of readFileSync(path, 'utf8').split('\n')) {
    if (line === '') continue;
    const [phone, kind, id, cardId, field, value] = JSON.parse(line) as [number, ...SavedLine]; // as `append` wrote it
    yield { phone, kind, id, cardId, path: field, value };
  }
}
