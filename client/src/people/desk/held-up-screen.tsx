import { listHeldUp, type DarkPhone, type QuarantinedRow } from '@cession/shared/people/people-procedures.ts';
import { useText } from '../../text/use-text.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { AskView } from './ask-view.tsx';
import { DeskPage } from './desk-page.tsx';
import { DeskTable, type Column } from './desk-table.tsx';
import { useAsk } from './use-ask.ts';

/** What the office must look at: entries the server could not apply, and phones with unsent work that went silent. */
export function HeldUpScreen() {
  const { t } = useText();
  const answer = useAsk(listHeldUp, {});
  return (
    <DeskPage title={t('heldUp.title')}>
      <AskView answer={answer}>
        {({ quarantined, darkPhones }) =>
          quarantined.length === 0 && darkPhones.length === 0 ? (
            <EmptyState title={t('heldUp.empty')}>{t('heldUp.emptyBody')}</EmptyState>
          ) : (
            <>
              {darkPhones.length > 0 && <DarkPhones phones={darkPhones} />}
              {quarantined.length > 0 && <Quarantined rows={quarantined} />}
            </>
          )
        }
      </AskView>
    </DeskPage>
  );
}

function DarkPhones({ phones }: { phones: readonly DarkPhone[] }) {
  const { t, formatDate, formatTime } = useText();
  const moment = (at: string) => `${formatDate(at)} ${formatTime(at)}`;
  const columns: readonly Column<DarkPhone>[] = [
    { title: t('heldUp.person'), cell: (phone) => phone.userName },
    { title: t('heldUp.pending'), number: true, cell: (phone) => phone.pending },
    {
      title: t('heldUp.oldest'),
      cell: (phone) => (phone.oldestPendingAt === null ? '—' : moment(phone.oldestPendingAt)),
    },
    { title: t('heldUp.lastSeen'), cell: (phone) => moment(phone.lastSeen) },
  ];
  return (
    <section className="grid gap-2">
      <h2 className="text-3 font-semibold">{t('heldUp.phones')}</h2>
      <p className="text-ink-2">{t('heldUp.phonesBody')}</p>
      <DeskTable label={t('heldUp.phones')} rows={phones} idOf={(phone) => phone.deviceId} columns={columns} />
    </section>
  );
}

function Quarantined({ rows }: { rows: readonly QuarantinedRow[] }) {
  const { t, formatDate, formatTime } = useText();
  const columns: readonly Column<QuarantinedRow>[] = [
    { title: t('heldUp.person'), cell: (row) => row.userName },
    { title: t('heldUp.what'), code: true, cell: (row) => row.name },
    { title: t('heldUp.reason'), cell: (row) => row.reason },
    {
      title: t('heldUp.received'),
      cell: (row) => `${formatDate(row.receivedAt)} ${formatTime(row.receivedAt)}`,
    },
  ];
  return (
    <section className="grid gap-2">
      <h2 className="text-3 font-semibold">{t('heldUp.entries')}</h2>
      <p className="text-ink-2">{t('heldUp.entriesBody')}</p>
      <DeskTable label={t('heldUp.entries')} rows={rows} idOf={(row) => row.id} columns={columns} />
    </section>
  );
}
