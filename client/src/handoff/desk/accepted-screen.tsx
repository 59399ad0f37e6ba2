import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { listAccepted } from '@cession/shared/handoff/desk-procedures.ts';
import { useDeferredValue, useMemo, useState } from 'react';
import { now } from '../../device/clock.ts';
import { AskView } from '../../people/desk/ask-view.tsx';
import { useMay } from '../../people/desk/desk-actor.ts';
import { DeskPage } from '../../people/desk/desk-page.tsx';
import { useAsk } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { AcceptedExport } from './accepted-export.tsx';
import { PERIODS, startOf, type Period } from './accepted-period.ts';
import { AcceptedTable } from './accepted-table.tsx';
import { JurisdictionSelect } from './queue-filter.tsx';

interface Filter {
  readonly jurisdiction: Jurisdiction | null;
  readonly period: Period;
  readonly search: string;
  readonly page: number;
}

const EVERYTHING: Filter = { jurisdiction: null, period: 'all', search: '', page: 0 };
/** As many as the server puts on one page. */
const PAGE_ROWS = 50;

/** Cleared cards: invoices may follow. The newest first. */
export function AcceptedScreen() {
  const { t } = useText();
  const may = useMay();
  const [filter, setFilter] = useState(EVERYTHING);
  const { period, page, ...rest } = useDeferredValue(filter);
  const from = useMemo(() => startOf(period, new Date(now())), [period]);
  const wanted = { ...rest, from };
  const answer = useAsk(listAccepted, { ...wanted, page });
  const filtered = rest.search !== '' || rest.jurisdiction !== null || period !== 'all';
  return (
    <DeskPage title={t('desk.accepted')} actions={may('accepted.export') && <AcceptedExport wanted={wanted} />}>
      <AcceptedFilter filter={filter} onChange={(change) => setFilter({ ...filter, page: 0, ...change })} />
      <AskView answer={answer}>
        {({ rows, total }) =>
          rows.length === 0 ? (
            <EmptyState
              title={t(filtered ? 'accepted.none' : 'accepted.empty')}
              action={
                filtered && (
                  <Button look="plain" onPress={() => setFilter(EVERYTHING)}>
                    {t('queue.empty.showAll')}
                  </Button>
                )
              }
            >
              {filtered ? undefined : t('accepted.emptyBody')}
            </EmptyState>
          ) : (
            <>
              <AcceptedTable rows={rows} />
              <Pages total={total} page={page} onTurn={(next) => setFilter({ ...filter, page: next })} />
            </>
          )
        }
      </AskView>
    </DeskPage>
  );
}

function AcceptedFilter({ filter, onChange }: { filter: Filter; onChange: (change: Partial<Filter>) => void }) {
  const { t } = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 wide:grid-cols-[minmax(0,2fr)_minmax(0,1fr)_minmax(0,1fr)]">
      <TextInput
        type="search"
        value={filter.search}
        onChange={(search) => onChange({ search: search.slice(0, 120) })}
        aria-label={t('queue.search')}
        placeholder={t('queue.search')}
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
      />
      <JurisdictionSelect value={filter.jurisdiction} onChange={(jurisdiction) => onChange({ jurisdiction })} />
      <Select<Period>
        label={t('accepted.period')}
        value={filter.period}
        choices={PERIODS.map((period) => ({ value: period, label: t(`accepted.period.${period}`) }))}
        onChange={(period) => onChange({ period })}
      />
    </div>
  );
}

function Pages({ total, page, onTurn }: { total: number; page: number; onTurn: (page: number) => void }) {
  const { t, formatNumber } = useText();
  const last = Math.max(0, Math.ceil(total / PAGE_ROWS) - 1);
  const to = Math.min(total, (page + 1) * PAGE_ROWS);
  return (
    <nav aria-label={t('accepted.pages')} className="flex flex-wrap items-center gap-3">
      <p role="status" className="me-auto text-1 text-ink-2">
        {t('accepted.range', {
          from: formatNumber(Math.min(total, page * PAGE_ROWS + 1)),
          to: formatNumber(to),
          total: formatNumber(total),
        })}
      </p>
      {last > 0 && (
        <>
          <Button disabled={page === 0} onPress={() => onTurn(page - 1)}>
            {t('accepted.earlier')}
          </Button>
          <Button disabled={page >= last} onPress={() => onTurn(page + 1)}>
            {t('accepted.later')}
          </Button>
        </>
      )}
    </nav>
  );
}
