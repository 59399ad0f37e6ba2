import type { Notice } from '@cession/shared/notice/notice.ts';
import { recordLater } from '@cession/shared/notice/record-later.ts';
import { useState } from 'react';
import { notSavedText } from '../../people/not-saved-text.ts';
import { useSession } from '../../people/session.tsx';
import { useSync } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { Note } from '../../ui/note.tsx';
import { showToast } from '../../ui/toast.tsx';
import { LaterForm, type LaterSaid } from './later-form.tsx';

/** Writes down what happened without the tablet. */
export function LaterDialog({ notice, onClose }: { notice: Notice; onClose: () => void }) {
  const { t } = useText();
  const { perform } = useSync();
  const { profile } = useSession();
  const [failure, setFailure] = useState<string | null>(null);
  const save = async (said: LaterSaid) => {
    const done = await perform(recordLater, { noticeId: notice.id, ...said });
    if (!done.ok) return setFailure(notSavedText(t, done.error));
    showToast(t('notice.later.done'));
    onClose();
  };
  return (
    <LaterForm
      mayRelease={profile.roles.includes('coordinator')}
      notes={failure !== null && <Note live tone="wrong" title={failure} />}
      onSave={(said) => void save(said)}
      onClose={onClose}
    />
  );
}
