import { listLoad } from '@cession/shared/handoff/desk-procedures.ts';
import type { LoadRow } from '@cession/shared/handoff/queue-view.ts';
import { AskView } from '../../people/desk/ask-view.tsx';
import { useDeskActor } from '../../people/desk/desk-actor.ts';
import { DeskPage } from '../../people/desk/desk-page.tsx';
import { DeskTable, type Column } from '../../people/desk/desk-table.tsx';
import { useAsk } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';

/** Who in accounting holds what, and what they have done today. */
export function LoadScreen() {
  const { t } = useText();
  const { userId } = useDeskActor();
  const answer = useAsk(listLoad, {});
  const columns: readonly Column<LoadRow>[] = [
    {
      title: t('load.person'),
      cell: (row) => (row.userId === userId ? t('load.you', { name: row.name }) : row.name),
    },
    { title: t('load.held'), number: true, cell: (row) => row.held },
    { title: t('load.accepted'), number: true, cell: (row) => row.acceptedToday },
    { title: t('load.returned'), number: true, cell: (row) => row.returnedToday },
    { title: t('load.snoozed'), number: true, cell: (row) => row.snoozed },
  ];
  return (
    <DeskPage title={t('load.title')}>
      <p className="text-ink-2">{t('load.body')}</p>
      <AskView answer={answer}>
        {(rows) =>
          rows.length === 0 ? (
            <EmptyState title={t('load.empty')} />
          ) : (
            <DeskTable label={t('load.title')} rows={rows} idOf={(row) => row.userId} columns={columns} />
          )
        }
      </AskView>
    </DeskPage>
  );
}
