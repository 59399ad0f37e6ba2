import type { Notice } from '@cession/shared/notice/notice.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { BringIntoView } from '../bring-into-view.tsx';
import { EndedOtherwiseForm } from './ended-otherwise.tsx';
import type { Recording } from './recording.ts';

interface ReturnedScreenProps {
  notice: Notice;
  recording: Recording;
  onAgain: () => void;
}

/** The rep took the tablet back before anything was decided: it goes on, or the rep says how it ended. */
export function ReturnedScreen({ notice, recording, onAgain }: ReturnedScreenProps) {
  const { t } = useText();
  const hasSigned = recording.state.signed.length > 0;
  return (
    <Page
      title={t('ceremony.returned.title')}
      back={`/notices/${notice.id}`}
      bottom={
        <BottomBar>
          <Button look="primary" wide busy={recording.busy} onPress={onAgain}>
            {t('ceremony.returned.again')}
          </Button>
        </BottomBar>
      }
    >
      {recording.failed && (
        <BringIntoView>
          <Note live tone="wrong" title={t('ceremony.notStored')}>
            {t('ceremony.notStoredBody')}
          </Note>
        </BringIntoView>
      )}
      <p className="text-ink-2">{t('ceremony.returned.body')}</p>
      <EndedOtherwiseForm
        title={t('ceremony.returned.or')}
        ways={hasSigned ? ['refused', 'received'] : ['refused', 'received', 'wrong', 'absent']}
        wrongHint={t('ceremony.returned.wrongHint')}
        busy={recording.busy}
        onChoose={(end) => void recording.act((record) => record(end.type, end.data))}
      />
    </Page>
  );
}
