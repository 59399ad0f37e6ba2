import type { CardValues } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { PASTE_MAX } from '@cession/shared/card/paste-requisites.ts';
import { useMemo, useState, type ClipboardEvent } from 'react';
import { newId } from '../device/new-id.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { PasteFound } from './paste-found.tsx';
import { isOn, planPaste, type PasteLine, type PastePlan } from './paste-plan.ts';

interface PasteDialogProps {
  jurisdiction: Jurisdiction;
  values: CardValues;
  onFill: (lines: readonly PasteLine[], plan: PastePlan) => void;
  onClose: () => void;
}

/** Their details from an e-mail or a web page: shown first, checked, and filled only when the person says so. */
export function PasteDialog({ jurisdiction, values, onFill, onClose }: PasteDialogProps) {
  const { t, formatNumber } = useText();
  const [block, setBlock] = useState('');
  const [tooLong, setTooLong] = useState<number | null>(null);
  const [isClosed, setIsClosed] = useState(false);
  const [flipped, setFlipped] = useState<ReadonlySet<string>>(new Set());
  const plan = useMemo(
    () => (block.trim() === '' ? null : planPaste(block, jurisdiction, values, newId)),
    [block, jurisdiction, values],
  );
  const take = (text: string) => {
    setIsClosed(false);
    setTooLong(text.length > PASTE_MAX ? text.length : null);
    if (text.length <= PASTE_MAX) {
      setBlock(text);
      setFlipped(new Set());
    }
  };
  const readClipboard = () => {
    // An old browser has no such door; a person may keep it shut.
    const read = navigator.clipboard?.readText?.() ?? Promise.reject(new Error('no clipboard'));
    void read.then(take, () => setIsClosed(true));
  };
  const stopBigPaste = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData('text');
    if (text.length <= PASTE_MAX) return;
    event.preventDefault();
    take(text);
  };
  const chosen = plan?.ok === true ? plan.value.lines.filter((line) => isOn(line, flipped)) : [];
  return (
    <Dialog
      title={t('capture.paste.title')}
      onClose={onClose}
      actions={
        chosen.length === 0 ? undefined : (
          <Button look="primary" onPress={() => plan?.ok === true && onFill(chosen, plan.value)}>
            {t('capture.paste.fill', { count: chosen.length })}
          </Button>
        )
      }
    >
      <div>
        <Button onPress={readClipboard}>{t('capture.paste.clipboard')}</Button>
      </div>
      <Field label={t('capture.paste.block')} hint={t('capture.paste.hint')} error={problem()}>
        <Textarea value={block} onChange={take} onPaste={stopBigPaste} autoComplete="off" spellCheck={false} />
      </Field>
      {plan?.ok === true && (
        <>
          {plan.value.otherJurisdiction !== null && (
            <Note tone="wait">
              {t('capture.paste.otherCountry', { country: t(`card.jurisdiction.${plan.value.otherJurisdiction}`) })}
            </Note>
          )}
          <PasteFound plan={plan.value} flipped={flipped} onFlip={(path) => setFlipped(flippedBy(flipped, path))} />
        </>
      )}
    </Dialog>
  );

  function problem(): string | undefined {
    if (tooLong !== null) {
      return t('capture.paste.tooLong', { length: formatNumber(tooLong), max: formatNumber(PASTE_MAX) });
    }
    if (isClosed) return t('capture.paste.closed');
    return plan?.ok === false ? t('card.paste.nothing-found') : undefined;
  }
}

function flippedBy(flipped: ReadonlySet<string>, path: string): ReadonlySet<string> {
  const next = new Set(flipped);
  if (!next.delete(path)) next.add(path);
  return next;
}
