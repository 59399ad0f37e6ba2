import type { Card } from '@cession/shared/card/card.ts';
import { fieldKeyOf, isFieldKey, itemOf } from '@cession/shared/card/card-path.ts';
import { people } from '@cession/shared/people/actor.ts';
import { CircleCheck, CircleDashed } from 'lucide-react';
import { fieldLabel, groupTitle } from '../card/card-words.ts';
import { addressOf, fieldHref } from '../card/field-place.ts';
import { itemTitle } from '../card/item-words.ts';
import { now } from '../device/clock.ts';
import { useRow } from '../sync/live.ts';
import type { Text } from '../text/texts.ts';
import { useText } from '../text/use-text.ts';
import { Checkbox } from '../ui/checkbox.tsx';
import { LinkRow } from '../ui/link-row.tsx';
import { Note } from '../ui/note.tsx';
import { RowList } from '../ui/row-list.tsx';
import { RowWord } from '../ui/row-word.tsx';
import type { PointState } from './returned-points.ts';
import type { CardReturn } from './use-return.ts';

interface ReturnedBannerProps {
  card: Card;
  back: CardReturn;
  /** How much the gate still asks for: an answer can open a new gap. */
  missing: number;
}

/** What accounting wants, point by point. A point ticks itself when its field has a new value that passes. */
export function ReturnedBanner({ card, back, missing }: ReturnedBannerProps) {
  const text = useText();
  const { t, formatMoment } = text;
  const { handoff, points, open } = back;
  const by = useRow(people, handoff.verdictBy ?? '')?.name ?? t('capture.accounting');
  const when = handoff.verdictAt === null ? '' : formatMoment(handoff.verdictAt, now());
  return (
    <>
      <Note
        tone={open === 0 && missing === 0 ? 'proven' : 'wait'}
        title={t('capture.returned.title', { count: points.length })}
      >
        <p>{standing()}</p>
        {handoff.note !== '' && <p className="mt-1 whitespace-pre-wrap">{handoff.note}</p>}
        <p className="mt-1 text-1 text-ink-2">
          {by} · {when}
          {card.revision > 1 && ` · ${t('capture.returned.times', { count: card.revision })}`}
        </p>
      </Note>
      <RowList title={t('capture.returned.points')}>
        {points.map((state) => (
          <Point key={`${state.point.path} ${state.point.code}`} card={card} state={state} tick={back.tick} />
        ))}
      </RowList>
    </>
  );

  function standing(): string {
    if (open > 0) return t('capture.returned.left', { count: open });
    return t(missing === 0 ? 'capture.returned.allDone' : 'capture.returned.pointsDone');
  }
}

function Point({ card, state, tick }: { card: Card; state: PointState; tick: CardReturn['tick'] }) {
  const text = useText();
  const { t } = text;
  const { point, answered, byHand } = state;
  const words = `${t(`capture.reason.${point.code}`)}${point.note === '' ? '' : ` · ${point.note}`}`;
  const Mark = answered ? CircleCheck : CircleDashed;
  return (
    <>
      <LinkRow
        href={fieldHref(card.id, point.path)}
        title={
          <span className="flex items-start gap-2">
            <Mark aria-hidden size={20} className={`mt-px shrink-0 ${answered ? 'text-proven' : 'text-wait'}`} />
            {pointTitle(text, point.path, card)}
          </span>
        }
        detail={<span className="block ps-7">{words}</span>}
        end={<RowWord done={answered}>{answered ? t('capture.returned.fixed') : t('capture.gap.fix')}</RowWord>}
      />
      {byHand && (
        <li className="border-t-0! px-4 pb-2 ps-11">
          <Checkbox
            label={t('capture.returned.byHand')}
            checked={answered}
            onChange={(done) => tick(point.path, done)}
          />
        </li>
      )}
    </>
  );
}

/** The field by name, with the person or account it belongs to. */
export function pointTitle(text: Text, path: string, card: Card): string {
  const key = isFieldKey(path) ? path : fieldKeyOf(path);
  if (key === null) return path;
  const item = itemOf(path);
  const address = addressOf(path);
  const name = fieldLabel(text.t, key);
  if (address !== null) return text.t('capture.gap.of', { name: groupTitle(text.t, address), item: name });
  return item === null
    ? name
    : text.t('capture.gap.of', { name, item: itemTitle(text, item.list, item.itemId, card.values) });
}
