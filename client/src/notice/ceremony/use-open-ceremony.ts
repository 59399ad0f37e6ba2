import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { useEffect, useState } from 'react';
import { CannotRecord } from '../ceremony-record/cannot-record.ts';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { abandonCeremony, openCeremonies, resumeCeremony } from '../ceremony-record/resume-ceremony.ts';
import type { EvidenceParts } from '../device-key/evidence-parts.ts';

export type OpenCeremony =
  | { readonly kind: 'looking' }
  | { readonly kind: 'none' }
  | { readonly kind: 'open'; readonly recorder: CeremonyRecorder }
  /** Another tab holds it, or this device cannot go on with it. */
  | { readonly kind: 'closed-to-us' };

/** The ceremony of this notice that was begun on this device and is not over. One the debtor never saw is thrown away. */
export function useOpenCeremony(parts: EvidenceParts, noticeId: NoticeId): OpenCeremony {
  const [found, setFound] = useState<OpenCeremony>({ kind: 'looking' });
  useEffect(() => {
    let current = true;
    findCeremony(parts, noticeId).then(
      (ceremony) => current && setFound(ceremony),
      (failure: unknown) => {
        reportError(failure);
        if (current) setFound({ kind: 'closed-to-us' });
      },
    );
    return () => {
      current = false;
    };
  }, [parts, noticeId]);
  return found;
}

async function findCeremony(parts: EvidenceParts, noticeId: NoticeId): Promise<OpenCeremony> {
  const ours = (await openCeremonies(parts)).findLast((each) => each.noticeId === noticeId);
  if (ours === undefined) return { kind: 'none' };
  try {
    const recorder = await resumeCeremony(parts, ours.id);
    if (recorder.state.place !== 'ready' || recorder.state.handedOver) return { kind: 'open', recorder };
    await abandonCeremony(parts, ours.id);
    return { kind: 'none' };
  } catch (failure) {
    if (failure instanceof CannotRecord) return { kind: 'closed-to-us' };
    throw failure;
  }
}
