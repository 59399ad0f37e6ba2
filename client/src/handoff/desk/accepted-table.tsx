import type { AcceptedRow } from '@cession/shared/handoff/queue-view.ts';
import { Link } from 'wouter';
import { DeskTable, type Column } from '../../people/desk/desk-table.tsx';
import { useText } from '../../text/use-text.ts';

/** Cleared cards in columns on a wide screen, as rows on a phone. */
export function AcceptedTable({ rows }: { rows: readonly AcceptedRow[] }) {
  const { t, formatDate, formatTime } = useText();
  const columns: readonly Column<AcceptedRow>[] = [
    {
      title: t('accepted.name'),
      cell: nameLink,
    },
    { title: t('accepted.country'), cell: (row) => row.jurisdiction },
    { title: t('accepted.number'), code: true, cell: (row) => row.primaryId },
    { title: t('accepted.owner'), cell: (row) => row.ownerName },
    { title: t('accepted.by'), cell: (row) => row.acceptedByName },
    {
      title: t('accepted.at'),
      cell: (row) => `${formatDate(row.acceptedAt)} ${formatTime(row.acceptedAt)}`,
    },
    { title: t('accepted.returns'), number: true, cell: (row) => row.returns },
  ];
  return <DeskTable label={t('desk.accepted')} rows={rows} idOf={(row) => row.handoffId} columns={columns} />;
}

function nameLink(row: AcceptedRow) {
  return (
    <Link href={`/desk/queue/${row.cardId}`} className="underline-offset-4 hover:underline">
      {row.name}
    </Link>
  );
}
