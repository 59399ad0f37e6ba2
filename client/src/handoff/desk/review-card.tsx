import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { useId } from 'react';
import { sectionTitle } from '../../card/card-words.ts';
import { itemTitle } from '../../card/item-words.ts';
import { useText } from '../../text/use-text.ts';
import type { Names } from './field-words.ts';
import { ReviewLineRow } from './review-line.tsx';
import { reviewGroups, type ReviewGroup } from './review-lines.ts';

interface ReviewCardProps {
  view: QueueItemView;
  names: Names;
  marked: ReadonlySet<CardPath>;
  onMark?: ((path: CardPath) => void) | undefined;
  onAsk?: ((path: CardPath) => void) | undefined;
}

/** The frozen card in the order it is keyed, one sheet per section. */
export function ReviewCard({ view, ...rest }: ReviewCardProps) {
  return (
    <div className="@container/card grid gap-4">
      {reviewGroups(view).map((group) => (
        <GroupSheet key={`${group.section} ${group.item?.id ?? ''}`} view={view} group={group} {...rest} />
      ))}
    </div>
  );
}

function GroupSheet({ view, group, names, marked, onMark, onAsk }: ReviewCardProps & { group: ReviewGroup }) {
  const text = useText();
  const titleId = useId();
  const { item } = group;
  const title = sectionTitle(text.t, group.section);
  return (
    <section aria-labelledby={titleId} className="grid gap-1.5">
      <h2 id={titleId} className="text-1 font-semibold tracking-[0.02em] text-ink-3">
        {item === null ? title : `${title} · ${itemTitle(text, item.list, item.id, view.values)}`}
      </h2>
      {item?.removed === true ? (
        <p className="rounded-3 border border-line bg-sheet px-4 py-2.5 text-ink-2">{text.t('queue.removed')}</p>
      ) : (
        <dl className="divide-y divide-line overflow-hidden rounded-3 border border-line bg-sheet">
          {group.lines.map((line) => (
            <ReviewLineRow
              key={line.path}
              line={line}
              names={names}
              marked={marked.has(line.path)}
              onMark={onMark && (() => onMark(line.path))}
              onAsk={onAsk && (() => onAsk(line.path))}
            />
          ))}
        </dl>
      )}
    </section>
  );
}
