import { listNotices } from '@cession/shared/notice/notice-procedures.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import { useParams } from 'wouter';
import { useAsk } from '../../../people/desk/use-ask.ts';
import { useText } from '../../../text/use-text.ts';
import { SplitPanes } from '../../../ui/split-panes.tsx';
import { BoardList } from './board-list.tsx';
import { NoticeGone } from './notice-gone.tsx';
import { NoticePane, type NoticeId } from './notice-pane.tsx';

/** The coordinator's board: every notice by where it stands, and beside it the one that is open. */
export function BoardScreen() {
  const { t } = useText();
  const { id } = useParams<{ id?: string }>();
  const answer = useAsk(listNotices, { show: 'all' });
  return (
    <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col">
      <SplitPanes
        list={<BoardList answer={answer} openId={id ?? null} />}
        detail={
          id === undefined ? null : isUuid(id) ? (
            <NoticePane key={id} noticeId={id as NoticeId} /> // checked just now
          ) : (
            <NoticeGone />
          )
        }
        nothingOpen={<p className="max-w-sm text-center">{t('board.nothingOpen')}</p>}
      />
    </main>
  );
}
