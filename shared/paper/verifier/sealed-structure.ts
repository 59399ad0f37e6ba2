import { readAttachments, type Attachment } from './attachments.ts';
import type { CheckList } from './check.ts';
import { isDictionary, nameIn, PdfFile } from './pdf-file.ts';
import { UnreadablePdf, type PdfDictionary } from './pdf-syntax.ts';
import type { SignedRange } from './signed-range.ts';

/**
 * Reads the file as a PDF: the seal that was found by its bytes has to be the value of the one signature field and the one
 * signature there is, so that every reader of the file sees the seal that was verified.
 */
export async function readSealedStructure(
  file: Uint8Array,
  range: SignedRange,
  list: CheckList,
): Promise<readonly Attachment[]> {
  try {
    const pdf = new PdfFile(file);
    const seal = onlySignature(pdf);
    const place = seal.entries.get('Contents');
    if (typeof place !== 'object' || place?.kind !== 'string' || place.at !== range.before.length)
      throw new UnreadablePdf('the seal stands elsewhere');
    if (nameIn(seal, 'SubFilter') !== 'ETSI.CAdES.detached' || nameIn(seal, 'Filter') !== 'Adobe.PPKLite')
      throw new UnreadablePdf('a seal of another kind');
    list.note('pdf.structure', true, '');
    return await attached(pdf, list);
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    list.note('pdf.structure', false, error.message);
    return [];
  }
}

async function attached(pdf: PdfFile, list: CheckList): Promise<readonly Attachment[]> {
  try {
    const attachments = await readAttachments(pdf);
    list.note(
      'attachments.present',
      attachments.length > 0,
      'nothing is attached: presented.pdf and the evidence are missing',
    );
    return attachments;
  } catch (error) {
    if (!(error instanceof UnreadablePdf)) throw error;
    list.note('attachments.present', false, error.message);
    return [];
  }
}

function onlySignature(pdf: PdfFile): PdfDictionary {
  const signatures = [...pdf.objects()].filter(
    (value): value is PdfDictionary => isDictionary(value) && isSignature(value),
  );
  const fields = pdf.items(pdf.dictionary(pdf.root.entries.get('AcroForm'), 'AcroForm').entries.get('Fields'));
  const values = fields
    .map((field) => pdf.dictionary(field, 'a field'))
    .filter((field) => nameIn(field, 'FT') === 'Sig');
  const [seal] = signatures;
  const field = values[0]?.entries.get('V');
  if (!seal || signatures.length !== 1 || values.length !== 1 || !field)
    throw new UnreadablePdf('not exactly one signature in one field');
  const shown = pdf.dictionary(field, 'the value of the field');
  if (shown.end !== seal.end) throw new UnreadablePdf('the field shows another signature');
  return seal;
}

function isSignature(dictionary: PdfDictionary): boolean {
  return (
    nameIn(dictionary, 'Type') === 'Sig' ||
    nameIn(dictionary, 'Type') === 'DocTimeStamp' ||
    dictionary.entries.has('ByteRange')
  );
}
