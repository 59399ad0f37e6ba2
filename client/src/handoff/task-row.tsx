import { cardName } from '../card/card-name.ts';
import { useText } from '../text/use-text.ts';
import { LinkRow } from '../ui/link-row.tsx';
import { RowWord } from '../ui/row-word.tsx';
import { Pill } from '../ui/pill.tsx';
import { FieldNames } from './field-names.tsx';
import { refusalWords } from './outbox-words.ts';
import { useItemNames } from './use-item-names.ts';
import type { Task } from './open-tasks.ts';

/** One thing that waits for this person, as a row that leads to where it is done. */
export function TaskRow({
  task,
  grouped = false,
}: {
  task: Task;
  /** The kind stands above the row already. */ grouped?: boolean;
}) {
  const { t } = useText();
  const names = useItemNames();
  const name = 'card' in task ? (cardName(task.card) ?? t('cards.unnamed')) : '';
  switch (task.kind) {
    case 'returned':
      return (
        <LinkRow
          href={`/cards/${task.id}`}
          title={name}
          detail={<FieldNames paths={task.handoff.points.map(({ path }) => path)} />}
          end={<Pill tone="wait">{t('tasks.points', { count: task.handoff.points.length })}</Pill>}
        />
      );
    case 'refused':
      return (
        <LinkRow
          href="/outbox"
          title={names.title(task.item)}
          detail={refusalWords(t, task.refusal)}
          end={<Pill tone="wrong">{t('tasks.refused')}</Pill>}
        />
      );
    case 'conflict':
      return (
        <LinkRow
          href={`/conflicts/${task.id}`}
          title={name}
          detail={
            <>
              {!grouped && `${t('tasks.conflict')} · `}
              <FieldNames paths={[task.conflict.path]} />
            </>
          }
          end={<RowWord>{t('tasks.decide')}</RowWord>}
        />
      );
    case 'question':
      return (
        <LinkRow
          href="/tasks"
          title={name}
          detail={`${t('tasks.question')}: ${task.question.text}`}
          end={<RowWord>{t('tasks.sendAnswer')}</RowWord>}
        />
      );
    case 'offer':
      return (
        <LinkRow href="/tasks" title={name} detail={t('tasks.offer')} end={<RowWord>{t('tasks.decide')}</RowWord>} />
      );
    case 'bounced':
      return <LinkRow href="/tasks" title={name} detail={t('tasks.bounced')} />;
  }
}
