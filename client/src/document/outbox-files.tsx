import { cards } from '@cession/shared/card/card.ts';
import { cardDocuments } from '@cession/shared/document/document.ts';
import { cardName } from '../card/card-name.ts';
import { useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { bytesAt, bytesWords, typeName } from './document-words.ts';
import { useKeptFiles } from './use-documents.ts';

const KILOBYTE = 1024;
const MEGABYTE = 1024 * KILOBYTE;

/** Photographs and files of this phone that are not on the server yet, each with how far it is. */
export function OutboxFiles() {
  const { t, formatNumber } = useText();
  const documents = useRows(cardDocuments);
  const allCards = useRows(cards);
  const kept = useKeptFiles();
  const waiting = documents.flatMap((document) => {
    const file = kept?.get(document.file?.sha256 ?? '');
    return document.removed || document.bytesAt !== null || file === undefined ? [] : [{ document, file }];
  });
  if (waiting.length === 0) return null;
  return (
    <RowList title={t('document.outbox')}>
      {waiting.map(({ document, file }) => {
        const card = allCards.find(({ id }) => id === document.cardId);
        const name = (card && cardName(card)) ?? t('outbox.unnamed');
        const size = formatNumber(...sizeIn(file.byteLength));
        return (
          <LinkRow
            key={document.id}
            href={`/cards/${document.cardId}/documents`}
            title={t('document.outbox.row', { type: typeName(t, document.type), name })}
            detail={`${bytesWords(t, bytesAt(document, file)).text} · ${size}`}
          />
        );
      })}
    </RowList>
  );
}

/** In the unit a person would say it in. */
function sizeIn(bytes: number): [size: number, format: Intl.NumberFormatOptions] {
  return bytes < MEGABYTE
    ? [Math.ceil(bytes / KILOBYTE), { style: 'unit', unit: 'kilobyte' }]
    : [bytes / MEGABYTE, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }];
}
