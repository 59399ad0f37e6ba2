import type { NoticeQueueView } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { fileNotice } from '@cession/shared/handoff/work-the-notice-queue.ts';
import { useEffect, useState } from 'react';
import { holdReload } from '../../../device/hold-reload.ts';
import { useDeskPreferences } from '../../../people/desk/desk-preferences.ts';
import { KeyHint } from '../../../people/desk/key-hint.tsx';
import { useDeskKeys } from '../../../people/desk/use-desk-keys.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { publishHeight } from '../../../ui/publish-height.ts';
import { TextInput } from '../../../ui/text-input.tsx';
import type { NoticeActions } from './use-notice-actions.ts';

const publish = publishHeight('--bottom-bar');

interface FileBarProps {
  view: NoticeQueueView;
  actions: NoticeActions;
  canTake: boolean;
  canFile: boolean;
  onAsk: (() => void) | null;
}

/** Take it, put it back, file it; a question goes to the owner. */
export function FileBar({ view, actions, canTake, canFile, onAsk }: FileBarProps) {
  const { t } = useText();
  const { busy } = useDeskPerform();
  const { openNext } = useDeskPreferences();
  const [note, setNote] = useState('');
  useEffect(() => (note === '' ? undefined : holdReload('half-written note')), [note]);
  useDeskKeys({
    ...(canTake ? { C: actions.take } : {}),
    ...(canFile ? { A: () => actions.file(note), U: actions.putBack } : {}),
  });
  if (!canTake && !canFile && onAsk === null) return null;
  return (
    <div
      ref={publish}
      data-bottom-bar
      className="sticky bottom-0 z-10 mt-auto border-t border-line bg-paper/92 px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] backdrop-blur-md desk:px-6"
    >
      <div className="grid max-w-4xl gap-2.5">
        {canFile && (
          <Field label={t('noticeQueue.note')} hint={t('noticeQueue.noteHint')} optional>
            <TextInput value={note} onChange={(text) => setNote(text.slice(0, 500))} autoComplete="off" />
          </Field>
        )}
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
          {onAsk !== null && (
            <Button look="plain" onPress={onAsk}>
              {t('noticeQueue.ask', { name: view.row.ownerName })}
            </Button>
          )}
          {canFile && (
            <Button look="plain" onPress={actions.putBack} icon={<KeyHint press="U" />}>
              {t('queue.putBack')}
            </Button>
          )}
          <span className="ms-auto max-wide:w-full">
            {canTake && (
              <Button look="primary" wide busy={busy !== null} onPress={actions.take} icon={<KeyHint press="C" />}>
                {t('noticeQueue.take')}
              </Button>
            )}
            {canFile && (
              <Button look="primary" wide busy={busy === fileNotice.name} onPress={() => actions.file(note)}>
                {t(openNext ? 'noticeQueue.fileNext' : 'noticeQueue.file')}
              </Button>
            )}
          </span>
        </div>
      </div>
    </div>
  );
}
