import { notices } from '@cession/shared/notice/notice.ts';
import { noticePaper } from '@cession/shared/notice/wording/notice-paper.ts';
import { useMemo } from 'react';
import { useParams } from 'wouter';
import { useRow } from '../../sync/live.ts';
import { useText } from '../../text/use-text.ts';
import { Page } from '../../ui/page.tsx';
import { PaperView } from '../ceremony/paper-view.tsx';
import { NoticeLost } from './notice-screen.tsx';

/** The notice as the debtor will read it. */
export function PaperScreen() {
  const { t } = useText();
  const { id = '' } = useParams();
  const notice = useRow(notices, id);
  const paper = useMemo(
    () => (notice === null ? null : noticePaper(notice.data, notice.language, notice.dataSha256.slice(0, 8))),
    [notice],
  );
  if (notice === null || paper === null) return <NoticeLost />;
  return (
    <Page title={t('notice.title')} back={`/notices/${notice.id}`}>
      <div lang={paper.language} className="text-[1.1875rem]/[1.55]">
        <PaperView blocks={paper.blocks} />
      </div>
    </Page>
  );
}
