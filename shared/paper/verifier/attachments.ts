import { joinBytes } from './der-writer.ts';
import { nameIn, type PdfFile } from './pdf-file.ts';
import { UnreadablePdf, type PdfDictionary, type PdfValue } from './pdf-syntax.ts';

/** A file inside the file. */
export interface Attachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const MOST_BYTES = 64 * 1024 * 1024;
const DEEPEST = 8;

/** The embedded files in the order of the name tree. Throws UnreadablePdf for a name that stands twice. */
export async function readAttachments(pdf: PdfFile): Promise<Attachment[]> {
  const names = pdf.resolve(pdf.root.entries.get('Names'));
  if (names === null) return [];
  const tree = pdf.resolve(pdf.dictionary(names, 'Names').entries.get('EmbeddedFiles'));
  if (tree === null) return [];
  const attachments: Attachment[] = [];
  for (const file of filesIn(pdf, pdf.dictionary(tree, 'EmbeddedFiles'), 0))
    attachments.push(await readAttachment(pdf, file));
  const seen = new Set(attachments.map(({ name }) => name));
  if (seen.size !== attachments.length) throw new UnreadablePdf('two attachments have one name');
  return attachments;
}

function filesIn(pdf: PdfFile, node: PdfDictionary, depth: number): PdfDictionary[] {
  if (depth > DEEPEST) throw new UnreadablePdf('the names of attachments are nested too deep');
  const own = pdf.items(node.entries.get('Names')).filter((_, at) => at % 2 === 1);
  const kids = pdf.items(node.entries.get('Kids'));
  return [
    ...own.map((file) => pdf.dictionary(file, 'an attachment')),
    ...kids.flatMap((kid) => filesIn(pdf, pdf.dictionary(kid, 'names of attachments'), depth + 1)),
  ];
}

async function readAttachment(pdf: PdfFile, file: PdfDictionary): Promise<Attachment> {
  const name = textOf(pdf.resolve(file.entries.get('UF') ?? file.entries.get('F')));
  const stream = pdf.dictionary(
    pdf.dictionary(file.entries.get('EF'), 'EF').entries.get('F'),
    'the stream of an attachment',
  );
  const raw = pdf.streamBytes(stream);
  if (!stream.entries.has('Filter')) return { name, bytes: raw };
  if (nameIn(stream, 'Filter') !== 'FlateDecode' || stream.entries.has('DecodeParms'))
    throw new UnreadablePdf('an attachment packed in another way');
  return { name, bytes: await inflate(raw) };
}

async function inflate(packed: Uint8Array): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  try {
    const reader = new Blob([Uint8Array.from(packed)])
      .stream()
      .pipeThrough(new DecompressionStream('deflate'))
      .getReader();
    for (let next = await reader.read(); !next.done; next = await reader.read()) {
      size += next.value.length;
      if (size > MOST_BYTES) throw new UnreadablePdf('an attachment larger than 64 MB');
      pieces.push(next.value);
    }
  } catch (error) {
    if (error instanceof UnreadablePdf) throw error;
    throw new UnreadablePdf('an attachment cannot be unpacked', { cause: error });
  }
  return joinBytes(pieces);
}

/** UTF-16 with its mark, or the ASCII part of PDFDocEncoding. */
function textOf(value: PdfValue): string {
  if (typeof value !== 'object' || value?.kind !== 'string') throw new UnreadablePdf('an attachment without a name');
  const [first, second] = value.bytes;
  const isWide = first === 0xfe && second === 0xff;
  return new TextDecoder(isWide ? 'utf-16be' : 'latin1').decode(value.bytes.subarray(isWide ? 2 : 0));
}
