import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { publishHeight } from '../../ui/publish-height.ts';
import { useDeskPreferences } from '../../people/desk/desk-preferences.ts';
import { KeyHint } from '../../people/desk/key-hint.tsx';
import { KeysButton } from './keys-sheet.tsx';
import type { QueueActions } from './use-queue-actions.ts';

interface ReviewBarProps {
  canClaim: boolean;
  canDecide: boolean;
  /** Fields marked so far. */
  points: number;
  accepting: boolean;
  actions: QueueActions;
  onReturn: () => void;
}

const publish = publishHeight('--bottom-bar');

/** The decision, and the keys that make it. */
export function ReviewBar({ canClaim, canDecide, points, accepting, actions, onReturn }: ReviewBarProps) {
  const { t } = useText();
  const { openNext } = useDeskPreferences();
  if (!canClaim && !canDecide) return null;
  return (
    <div
      ref={publish}
      data-bottom-bar
      className="@container/bar sticky bottom-0 z-10 mt-auto border-t border-line bg-paper/92 px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] backdrop-blur-md desk:px-6"
    >
      <div className="flex flex-wrap items-center justify-end gap-3 @min-[34rem]/bar:flex-nowrap">
        <KeyLegend canDecide={canDecide} />
        {canClaim && (
          <Button look="primary" onPress={actions.claim}>
            {t('queue.claim')}
          </Button>
        )}
        {canDecide && (
          <>
            <span className="flex-1 @min-[34rem]/bar:flex-none">
              <Button wide onPress={onReturn}>
                {points === 0 ? t('queue.return') : t('queue.returnPoints', { count: points })}
              </Button>
            </span>
            <span className="flex-1 @min-[34rem]/bar:flex-none">
              <Button look="primary" wide busy={accepting} onPress={actions.accept}>
                {t(openNext ? 'queue.acceptNext' : 'queue.accept')}
              </Button>
            </span>
          </>
        )}
      </div>
    </div>
  );
}

function KeyLegend({ canDecide }: { canDecide: boolean }) {
  const { t } = useText();
  const { keysOn } = useDeskPreferences();
  return (
    <div className="me-auto hidden min-w-0 flex-wrap items-center gap-x-4 gap-y-1 text-1 text-ink-2 pointer-fine:@min-[34rem]/bar:flex">
      {keysOn && (
        <p aria-hidden className="flex flex-wrap gap-x-3 gap-y-1">
          <span>
            <KeyHint press="J" /> <KeyHint press="K" /> {t('queue.legend.move')}
          </span>
          {canDecide ? (
            <>
              <span>
                <KeyHint press="A" /> {t('queue.legend.accept')}
              </span>
              <span>
                <KeyHint press="R" /> {t('queue.legend.return')}
              </span>
            </>
          ) : (
            <span>
              <KeyHint press="C" /> {t('queue.legend.claim')}
            </span>
          )}
          <span>
            <KeyHint press="?" /> {t('queue.legend.all')}
          </span>
        </p>
      )}
      {!keysOn && <KeysButton />}
    </div>
  );
}
