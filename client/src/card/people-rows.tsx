import type { Card } from '@cession/shared/card/card.ts';
import { people } from '@cession/shared/people/actor.ts';
import { useSession } from '../people/session.tsx';
import { useRow, useRows } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Row } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';

/** Who answers for the card, and who works on it too. */
export function PeopleRows({ card }: { card: Card }) {
  const { t } = useText();
  const { profile } = useSession();
  const everybody = useRows(people);
  const nameOf = (id: string) =>
    id === profile.userId
      ? t('capture.people.you')
      : (everybody.find((person) => person.id === id)?.name ?? t('capture.somebody'));
  const offeredTo = useRow(people, card.offer?.to ?? card.ownerId);
  return (
    <RowList title={t('capture.people.title')}>
      <Row
        title={nameOf(card.ownerId)}
        detail={
          card.offer === null
            ? t('capture.people.owner')
            : t('capture.people.offered', { name: offeredTo?.name ?? t('capture.somebody') })
        }
      />
      {card.helpers.map((id) => (
        <Row key={id} title={nameOf(id)} detail={t('capture.people.helper')} />
      ))}
    </RowList>
  );
}
