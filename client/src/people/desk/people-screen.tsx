import { listPeople, type Colleague } from '@cession/shared/people/people-procedures.ts';
import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { PressRow, Row } from '../../ui/link-row.tsx';
import { Pill } from '../../ui/pill.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { AskView } from './ask-view.tsx';
import { useMay } from './desk-actor.ts';
import { DeskPage } from './desk-page.tsx';
import { PersonDialog } from './person-dialog.tsx';
import { useAsk } from './use-ask.ts';

/** Everybody with an account. Whoever may not change it reads it. */
export function PeopleScreen() {
  const { t } = useText();
  const may = useMay();
  const answer = useAsk(listPeople, {});
  const [editing, setEditing] = useState<Colleague | 'new' | null>(null);
  const edit = may('people.save') ? setEditing : null;
  return (
    <DeskPage
      title={t('people.title')}
      actions={
        edit !== null && (
          <Button look="primary" onPress={() => edit('new')}>
            {t('people.add')}
          </Button>
        )
      }
    >
      <AskView answer={answer}>
        {(people) => (
          <>
            <PeopleRows title={t('people.open')} people={people.filter(({ active }) => active)} onEdit={edit} />
            <PeopleRows title={t('people.closed')} people={people.filter(({ active }) => !active)} onEdit={edit} />
          </>
        )}
      </AskView>
      {editing !== null && (
        <PersonDialog person={editing === 'new' ? null : editing} onClose={() => setEditing(null)} />
      )}
    </DeskPage>
  );
}

interface PeopleRowsProps {
  title: string;
  people: readonly Colleague[];
  onEdit: ((person: Colleague) => void) | null;
}

function PeopleRows({ title, people, onEdit }: PeopleRowsProps) {
  const { t, locale } = useText();
  if (people.length === 0) return null;
  return (
    <RowList title={title}>
      {people
        .toSorted((a, b) => a.name.localeCompare(b.name, locale))
        .map((person) => {
          const row = {
            title: person.name,
            detail: `${person.email} · ${person.roles.map((role) => t(`role.${role}`)).join(', ')}`,
            end: person.active ? undefined : <Pill>{t('people.closedMark')}</Pill>,
          };
          return onEdit === null ? (
            <Row key={person.id} {...row} />
          ) : (
            <PressRow key={person.id} {...row} onPress={() => onEdit(person)} />
          );
        })}
    </RowList>
  );
}
