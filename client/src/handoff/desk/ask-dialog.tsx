import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import { useId, useMemo, useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import { pathLabel } from './field-words.ts';
import { emptyFields, reviewGroups } from './review-lines.ts';

interface AskDialogProps {
  view: QueueItemView;
  /** The field the person started from; null lets them choose. */
  path: CardPath | null;
  onAsk: (path: CardPath, text: string) => void;
  onClose: () => void;
}

const SHORTEST = 3;
const LONGEST = 1000;

/** A question to the owner about one field. It never goes to the customer. */
export function AskDialog({ view, path, onAsk, onClose }: AskDialogProps) {
  const text = useText();
  const { t } = text;
  const [about, setAbout] = useState<CardPath>(path ?? '');
  const [words, setWords] = useState('');
  const [checked, setChecked] = useState(false);
  const [aboutId, wordsId] = [useId(), useId()];
  const fields = useMemo(() => {
    const shown = reviewGroups(view).flatMap(({ lines }) => lines.map((line) => line.path));
    return [...new Set([...shown, ...emptyFields(view)])];
  }, [view]);
  const lacks = about === '' ? 'field' : words.trim().length < SHORTEST ? 'words' : null;
  const send = () => {
    if (lacks === null && about !== '') return onAsk(about, words.trim());
    setChecked(true);
    document.getElementById(lacks === 'field' ? aboutId : wordsId)?.focus();
  };
  return (
    <Dialog
      title={t('queue.askOwner', { name: view.row.ownerName })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" onPress={send}>
            {t('queue.askNow')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <p className="text-ink-2">{t('queue.askBody')}</p>
      <Field
        id={aboutId}
        label={t('queue.askAbout')}
        error={checked && about === '' ? t('queue.needField') : undefined}
      >
        <Select
          value={about}
          choices={fields.map((each) => ({ value: each, label: pathLabel(text, each, view.values) }))}
          onChange={setAbout}
        />
      </Field>
      <Field
        id={wordsId}
        label={t('queue.askWords')}
        error={checked && lacks === 'words' ? t('queue.needQuestion') : undefined}
      >
        <Textarea value={words} onChange={(next) => setWords(next.slice(0, LONGEST))} />
      </Field>
    </Dialog>
  );
}
