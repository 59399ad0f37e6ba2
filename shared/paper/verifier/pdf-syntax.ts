/** A value of a PDF file. Strings and streams are bytes; `at` is where a string begins in the file. */
export type PdfValue =
  | null
  | boolean
  | number
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'reference'; readonly number: number }
  | { readonly kind: 'string'; readonly bytes: Uint8Array; readonly at: number }
  | { readonly kind: 'array'; readonly items: readonly PdfValue[] }
  | PdfDictionary;
export interface PdfDictionary {
  readonly kind: 'dictionary';
  readonly entries: ReadonlyMap<string, PdfValue>;
  /** Where the value ends: a stream's keyword follows. */
  readonly end: number;
}

/** The file is not written the way our renderer and sealer write. */
export class UnreadablePdf extends Error {
  override readonly name = 'UnreadablePdf';
}

const SPACE = new Set([0, 9, 10, 12, 13, 32]);
const DELIMITER = new Set(new TextEncoder().encode('()<>[]{}/%'));
const ESCAPED: Record<string, number> = { n: 10, r: 13, t: 9, b: 8, f: 12 };
const DEEPEST = 40;

/** Reads values one after the other from `at` (ISO 32000-1, 7.2 and 7.3). */
export class PdfReader {
  private readonly file: Uint8Array;
  at: number;

  constructor(file: Uint8Array, at: number) {
    this.file = file;
    this.at = at;
  }

  value(depth = 0): PdfValue {
    this.skipSpace();
    if (depth > DEEPEST) throw new UnreadablePdf('values nested too deep');
    const [first, second] = [this.character(0), this.character(1)];
    if (first === '<' && second === '<') return this.dictionary(depth);
    if (first === '<') return this.hexString();
    if (first === '(') return this.literalString();
    if (first === '[') return this.array(depth);
    if (first === '/') return { kind: 'name', name: this.name() };
    return this.plain();
  }

  /** A run of regular characters, or an empty text. */
  word(): string {
    this.skipSpace();
    const start = this.at;
    while (this.at < this.file.length && !this.isBoundary()) this.at++;
    return latin(this.file.subarray(start, this.at));
  }

  private plain(): PdfValue {
    const word = this.word();
    if (word === 'null') return null;
    if (word === 'true' || word === 'false') return word === 'true';
    if (!/^[+-]?(\d+\.?\d*|\.\d+)$/.test(word)) throw new UnreadablePdf(`no value at byte ${this.at}`);
    const resume = this.at;
    if (/^\d+$/.test(word) && /^\d+$/.test(this.word()) && this.word() === 'R')
      return { kind: 'reference', number: Number(word) };
    this.at = resume;
    return Number(word);
  }

  private dictionary(depth: number): PdfDictionary {
    this.at += 2;
    const entries = new Map<string, PdfValue>();
    for (this.skipSpace(); this.character(0) !== '>'; this.skipSpace()) {
      if (this.character(0) !== '/') throw new UnreadablePdf(`no key at byte ${this.at}`);
      const key = this.name();
      if (entries.has(key)) throw new UnreadablePdf(`the key ${key} stands twice`);
      entries.set(key, this.value(depth + 1));
    }
    if (this.character(1) !== '>') throw new UnreadablePdf('a dictionary without its end');
    this.at += 2;
    return { kind: 'dictionary', entries, end: this.at };
  }

  private array(depth: number): PdfValue {
    this.at++;
    const items: PdfValue[] = [];
    for (this.skipSpace(); this.character(0) !== ']'; this.skipSpace()) items.push(this.value(depth + 1));
    this.at++;
    return { kind: 'array', items };
  }

  private name(): string {
    this.at++;
    const start = this.at;
    while (this.at < this.file.length && !this.isBoundary()) this.at++;
    const raw = latin(this.file.subarray(start, this.at));
    return raw.replace(/#([0-9A-Fa-f]{2})/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
  }

  private hexString(): PdfValue {
    const at = this.at;
    const end = this.file.indexOf(0x3e, at);
    if (end === -1) throw new UnreadablePdf('a string without its end');
    const digits = latin(this.file.subarray(at + 1, end)).replace(/\s+/g, '');
    if (!/^(?:[0-9A-Fa-f]{2})*$/.test(digits)) throw new UnreadablePdf('a string of other than hexadecimal digits');
    this.at = end + 1;
    const byte = (position: number): number => Number.parseInt(digits.slice(2 * position, 2 * position + 2), 16);
    return {
      kind: 'string',
      bytes: Uint8Array.from({ length: digits.length / 2 }, (_, position) => byte(position)),
      at,
    };
  }

  private literalString(): PdfValue {
    const at = this.at;
    const bytes: number[] = [];
    this.at++;
    for (let depth = 1; ;) {
      const character = this.character(0);
      if (character === '') throw new UnreadablePdf('a string without its end');
      if (character === '(') depth++;
      if (character === ')' && --depth === 0) break;
      if (character === '\\') bytes.push(...this.escaped());
      else bytes.push(this.file[this.at++] ?? 0);
    }
    this.at++;
    return { kind: 'string', bytes: Uint8Array.from(bytes), at };
  }

  private escaped(): number[] {
    const octal = /^[0-7]{1,3}/.exec(latin(this.file.subarray(this.at + 1, this.at + 4)))?.[0];
    if (octal !== undefined) {
      this.at += 1 + octal.length;
      return [Number.parseInt(octal, 8) & 0xff];
    }
    const character = this.character(1);
    this.at += 2;
    if (character === '\r' && this.character(0) === '\n') this.at++;
    if (character === '\n' || character === '\r' || character === '') return [];
    return [ESCAPED[character] ?? character.charCodeAt(0)];
  }

  private skipSpace(): void {
    while (this.at < this.file.length) {
      const byte = this.file[this.at] ?? 0;
      if (byte === 0x25) while (this.at < this.file.length && ![10, 13].includes(this.file[this.at] ?? 10)) this.at++;
      else if (SPACE.has(byte)) this.at++;
      else return;
    }
  }

  private isBoundary(): boolean {
    const byte = this.file[this.at] ?? 0;
    return SPACE.has(byte) || DELIMITER.has(byte);
  }

  private character(ahead: number): string {
    const byte = this.file[this.at + ahead];
    return byte === undefined ? '' : String.fromCharCode(byte);
  }
}

const latin = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
