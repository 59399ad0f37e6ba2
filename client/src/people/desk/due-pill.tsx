import type { Instant } from '@cession/shared/kernel/instant.ts';
import { instantToMs } from '@cession/shared/kernel/instant.ts';
import { useText } from '../../text/use-text.ts';
import { Pill } from '../../ui/pill.tsx';
import { VisuallyHidden } from '../../ui/visually-hidden.tsx';
import { dueLeft } from './due-left.ts';

interface DuePillProps {
  dueAt: Instant;
  nowMs: number;
  /** Somebody is at it already. */
  quiet?: boolean;
}

/** "−1 h" past due, "2 h" soon, "1 d" quiet. A screen reader hears the sentence. */
export function DuePill({ dueAt, nowMs, quiet = false }: DuePillProps) {
  const { t, formatRelative } = useText();
  const { past, unit, count, tone } = dueLeft(instantToMs(dueAt), nowMs);
  const distance = formatRelative(dueAt, nowMs);
  return (
    <Pill tone={quiet ? 'neutral' : tone}>
      <span aria-hidden className="whitespace-nowrap">
        {past ? '−' : ''}
        {t(`queue.due.${unit}`, { count })}
      </span>
      <VisuallyHidden>{past ? t('queue.due.past', { distance }) : t('queue.due.in', { distance })}</VisuallyHidden>
    </Pill>
  );
}
