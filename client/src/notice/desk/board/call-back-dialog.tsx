import { logCallBack } from '@cession/shared/notice/log-call-back.ts';
import type { CallBack, Notice } from '@cession/shared/notice/notice.ts';
import { useId, useState } from 'react';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Note } from '../../../ui/note.tsx';
import { RadioGroup } from '../../../ui/radio-group.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { showToast } from '../../../ui/toast.tsx';

const RESULTS = ['confirmed', 'denied', 'no-answer'] as const;

/** A call that was made. The number is chosen from those that were on file, never typed. */
export function CallBackDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useText();
  const numbers = notice.numbersOnFile;
  if (numbers.length > 0) return <CallForm notice={notice} onClose={onClose} />;
  return (
    <Dialog title={t('board.callTitle')} onClose={onClose}>
      <Note tone="wait" title={t('board.callNoNumber')}>
        <p>{t('board.callNoNumberBody')}</p>
      </Note>
    </Dialog>
  );
}

function CallForm({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const id = useId();
  const [number, setNumber] = useState<string | null>(null);
  const [result, setResult] = useState<CallBack['result'] | null>(null);
  const [spokeWith, setSpokeWith] = useState('');
  const [note, setNote] = useState('');
  const [checked, setChecked] = useState(false);
  const lacks = {
    number: number === null,
    result: result === null,
    spokeWith: result !== null && result !== 'no-answer' && spokeWith.trim() === '',
  };
  const need = (lacking: boolean) => (checked && lacking ? t('board.need') : undefined);
  const save = () => {
    setChecked(true);
    const first = (['number', 'result', 'spokeWith'] as const).find((key) => lacks[key]);
    if (first !== undefined || number === null || result === null)
      return document.getElementById(`${id}-${first ?? 'number'}`)?.focus();
    const args = { noticeId: notice.id, number, result, spokeWith: spokeWith.trim(), note: note.trim() };
    const done = () => {
      showToast(t('board.done.call'));
      onClose();
    };
    perform(logCallBack, args, { words: t('board.do.call', { name: notice.data.debtor.legalName }), done });
  };
  return (
    <Dialog
      title={t('board.callTitle')}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy !== null} onPress={save}>
            {t('board.callSave')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <p className="text-1 text-ink-2">{t('board.callWhy')}</p>
      <RadioGroup
        id={`${id}-number`}
        legend={t('board.callNumber')}
        value={number}
        choices={notice.numbersOnFile.map((value) => ({ value, label: value }))}
        onChange={setNumber}
        error={need(lacks.number)}
      />
      <RadioGroup
        id={`${id}-result`}
        legend={t('board.callResult')}
        value={result}
        choices={RESULTS.map((value) => ({ value, label: t(`board.callResult.${value}`) }))}
        onChange={setResult}
        error={need(lacks.result)}
      />
      <Field
        id={`${id}-spokeWith`}
        label={t('board.callSpokeWith')}
        optional={result === 'no-answer'}
        error={need(lacks.spokeWith)}
      >
        <TextInput value={spokeWith} onChange={(name) => setSpokeWith(name.slice(0, 120))} autoComplete="off" />
      </Field>
      <Field label={t('board.callNote')} optional>
        <Textarea value={note} onChange={(text) => setNote(text.slice(0, 500))} />
      </Field>
    </Dialog>
  );
}
