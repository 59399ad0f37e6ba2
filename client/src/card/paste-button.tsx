import { editCard } from '@cession/shared/card/edit-card.ts';
import type { Card } from '@cession/shared/card/card.ts';
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useSync } from '../sync/live.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { notSavedText } from '../people/not-saved-text.ts';
import { PasteDialog } from './paste-dialog.tsx';
import { dropPasteMarks, keepPasteMarks } from './paste-marks.ts';
import type { PasteLine } from './paste-plan.ts';

/** Fills a card from a pasted block, over all its sections at once, and takes it back for ten seconds. */
export function PasteButton({ card }: { card: Card }) {
  const { t } = useText();
  const { perform } = useSync();
  const [isOpen, setIsOpen] = useState(false);
  const fill = async (lines: readonly PasteLine[]) => {
    setIsOpen(false);
    const paths = lines.map(({ path }) => path);
    const changes = Object.fromEntries(lines.map(({ path, value }) => [path, value]));
    const before = Object.fromEntries(lines.map(({ path, replaces }) => [path, replaces]));
    const done = await perform(editCard, { cardId: card.id, changes });
    if (!done.ok) return showToast(notSavedText(t, done.error));
    keepPasteMarks(
      card.id,
      Object.fromEntries(lines.map((line) => [line.path, { value: line.value, before: line.replaces }])),
    );
    showToast(t('capture.paste.filled', { count: lines.length }), () => {
      dropPasteMarks(card.id, paths);
      void perform(editCard, { cardId: card.id, changes: before }).then((undone) =>
        undone.ok ? undefined : showToast(notSavedText(t, undone.error)),
      );
    });
  };
  return (
    <div>
      <Button icon={<ClipboardPaste aria-hidden size={18} />} onPress={() => setIsOpen(true)}>
        {t('capture.paste.open')}
      </Button>
      {isOpen && (
        <PasteDialog
          jurisdiction={card.jurisdiction}
          values={card.values}
          onFill={(lines) => void fill(lines)}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
