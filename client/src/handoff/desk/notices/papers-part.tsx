import type { NoticeQueueView } from '@cession/shared/handoff/notice-queue-procedures.ts';
import { Download } from 'lucide-react';
import { Facts, Part } from '../../../notice/desk/agreements/facts.tsx';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { ShortHash } from '../../../people/desk/short-hash.tsx';
import { useText } from '../../../text/use-text.ts';
import { ButtonLink, DownloadLink } from '../../../ui/button.tsx';

/** The papers behind it, and the hashes that tell that they are those. */
export function PapersPart({ view: { handoff, stampedSha256 } }: { view: NoticeQueueView }) {
  const { t } = useText();
  const may = useMay();
  const hashes = [
    ['sealed', handoff.sealedSha256],
    ['stamped', stampedSha256],
    ['data', handoff.dataSha256],
    ['bundle', handoff.bundleSha256],
  ] as const;
  return (
    <Part title={t('noticeQueue.papers')}>
      <div className="flex flex-wrap gap-2">
        {may('notice.evidence') && (
          <>
            <DownloadLink href={`/files/paper/${handoff.id}`} icon={<Download aria-hidden size={16} />}>
              {t('noticeQueue.pdf')}
            </DownloadLink>
            <ButtonLink href={`/desk/evidence/${handoff.id}`}>{t('noticeQueue.evidence')}</ButtonLink>
          </>
        )}
      </div>
      <Facts
        rows={[
          ...hashes.map(([name, hash]) => {
            const label = t(`noticeQueue.${name}`);
            return [label, hash === null ? null : <ShortHash key={name} value={hash} what={label} />] as const;
          }),
          [t('noticeQueue.note'), handoff.note],
        ]}
      />
    </Part>
  );
}
