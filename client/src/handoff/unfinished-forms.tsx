import { cards } from '@cession/shared/card/card.ts';
import { useEffect, useState } from 'react';
import { NEW_CARD_DRAFT } from '../card/card-drafts.ts';
import { cardName } from '../card/card-name.ts';
import { now } from '../device/clock.ts';
import { useRow, useSync } from '../sync/live.ts';
import type { DraftRecord } from '../store/local-records.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';

/** Forms that were open when the app was closed or killed: what was typed is still in them. */
export function UnfinishedForms() {
  const { t } = useText();
  const drafts = useDraftRecords();
  const isNew = (draft: DraftRecord) => draft.key === NEW_CARD_DRAFT;
  const ofCards = drafts.filter((draft) => cardOfDraft(draft.key) !== null);
  const fresh = drafts.find(isNew);
  if (fresh === undefined && ofCards.length === 0) return null;
  return (
    <RowList title={t('today.drafts')}>
      {fresh !== undefined && <NewCardRow draft={fresh} />}
      {ofCards.map((draft) => (
        <FormRow key={draft.key} draft={draft} />
      ))}
    </RowList>
  );
}

function NewCardRow({ draft }: { draft: DraftRecord }) {
  const { t } = useText();
  return (
    <LinkRow href="/cards/new" title={t('today.draftNew')} detail={<KeptSince draft={draft} />} end={<Continue />} />
  );
}

function FormRow({ draft }: { draft: DraftRecord }) {
  const { t } = useText();
  const place = cardOfDraft(draft.key);
  const card = useRow(cards, place?.cardId ?? '');
  // A form of a card that is gone or somebody else's now leads nowhere.
  if (place === null || card === null) return null;
  return (
    <LinkRow
      href={`/cards/${place.cardId}/${place.section}`}
      title={cardName(card) ?? t('cards.unnamed')}
      detail={
        <>
          {t('today.draftOf')} · <KeptSince draft={draft} />
        </>
      }
      end={<Continue />}
    />
  );
}

function KeptSince({ draft }: { draft: DraftRecord }) {
  const { t, formatMoment } = useText();
  return t('today.draftSaved', { time: formatMoment(draft.savedAt, now()) });
}

function Continue() {
  const { t } = useText();
  return <RowWord>{t('today.continue')}</RowWord>;
}

/** `card-form:<card>:<section>`, as the section form names its draft. */
export function cardOfDraft(key: string): { cardId: string; section: string } | null {
  const [kind, cardId, section] = key.split(':');
  return kind === 'card-form' && cardId !== undefined && section !== undefined ? { cardId, section } : null;
}

/** Everything half-filled on this phone, newest first. */
export function useDraftRecords(): readonly DraftRecord[] {
  const { drafts, mirror } = useSync();
  const [found, setFound] = useState<readonly DraftRecord[]>([]);
  useEffect(() => {
    let current = true;
    const look = () =>
      void drafts
        .list()
        .then((list) => {
          if (current) setFound(list.toSorted((left, right) => right.savedAt.localeCompare(left.savedAt)));
        })
        .catch(() => undefined); // The storage says what is the matter elsewhere.
    look();
    // The save that ends a draft is told as a change of the outbox.
    const stops = [drafts.subscribe(look), mirror.subscribe('outbox', look)];
    return () => {
      current = false;
      for (const stop of stops) stop();
    };
  }, [drafts, mirror]);
  return found;
}
