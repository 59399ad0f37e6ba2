import type { NoticeId } from '@cession/shared/notice/notice.ts';
import type { CeremonyRecorder } from '../ceremony-record/ceremony-recorder.ts';
import { markHandedOver } from './lock-marker.ts';

/** In the page that handed over, the letter opens at once; after a start or a reload it opens covered. */
let here = false;

export function wasHandedOverHere(): boolean {
  return here;
}

/** From here on the tablet is the debtor's, also after it dies and is started again. */
export async function handOverNow(recorder: CeremonyRecorder, noticeId: NoticeId): Promise<void> {
  await recorder.record('handed-over', {});
  here = true;
  await markHandedOver(noticeId);
}
