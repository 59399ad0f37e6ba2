import {
  listOriginals,
  ORIGINAL_FILTERS,
  type OriginalList,
  type OriginalRow,
} from '@cession/shared/document/document-procedures.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import { useState, type ReactNode } from 'react';
import { AskView } from '../../people/desk/ask-view.tsx';
import { DeskPage } from '../../people/desk/desk-page.tsx';
import { DeskTable, type Column } from '../../people/desk/desk-table.tsx';
import { useMay } from '../../people/desk/desk-actor.ts';
import { UnsentNotes } from '../../people/desk/unsent-notes.tsx';
import { useAsk } from '../../people/desk/use-ask.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Pill } from '../../ui/pill.tsx';
import { Select } from '../../ui/select.tsx';
import { dueWords, typeName } from '../document-words.ts';
import { MoveDialog } from './move-dialog.tsx';

type Filter = (typeof ORIGINAL_FILTERS)[number];

/** Every paper that has to reach the office: the most overdue first, moved on from here. */
export function OriginalsScreen() {
  const { t } = useText();
  const [show, setShow] = useState<Filter>('outstanding');
  const [ownerId, setOwner] = useState<UserId | null>(null);
  const [moving, setMoving] = useState<OriginalRow | null>(null);
  const answer = useAsk(listOriginals, { show, ownerId });
  const overdue = answer.data?.overdue ?? 0;
  return (
    <DeskPage
      title={t('originals.title')}
      actions={overdue > 0 && <Pill tone="wrong">{t('originals.overdue', { count: overdue })}</Pill>}
    >
      <UnsentNotes />
      <div className="flex flex-wrap items-center gap-2">
        <div role="group" aria-label={t('originals.show')} className="flex flex-wrap gap-1">
          {ORIGINAL_FILTERS.map((each) => (
            <button
              key={each}
              type="button"
              aria-pressed={show === each}
              onClick={() => setShow(each)}
              className="min-h-target rounded-1 px-2 text-1 text-ink-2 hover:bg-sunk aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
            >
              {t(`originals.show.${each}`)}
            </button>
          ))}
        </div>
        <div className="min-w-48">
          <OwnerSelect owners={answer.data?.owners ?? []} value={ownerId} onChange={setOwner} />
        </div>
      </div>
      <AskView answer={answer}>
        {({ rows }) =>
          rows.length === 0 ? (
            <EmptyState title={t('originals.empty')}>{t('originals.emptyBody')}</EmptyState>
          ) : (
            <Originals rows={rows} onMove={setMoving} />
          )
        }
      </AskView>
      {moving !== null && <MoveDialog row={moving} onClose={() => setMoving(null)} />}
    </DeskPage>
  );
}

function Originals({ rows, onMove }: { rows: readonly OriginalRow[]; onMove: (row: OriginalRow) => void }) {
  const { t } = useText();
  const columns: readonly Column<OriginalRow>[] = [
    { title: t('originals.document'), cell: (row) => typeName(t, row.type) },
    { title: t('originals.card'), cell: customerCell },
    { title: t('originals.due'), cell: dueCell },
    { title: t('originals.where'), cell: whereCell },
    { title: t('originals.step'), cell: (row) => stepCell(row, onMove) },
  ];
  return <DeskTable label={t('originals.title')} rows={rows} idOf={(row) => row.id} columns={columns} />;
}

function customerCell({ cardName, ownerName }: OriginalRow): ReactNode {
  return (
    <span className="block desk:max-w-72 desk:truncate">
      {cardName}
      <span className="block text-1 text-ink-2">{ownerName}</span>
    </span>
  );
}

function dueCell(row: OriginalRow): ReactNode {
  return <Due row={row} />;
}

function Due({ row: { dueOn, overdue } }: { row: OriginalRow }) {
  const text = useText();
  return <span className={overdue ? 'text-wrong' : undefined}>{dueWords(text, dueOn, overdue) ?? '—'}</span>;
}

function whereCell(row: OriginalRow): ReactNode {
  return <Where row={row} />;
}

function Where({ row }: { row: OriginalRow }) {
  const { t } = useText();
  const place = placeOf(row);
  const isPromise = row.file === null && row.original === 'not-needed';
  return (
    <>
      {isPromise ? t('originals.noFile') : t(`document.original.${row.original}`)}
      {place !== '' && <span className="block text-1 text-ink-2">{place}</span>}
    </>
  );
}

function stepCell(row: OriginalRow, onMove: (row: OriginalRow) => void): ReactNode {
  return <Step row={row} onMove={onMove} />;
}

function Step({ row, onMove }: { row: OriginalRow; onMove: (row: OriginalRow) => void }) {
  const { t } = useText();
  const may = useMay();
  if (!may('original.move') || row.original === 'not-needed') return '—';
  return (
    <Button look="plain" onPress={() => onMove(row)}>
      {t(row.original === 'filed' ? 'originals.back' : 'originals.step')}
    </Button>
  );
}

function placeOf({ moves }: OriginalRow): string {
  return moves.at(-1)?.place ?? '';
}

interface OwnerSelectProps {
  owners: OriginalList['owners'];
  value: UserId | null;
  onChange: (value: UserId | null) => void;
}

function OwnerSelect({ owners, value, onChange }: OwnerSelectProps) {
  const { t } = useText();
  return (
    <Select
      label={t('originals.owner')}
      value={value ?? 'all'}
      choices={[
        { value: 'all', label: t('originals.owner.all') },
        ...owners.map(({ id, name }) => ({ value: id, label: name })),
      ]}
      onChange={(chosen) => onChange(chosen === 'all' ? null : (chosen as UserId))} // the server named it
    />
  );
}
