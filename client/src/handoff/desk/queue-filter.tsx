import { JURISDICTIONS, type Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import type { QueueList } from '@cession/shared/handoff/queue-view.ts';
import type { Ref } from 'react';
import { useText } from '../../text/use-text.ts';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { ShelfButtons } from './shelf-buttons.tsx';

export const SHOWS = ['waiting', 'mine', 'snoozed', 'with-rep'] as const;
export type Show = (typeof SHOWS)[number];

export interface QueueQuestion {
  readonly show: Show;
  readonly jurisdiction: Jurisdiction | null;
  readonly search: string;
}

interface QueueFilterProps {
  question: QueueQuestion;
  counts: QueueList['counts'] | null;
  onChange: (question: QueueQuestion) => void;
  searchRef: Ref<HTMLInputElement>;
}

/** Which part of the queue: whose, which country, which name or number. */
export function QueueFilter({ question, counts, onChange, searchRef }: QueueFilterProps) {
  const { t } = useText();
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-2 border-b border-line px-4 pb-3">
      <ShelfButtons
        shelves={SHOWS.map((value) => ({
          value,
          label: `${t(`queue.show.${value}`)}${counts === null ? '' : ` ${countOf(counts, value)}`}`,
        }))}
        chosen={question.show}
        onChoose={(show) => onChange({ ...question, show })}
      />
      <div className="flex flex-wrap gap-2 *:min-w-0 [&>:first-child]:flex-[3_1_11rem] [&>:last-child]:flex-[2_1_9rem]">
        <TextInput
          ref={searchRef}
          type="search"
          value={question.search}
          onChange={(search) => onChange({ ...question, search: search.slice(0, 120) })}
          aria-label={t('queue.search')}
          placeholder={t('queue.search')}
          enterKeyHint="search"
          autoComplete="off"
          spellCheck={false}
        />
        <JurisdictionSelect
          value={question.jurisdiction}
          onChange={(jurisdiction) => onChange({ ...question, jurisdiction })}
        />
      </div>
    </div>
  );
}

interface JurisdictionSelectProps {
  value: Jurisdiction | null;
  onChange: (value: Jurisdiction | null) => void;
}

export function JurisdictionSelect({ value, onChange }: JurisdictionSelectProps) {
  const { t } = useText();
  return (
    <Select<Jurisdiction | 'all'>
      label={t('queue.country')}
      value={value ?? 'all'}
      choices={[
        { value: 'all', label: t('queue.country.all') },
        ...JURISDICTIONS.map((each) => ({ value: each, label: t(`card.jurisdiction.${each}`) })),
      ]}
      onChange={(chosen) => onChange(chosen === 'all' ? null : chosen)}
    />
  );
}

function countOf(counts: QueueList['counts'], show: Show): number {
  switch (show) {
    case 'waiting':
      return counts.waiting;
    case 'mine':
      return counts.mine;
    case 'snoozed':
      return counts.snoozed;
    case 'with-rep':
      return counts.withRep;
  }
}
