import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { showToast } from '../ui/toast.tsx';
import { numberFieldOf } from './new-card-state.ts';
import { PasteDialog } from './paste-dialog.tsx';
import type { PasteLine, PastePlan } from './paste-plan.ts';
import { typedOf } from './stored-value.ts';
import type { NewCardForm } from './use-new-card.ts';

/** The same block on a card that does not exist yet: what has no field on this screen is kept for the sections. */
export function NewCardPaste({ form }: { form: NewCardForm }) {
  const { t } = useText();
  const { card, rules } = form;
  const [isOpen, setIsOpen] = useState(false);
  const shown: readonly string[] = [numberFieldOf(rules.jurisdiction), 'legalName'];
  const more = card.pasted.filter((path) => !shown.includes(path)).length;
  const fill = (lines: readonly PasteLine[], { otherJurisdiction }: PastePlan) => {
    setIsOpen(false);
    const before = { country: card.country, typed: card.typed, pasted: card.pasted };
    const country = otherJurisdiction === 'HU' || otherJurisdiction === 'RU' ? otherJurisdiction : card.country;
    const typed = {
      ...card.typed,
      ...Object.fromEntries(lines.map(({ path, value }) => [path, typedOf(path, value)])),
    };
    form.change({ country, typed, pasted: [...new Set([...card.pasted, ...lines.map(({ path }) => path)])] });
    showToast(t('capture.paste.filled', { count: lines.length }), () => form.change(before));
  };
  return (
    <div className="grid grid-cols-1 justify-items-start gap-2">
      <Button icon={<ClipboardPaste aria-hidden size={18} />} onPress={() => setIsOpen(true)}>
        {t('capture.paste.open')}
      </Button>
      {more > 0 && <p className="text-1 text-ink-2">{t('capture.paste.more', { count: more })}</p>}
      {isOpen && (
        <PasteDialog
          jurisdiction={rules.jurisdiction}
          values={form.values}
          onFill={fill}
          onClose={() => setIsOpen(false)}
        />
      )}
    </div>
  );
}
