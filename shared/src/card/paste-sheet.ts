import type { CardValue, CardValues } from './card.ts';
import { fits } from './card-changes.ts';
import type { FieldKey } from './card-fields.ts';
import { specOf, type ItemList } from './card-path.ts';
import { listOf, pathOf } from './card-view.ts';
import { checkField } from './check-field.ts';
import type { IdentifierProblem } from './identifiers/identifier.ts';
import type { Jurisdiction } from './jurisdiction.ts';

/** One value read from pasted text. */
export interface PastedValue {
  readonly key: FieldKey;
  /** Which contact or bank account of the block, from 0; null for a field that stands once. */
  readonly item: number | null;
  readonly value: CardValue;
  /** The words it was read from. */
  readonly raw: string;
  /** A number that fails its check is filled all the same, and shown with what is wrong. */
  readonly problem: IdentifierProblem | null;
  readonly proven: boolean;
}

interface Read {
  readonly key: FieldKey;
  readonly item: number | null;
  readonly value: CardValue;
  readonly raw: string;
}

/** Stands where something was read: readers stop at it, and what is left over falls apart there. */
const READ_MARK = '\uE000';

/** The pasted text while it is being read: what was understood so far, and what is still there to understand. */
export class PasteSheet {
  private readonly original: string;
  private readonly reads: Read[] = [];
  private readonly current: Record<ItemList, number> = { contacts: 0, bankAccounts: 0 };
  text: string;

  constructor(text: string) {
    this.original = text;
    this.text = text;
  }

  /** Blots a range out, so that nothing is understood twice. Positions of the rest do not move. */
  take(from: number, to: number): void {
    this.text = this.text.slice(0, from) + READ_MARK.repeat(to - from) + this.text.slice(to);
  }

  has(key: FieldKey): boolean {
    return this.reads.some((read) => read.key === key && read.item === this.itemFor(key));
  }

  /** Keeps a value for a field. False where the field has one already, or the value does not fit in it. */
  add(key: FieldKey, raw: string, value: CardValue = tidy(raw)): boolean {
    if (value === '' || this.has(key) || !fits(specOf(key), value)) return false;
    this.reads.push({ key, item: this.itemFor(key), value, raw });
    return true;
  }

  /** From here on repeating fields of the list belong to the next item, if the current one has this field. */
  nextItemIfHas(key: FieldKey): void {
    const list = listOf(key);
    if (list !== null && this.has(key)) this.current[list] += 1;
  }

  /** The text kept for a field of the current item, or ''. */
  read(key: FieldKey): string {
    const found = this.reads.find((read) => read.key === key && read.item === this.itemFor(key));
    return String(found?.value ?? '');
  }

  /** Every value in its storage form, checked beside the others of the block. */
  found(jurisdiction: Jurisdiction): PastedValue[] {
    const values: Record<string, CardValue> = {};
    for (const read of this.reads) values[pathOf(read.key, read.item === null ? null : idOf(read.item))] = read.value;
    return this.reads.map((read) => checked(read, jurisdiction, values));
  }

  /** What nobody understood, line by line: shown to the person, never thrown away. */
  leftOver(): string {
    return this.text
      .split(/[\uE000\n]+/u)
      .map((piece) => piece.replace(/^[\s,;:.|–—-]+|[\s,;:|–—-]+$/gu, ''))
      .filter((piece) => /[\p{L}\p{N}]/u.test(piece))
      .join('\n');
  }

  wordsAt(from: number, to: number): string {
    return this.original.slice(from, to);
  }

  private itemFor(key: FieldKey): number | null {
    const list = listOf(key);
    return list === null ? null : this.current[list];
  }
}

/** A pasted text value without the punctuation that held it in its line. */
export function tidy(raw: string): string {
  return raw.replace(/\s+/gu, ' ').replace(/^[\s,;:=|–—-]+|[\s,;:=|–—-]+$/gu, '');
}

function checked(read: Read, jurisdiction: Jurisdiction, values: CardValues): PastedValue {
  const path = pathOf(read.key, read.item === null ? null : idOf(read.item));
  const check = checkField(path, read.value, { jurisdiction, values, allowSamples: true });
  const kind = specOf(read.key).kind;
  // A phone keeps the spelling it came in: a country's prefix is not ours to add to a paste.
  const value = kind === 'identifier' || kind === 'email' ? check.value : read.value;
  return { ...read, value, problem: check.ok ? null : check.problem, proven: check.ok && check.proven };
}

/** Only the shape of an item's id matters while a block is checked. */
function idOf(item: number): string {
  return `00000000-0000-7000-8000-${String(item).padStart(12, '0')}`;
}
