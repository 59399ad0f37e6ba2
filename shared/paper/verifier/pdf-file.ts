import { PdfReader, UnreadablePdf, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

const MOST_REVISIONS = 8;
const TAIL = 64;

/** A PDF read by its cross-reference tables, newest first. Tables only: files with object streams are not ours. */
export class PdfFile {
  private readonly file: Uint8Array;
  /** Object number to the byte where it begins. */
  private readonly places = new Map<number, number>();
  readonly root: PdfDictionary;

  /** Throws UnreadablePdf for a file that is not written the way ours are. */
  constructor(file: Uint8Array) {
    this.file = file;
    const tail = new TextDecoder('latin1').decode(file.subarray(-TAIL));
    const newest = /startxref\s+(\d{1,10})\s+%%EOF\s*$/.exec(tail)?.[1];
    if (newest === undefined) throw new UnreadablePdf('the end of the file names no table of objects');
    const trailers: PdfDictionary[] = [];
    for (let at: number | undefined = Number(newest); at !== undefined; at = numberIn(trailers.at(-1), 'Prev')) {
      if (trailers.length === MOST_REVISIONS) throw new UnreadablePdf('too many revisions');
      trailers.push(this.readTable(at));
    }
    this.root = this.dictionary(trailers[0]?.entries.get('Root'), 'Root');
  }

  /** Every object in use in the newest state of the file. */
  *objects(): Generator<PdfValue> {
    for (const number of this.places.keys()) yield this.resolve({ kind: 'reference', number });
  }

  resolve(value: PdfValue | undefined): PdfValue {
    if (value === undefined || value === null) return null;
    if (typeof value !== 'object' || value.kind !== 'reference') return value;
    const place = this.places.get(value.number);
    if (place === undefined) return null;
    const reader = new PdfReader(this.file, place);
    const opening = [reader.word(), reader.word(), reader.word()];
    if (opening[0] !== String(value.number) || opening[2] !== 'obj')
      throw new UnreadablePdf(`object ${value.number} is not in its place`);
    const found = reader.value();
    if (typeof found === 'object' && found?.kind === 'reference') throw new UnreadablePdf('a reference to a reference');
    return found;
  }

  dictionary(value: PdfValue | undefined, name: string): PdfDictionary {
    const found = this.resolve(value);
    if (!isDictionary(found)) throw new UnreadablePdf(`${name} is no dictionary`);
    return found;
  }

  items(value: PdfValue | undefined): readonly PdfValue[] {
    const found = this.resolve(value);
    if (found === null) return [];
    if (typeof found !== 'object' || found.kind !== 'array') throw new UnreadablePdf('a list expected');
    return found.items;
  }

  /** The bytes of a stream as they lie in the file. */
  streamBytes(stream: PdfDictionary): Uint8Array {
    const reader = new PdfReader(this.file, stream.end);
    const length = this.resolve(stream.entries.get('Length'));
    if (reader.word() !== 'stream' || typeof length !== 'number') throw new UnreadablePdf('no stream');
    const start = reader.at + (this.file[reader.at] === 13 ? 2 : 1);
    const after = new PdfReader(this.file, start + length);
    if (start + length > this.file.length || after.word() !== 'endstream')
      throw new UnreadablePdf('a stream of another length');
    return this.file.subarray(start, start + length);
  }

  /** A newer table was read first, so what is known already stays. */
  private readTable(at: number): PdfDictionary {
    const reader = new PdfReader(this.file, at);
    if (reader.word() !== 'xref') throw new UnreadablePdf('no table of objects where one is named');
    let word = reader.word();
    for (; word !== 'trailer'; word = reader.word()) {
      const [first, count] = [Number(word), Number(reader.word())];
      if (!Number.isInteger(first) || !Number.isInteger(count) || count > 100_000)
        throw new UnreadablePdf('a broken table of objects');
      for (let number = first; number < first + count; number++) this.readRow(reader, number);
    }
    const trailer = reader.value();
    if (!isDictionary(trailer)) throw new UnreadablePdf('no trailer');
    return trailer;
  }

  private readonly settled = new Set<number>();

  private readRow(reader: PdfReader, number: number): void {
    const [place, , use] = [reader.word(), reader.word(), reader.word()];
    if (use !== 'n' && use !== 'f') throw new UnreadablePdf('a broken table of objects');
    if (this.settled.has(number)) return;
    this.settled.add(number);
    if (use === 'n') this.places.set(number, Number(place));
  }
}

export function isDictionary(value: PdfValue | undefined): value is PdfDictionary {
  return typeof value === 'object' && value?.kind === 'dictionary';
}

export function nameIn(dictionary: PdfDictionary, key: string): string | undefined {
  const value = dictionary.entries.get(key);
  return typeof value === 'object' && value?.kind === 'name' ? value.name : undefined;
}

export function numberIn(dictionary: PdfDictionary | undefined, key: string): number | undefined {
  const value = dictionary?.entries.get(key);
  return typeof value === 'number' ? value : undefined;
}
