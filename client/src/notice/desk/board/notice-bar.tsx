import { activateNotice } from '@cession/shared/notice/activate-notice.ts';
import type { NoticeView } from '@cession/shared/notice/notice-procedures.ts';
import { recordLater } from '@cession/shared/notice/record-later.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { BlockedButton, Button } from '../../../ui/button.tsx';
import { publishHeight } from '../../../ui/publish-height.ts';
import { showToast } from '../../../ui/toast.tsx';
import { LaterForm } from '../../page/later-form.tsx';

const publish = publishHeight('--bottom-bar');

/** What can be done with a notice at the desk; who may do nothing sees no bar. */
export function NoticeBar({ view }: { view: NoticeView }) {
  const { t } = useText();
  const may = useMay();
  const [writing, setWriting] = useState(false);
  const { notice } = view;
  const mayWrite = may('notice.record-later') && notice.status !== 'withdrawn';
  const canActivate = may('notice.activate') && view.gate.length > 0;
  if (!mayWrite && !canActivate) return null;
  return (
    <div
      ref={publish}
      data-bottom-bar
      className="sticky bottom-0 z-10 mt-auto border-t border-line bg-paper/92 px-4 pt-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))] backdrop-blur-md desk:px-6"
    >
      <div className="flex max-w-4xl flex-wrap items-center gap-2.5">
        {mayWrite && <Button onPress={() => setWriting(true)}>{t('notice.page.later')}</Button>}
        {canActivate && (
          <div className="flex-[1_1_18rem]">
            <Activate view={view} />
          </div>
        )}
      </div>
      {writing && <Later view={view} onClose={() => setWriting(false)} />}
    </div>
  );
}

function Activate({ view }: { view: NoticeView }) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const { notice, gate, limitId } = view;
  const { id: noticeId, agreementId, accountId, ceremonyId } = notice;
  const missing = gate.filter(({ met }) => !met);
  const [first] = missing;
  const name = notice.data.debtor.legalName;
  if (first !== undefined) {
    const reason =
      missing.length === 1
        ? t('board.activateLacks', { what: t(`board.lacks.${first.key}`) })
        : t('board.activateBlocked', { count: missing.length });
    return <BlockedButton action={t('board.activate')} reason={reason} onPress={showFirstOpen} />;
  }
  const activate = () =>
    perform(
      activateNotice,
      { noticeId, agreementId, accountId, limitId, ceremonyId },
      { words: t('board.do.activate', { name }), done: () => showToast(t('board.done.activate', { name })) },
    );
  return (
    <div className="grid gap-1">
      <Button look="primary" wide busy={busy === activateNotice.name} onPress={activate}>
        {t('board.activate')}
      </Button>
      <p className="text-1 text-ink-2">{t('board.activateHint')}</p>
    </div>
  );
}

/** To the first line of the gate that is not met. */
function showFirstOpen(): void {
  document.querySelector('[data-gate-open]')?.scrollIntoView({ block: 'center' });
}

function Later({ view: { notice }, onClose }: { view: NoticeView; onClose: () => void }) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  return (
    <LaterForm
      mayRelease
      busy={busy === recordLater.name}
      notes={<UnsentNotes />}
      onClose={onClose}
      onSave={(said) => {
        const done = () => {
          showToast(t('notice.later.done'));
          onClose();
        };
        const words = t('board.do.later', { name: notice.data.debtor.legalName });
        perform(recordLater, { noticeId: notice.id, ...said }, { words, done });
      }}
    />
  );
}
