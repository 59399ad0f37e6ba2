import type { Card } from '@cession/shared/card/card.ts';
import type { GateVerdict } from '@cession/shared/card/gate.ts';
import { useMemo, useState } from 'react';
import { useText } from '../text/use-text.ts';
import { RadioGroup } from '../ui/radio-group.tsx';
import { Row } from '../ui/link-row.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { askedOf, type Asked } from './asked-list.ts';
import { requirementName } from './card-words.ts';
import { sourceText } from './gap-words.ts';
import type { Rules } from './form-state.ts';

type Filter = 'all' | 'law-and-factor' | 'factor' | 'house';
const FILTERS = ['all', 'law-and-factor', 'factor', 'house'] as const;

/** Who asks for what: shows whether the factor wants more of this customer than the law does. */
export function AskedBy({ card, rules, verdict }: { card: Card; rules: Rules; verdict: GateVerdict }) {
  const { t } = useText();
  const [filter, setFilter] = useState<Filter>('all');
  const asked = useMemo(() => askedOf(card, rules, verdict), [card, rules, verdict]);
  const more = asked.filter(({ by, lawToo }) => by === 'factor' && !lawToo).length;
  const shown = asked.filter((each) => isShown(each, filter));
  const label = (each: Filter) =>
    t('capture.asked.filter', {
      name: t(`capture.asked.${each}`),
      count: asked.filter((line) => isShown(line, each)).length,
    });
  return (
    <details className="group">
      <summary className="flex min-h-target items-center font-semibold text-accent">{t('capture.asked.title')}</summary>
      <div className="grid grid-cols-1 gap-4 pt-2">
        <RadioGroup
          legend={t('capture.asked.show')}
          value={filter}
          choices={FILTERS.map((each) => ({ value: each, label: label(each) }))}
          onChange={setFilter}
        />
        <p className="text-ink-2">
          {more === 0 ? t('capture.asked.noMore') : t('capture.asked.more', { count: more })}
        </p>
        <RowList>
          {shown.map((each) => (
            <Row
              key={each.id}
              title={requirementName(t, each.id)}
              detail={[sourceText(t, each.id, rules.jurisdiction), each.citation].filter(Boolean).join(' · ')}
              end={
                <RowWord done={!each.lacking}>
                  {t(each.lacking ? 'capture.asked.missing' : 'capture.asked.there')}
                </RowWord>
              }
            />
          ))}
        </RowList>
      </div>
    </details>
  );
}

function isShown({ by }: Asked, filter: Filter): boolean {
  switch (filter) {
    case 'all':
      return true;
    case 'law-and-factor':
      return by !== 'house';
    case 'factor':
    case 'house':
      return by === filter;
  }
}
