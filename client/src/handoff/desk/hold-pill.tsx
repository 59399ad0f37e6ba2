import { useText } from '../../text/use-text.ts';
import { Pill } from '../../ui/pill.tsx';
import type { Hold } from './use-lease.ts';

/** Who has it, and for how long. */
export function HoldPill({ hold }: { hold: Hold }) {
  const { t } = useText();
  switch (hold.kind) {
    case 'mine':
      return (
        <Pill tone={hold.left.state === 'ending' ? 'wait' : 'accent'}>
          {t('queue.heldByYou', { minutes: hold.left.minutes })}
        </Pill>
      );
    case 'other':
      return <Pill>{t('queue.row.heldBy', { name: hold.name })}</Pill>;
    case 'nobody':
      return <Pill>{t('queue.free')}</Pill>;
  }
}
