import { documentTypes, isDocumentType, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import type { CardDocument } from '@cession/shared/document/document.ts';
import { partCount } from '@cession/shared/document/file-parts.ts';
import type { Text } from '../text/texts.ts';
import type { Tone } from '../ui/pill.tsx';
import type { KeptFile } from './file-box.ts';

/** A type this version does not know (a newer phone's) is still a document. */
export function typeName(t: Text['t'], type: string): string {
  return t(`document.type.${isDocumentType(type) ? type : 'other'}`);
}

export function formName(t: Text['t'], form: CardDocument['form']): string {
  return t(`document.form.${form}`);
}

/** Who asks for it. A law whose text nobody has read is not printed as one that was. */
export function sourceName(t: Text['t'], type: DocumentType): string {
  const { by } = documentTypes[type].source;
  return t(by === 'law' ? 'document.source.law.unverified' : `document.source.${by}`);
}

export function dueWords({ t, formatDate }: Text, dueOn: string | null, overdue: boolean): string | null {
  if (dueOn === null) return null;
  return t(overdue ? 'document.overdue' : 'document.due', { date: formatDate(`${dueOn}T12:00:00`) });
}

/** Where the bytes of a document are: said as it is, never better. */
export type BytesAt =
  | { readonly at: 'promised' | 'on-phone' | 'safe' | 'elsewhere' | 'damaged' }
  | { readonly at: 'sending'; readonly sent: number; readonly parts: number }
  | { readonly at: 'refused'; readonly code: string | null };

export function bytesAt(document: Pick<CardDocument, 'file' | 'bytesAt'>, kept: KeptFile | null): BytesAt {
  if (document.file === null) return { at: 'promised' };
  if (document.bytesAt !== null) return { at: 'safe' };
  if (kept === null) return { at: 'elsewhere' };
  switch (kept.state) {
    case 'damaged':
      return { at: 'damaged' };
    case 'refused':
      return { at: 'refused', code: kept.code };
    case 'safe':
      return { at: 'safe' };
    case 'waiting':
      return kept.sent === 0
        ? { at: 'on-phone' }
        : { at: 'sending', sent: kept.sent, parts: partCount(document.file.byteLength) };
  }
}

export function bytesWords(t: Text['t'], where: BytesAt): { readonly text: string; readonly tone: Tone } {
  switch (where.at) {
    case 'sending':
      return { text: t('document.at.sending', { sent: where.sent, parts: where.parts }), tone: 'wait' };
    case 'refused':
      if (where.code === 'file.wrong-type') return { text: t('document.at.refused.file.wrong-type'), tone: 'wrong' };
      if (where.code === 'file.locked') return { text: t('document.at.refused.file.locked'), tone: 'wrong' };
      return { text: t('document.at.refused'), tone: 'wrong' };
    case 'damaged':
      return { text: t('document.at.damaged'), tone: 'wrong' };
    case 'on-phone':
    case 'elsewhere':
    case 'promised':
      return { text: t(`document.at.${where.at}`), tone: 'wait' };
    case 'safe':
      return { text: t('document.at.safe'), tone: 'proven' };
  }
}
