import { PDFDocument } from 'pdfkit';
import type { Block, PaperDocument } from '../../src/notice/paper-document.ts';
import { drawPageFeet } from './page-foot.ts';
import { setPieces, type Piece } from './pieces.ts';
import { setBeforeAfter, setFacts } from './set-facts.ts';
import { setCode } from './set-code.ts';
import { setSignature } from './set-signature.ts';
import { setTable } from './set-table.ts';
import { setLaw, setList, setText } from './set-text.ts';
import type { PaperFonts, Sheet } from './sheet.ts';

/** A file carried inside the PDF. */
export interface PaperAttachment {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  readonly relationship: 'Source' | 'Data';
  readonly description: string;
}

/**
 * A tagged PDF/A-3a of the paper. The same paper and fonts give the same bytes on every machine, in every time zone:
 * nothing is asked of the clock, the locale or the platform's number formats.
 */
export async function renderPaper(
  document: PaperDocument,
  fonts: PaperFonts,
  attachments: readonly PaperAttachment[] = [],
): Promise<Uint8Array> {
  const madeAt = new Date(document.madeAt);
  const pdf = openPdf(document, madeAt);
  const written = bytesOf(pdf);
  pdf.registerFont('Regular', fonts.regular).registerFont('Bold', fonts.bold);
  const root = pdf.struct('Document');
  pdf.addStructure(root);
  const sheet: Sheet = { pdf, section: pdf.struct('Sect') };
  root.add(sheet.section);

  setPieces(
    sheet,
    document.blocks.flatMap((block, at) => {
      const pieces = setApart(setBlock(sheet, block), document.blocks[at - 1]);
      return document.blocks[at + 1]?.kind === 'signature' ? keptWithNext(pieces) : pieces;
    }),
  );
  drawPageFeet(sheet, document.foot, document.pageWords);
  root.end();
  for (const { name, mediaType, bytes, relationship, description } of attachments) {
    const dates = { creationDate: madeAt, modifiedDate: madeAt };
    pdf.file(bytes, { name, type: mediaType, relationship, description, ...dates });
  }
  pdf.end();
  return written;
}

function setBlock(sheet: Sheet, block: Block): Piece[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
      return setText(sheet, block.text, block.kind);
    case 'paragraph':
      return setText(sheet, block.text, block.weight ?? 'paragraph');
    case 'facts':
      return setFacts(sheet, block.rows, block.framed === true);
    case 'before-after':
      return setBeforeAfter(sheet, block.before, block.after);
    case 'table':
      return setTable(sheet, block);
    case 'list':
      return setList(sheet, block.items, block.numbered === true);
    case 'law':
      return setLaw(sheet, block.article, block.quote);
    case 'signature':
      return setSignature(sheet, block);
    case 'code':
      return setCode(sheet, block.address, block.text);
    case 'page-break':
      return [{ height: 0, gap: 0, keep: false, newPage: true, draw: () => undefined }];
  }
}

/** Air below what stands framed, ruled or indented. */
function setApart(pieces: readonly Piece[], before: Block | undefined): readonly Piece[] {
  const isRuled = before && ['before-after', 'table', 'law'].includes(before.kind);
  const isFramed = before?.kind === 'facts' && before.framed === true;
  return isRuled || isFramed
    ? pieces.map((piece, at) => (at === 0 ? { ...piece, gap: piece.gap + 4 } : piece))
    : pieces;
}

/** Nobody signs a page that holds nothing but signatures. */
function keptWithNext(pieces: readonly Piece[]): Piece[] {
  return pieces.map((piece, at) => (at === pieces.length - 1 && !piece.newPage ? { ...piece, keep: true } : piece));
}

function openPdf(document: PaperDocument, madeAt: Date): PDFDocument {
  const title = document.title;
  const pdf = new PDFDocument({
    size: 'A4',
    margin: 0,
    pdfVersion: '1.7',
    subset: 'PDF/A-3a',
    lang: document.language,
    tagged: true,
    displayTitle: true,
    compress: COMPRESS,
    font: null,
    autoFirstPage: false,
    bufferPages: true,
    info: { Title: title, Creator: 'Cession', Producer: 'Cession', CreationDate: madeAt, ModDate: madeAt },
  });
  // pdfkit puts the title into the XML of the metadata as it is; "A & B Kft." would break it. The title of the
  // information dictionary is already written when this runs.
  const endMetadata = pdf.endMetadata.bind(pdf);
  pdf.endMetadata = () => {
    pdf.info['Title'] = escapeXml(title);
    endMetadata();
  };
  return pdf;
}

const COMPRESS = true;

function bytesOf(pdf: PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve) => {
    pdf.on('data', (chunk) => chunks.push(chunk));
    pdf.on('end', () => resolve(joined(chunks)));
  });
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  let at = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, at);
    at += chunk.length;
  }
  return bytes;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
