import { Link } from 'wouter';
import { cardName } from '../card/card-name.ts';
import { useText } from '../text/use-text.ts';
import { Note } from '../ui/note.tsx';
import { FieldNames } from './field-names.tsx';
import type { Task } from './open-tasks.ts';

export type ReturnedTask = Extract<Task, { kind: 'returned' }>;

/** What accounting sent back, in amber, above everything else. The whole note leads to the card. */
export function ReturnedNotes({ tasks }: { tasks: readonly ReturnedTask[] }) {
  const { t } = useText();
  return tasks.map(({ card, handoff }) => (
    <Link key={card.id} href={`/cards/${card.id}`} className="block rounded-2">
      <Note tone="wait" title={t('today.returned', { count: handoff.points.length })}>
        <p>
          {cardName(card) ?? t('cards.unnamed')} <FieldNamesAfterDash paths={handoff.points.map(({ path }) => path)} />
        </p>
      </Note>
    </Link>
  ));
}

function FieldNamesAfterDash({ paths }: { paths: readonly string[] }) {
  return (
    <>
      — <FieldNames paths={paths} />
    </>
  );
}
