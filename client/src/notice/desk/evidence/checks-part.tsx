import { EVIDENCE_CHECKS, EVIDENCE_REMARKS } from '@cession/shared/notice/evidence-checks.ts';
import type { EvidenceCheck } from '@cession/shared/notice/ceremony.ts';
import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { Check, X } from 'lucide-react';
import type { TextId } from '../../../text/areas.ts';
import { useText } from '../../../text/use-text.ts';
import { Note } from '../../../ui/note.tsx';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { Part } from '../agreements/facts.tsx';

/** Every check with its result; one that did not pass stands on top. */
export function ChecksPart({ view: { checks, ceremony } }: { view: EvidenceView }) {
  const { t } = useText();
  const failed = checks.filter(({ ok }) => !ok);
  const passed = checks.filter(({ ok }) => ok);
  return (
    <Part title={t('evidence.checks')}>
      {ceremony.remarks.length > 0 && (
        <Note tone="wait" title={t('evidence.remarks')}>
          <ul className="list-disc ps-5">
            {ceremony.remarks.map((remark) => (
              <li key={remark}>{t(remarkId(remark))}</li>
            ))}
          </ul>
        </Note>
      )}
      {checks.length === 0 && <p className="text-ink-2">{t('evidence.checksNone')}</p>}
      {failed.length > 0 && <Rows checks={failed} />}
      {passed.length > 0 && (
        <details className="rounded-3 border border-line bg-sheet" open={failed.length === 0 && passed.length < 4}>
          <summary className="flex min-h-target cursor-pointer items-center gap-2 px-4 font-semibold text-proven">
            <Check aria-hidden size={16} />
            {t(failed.length === 0 ? 'evidence.checksPassed' : 'evidence.checksOthers', { count: passed.length })}
          </summary>
          <Rows checks={passed} />
        </details>
      )}
    </Part>
  );
}

function Rows({ checks }: { checks: readonly EvidenceCheck[] }) {
  const { t } = useText();
  return (
    <ul className="divide-y divide-line">
      {checks.map(({ check, ok, detail }) => (
        <li
          key={check}
          className={`grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-2 px-4 py-2 ${ok ? '' : 'rounded-3 border-2 border-wrong bg-sheet py-3'}`}
        >
          {ok ? (
            <Check aria-hidden size={16} className="mt-1 text-proven" />
          ) : (
            <X aria-hidden size={16} className="mt-1 text-wrong" />
          )}
          <span>
            <span className={ok ? '' : 'font-semibold text-wrong'}>{t(checkId(check))}</span>
            {ok ? (
              <VisuallyHidden>{`: ${t('evidence.checkOk')}`}</VisuallyHidden>
            ) : (
              <span className="font-semibold text-wrong">{`: ${t('evidence.checkFailed')}`}</span>
            )}
            {detail !== '' && (
              <span className="block text-1 text-ink-2">
                {t('evidence.checkDetail')}:{' '}
                <span lang="en" className="font-mono [overflow-wrap:anywhere]">
                  {detail}
                </span>
              </span>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

export function checkId(check: string): TextId {
  const known = EVIDENCE_CHECKS.find((each) => each === check);
  return known === undefined ? 'evidence.check.unknown' : `evidence.check.${known}`;
}

/** Those of the verification, and those the server adds. */
const REMARKS = [...EVIDENCE_REMARKS, 'device-compromised', 'before-compromise', 'second-bundle'] as const;

function remarkId(remark: string): TextId {
  const known = REMARKS.find((each) => each === remark);
  return known === undefined ? 'evidence.remark.unknown' : `evidence.remark.${known}`;
}
