import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { Download } from 'lucide-react';
import { ShortHash } from '../../../people/desk/short-hash.tsx';
import { useText } from '../../../text/use-text.ts';
import { DownloadLink } from '../../../ui/button.tsx';
import { Facts, Part } from '../agreements/facts.tsx';
import { momentIn } from './moment.ts';

/** Seal, receipt, device, the hashes to compare, and the files themselves. */
export function ProofPart({ view }: { view: EvidenceView }) {
  const text = useText();
  const { t } = text;
  const moment = momentIn(text);
  const { ceremony, device } = view;
  const { seal, receipt } = ceremony;
  return (
    <Part title={t('evidence.proof')}>
      <div className="flex flex-wrap gap-2">
        {seal !== null && (
          <DownloadLink href={`/files/paper/${ceremony.id}`} icon={<Download aria-hidden size={16} />}>
            {t('evidence.download.paper')}
          </DownloadLink>
        )}
        <DownloadLink href={`/files/evidence/${ceremony.id}`} icon={<Download aria-hidden size={16} />}>
          {t('evidence.download.evidence')}
        </DownloadLink>
      </div>
      <Facts
        rows={[
          [t('evidence.seal'), seal === null ? t('evidence.sealNone') : t(`evidence.sealLevel.${seal.level}`)],
          [t('evidence.sealedAt'), seal === null ? null : moment(seal.sealedAt)],
          [
            t('evidence.stampedAt'),
            seal === null ? null : seal.stampedAt === null ? t('evidence.stampedNone') : moment(seal.stampedAt),
          ],
          [
            t('evidence.serverReceipt'),
            receipt === null ? null : `${moment(receipt.receivedAt)} · ${t('evidence.serverReceiptKey')}`,
          ],
          [
            t('evidence.device'),
            device === null
              ? t('evidence.deviceUnknown')
              : [
                  device.label,
                  device.userName,
                  t('evidence.deviceKeySince', { when: moment(device.notBefore) }),
                  device.revokedAt === null ? '' : t('evidence.deviceRevoked', { when: moment(device.revokedAt) }),
                ]
                  .filter(Boolean)
                  .join(' · '),
          ],
        ]}
      />
      <h3 className="pt-2 font-semibold">{t('evidence.hashes')}</h3>
      <Facts rows={useHashes(view)} />
    </Part>
  );
}

function useHashes({ ceremony, dataSha256 }: EvidenceView) {
  const { t } = useText();
  const { seal } = ceremony;
  const rows = [
    ...(seal === null ? [] : [['sealed', seal.sha256] as const]),
    ...(seal?.earlierSha256 ?? []).map((hash) => ['earlier', hash] as const),
    ['bundle', ceremony.bundleSha256] as const,
    ['head', ceremony.head] as const,
    ['pdf', ceremony.pdfSha256] as const,
    ['data', dataSha256] as const,
    ['key', ceremony.deviceKey] as const,
  ];
  return rows.map(([name, value]) => {
    const label = t(`evidence.hash.${name}`);
    return [label, <ShortHash key={name} value={value} what={label} />] as const;
  });
}
