import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { Text } from '../../text/texts.ts';
import type { Tone } from '../../ui/pill.tsx';

/** Where a notice stands, in two words and a colour. What needs somebody comes first. */
export function noticeState(t: Text['t'], notice: Notice, mustRenew: boolean): { words: string; tone: Tone } {
  if (notice.replacedBy !== null) return { words: t('notice.status.replaced'), tone: 'neutral' };
  if (notice.status === 'withdrawn') return { words: t('notice.status.withdrawn'), tone: 'neutral' };
  if (mustRenew) return { words: t('notice.status.renew'), tone: 'wait' };
  if (notice.activatedAt !== null) return { words: t('notice.status.active'), tone: 'proven' };
  switch (notice.status) {
    case 'prepared':
      return { words: t('notice.status.prepared'), tone: 'accent' };
    case 'closed':
      return { words: t('notice.status.closed'), tone: 'neutral' };
    case 'proven':
      return { words: t('notice.status.proven'), tone: 'proven' };
    case 'review':
      return { words: t('notice.status.review'), tone: 'wait' };
  }
}

/** How far the evidence of one ceremony has come. Without a server's receipt it is only on this device. */
export function ceremonyStage(t: Text['t'], ceremony: Ceremony): { words: string; tone: Tone } {
  if (ceremony.receivedAt === null) return { words: t('notice.stage.onDevice'), tone: 'wait' };
  switch (ceremony.stage) {
    case 'received':
      return { words: t('notice.stage.received'), tone: 'neutral' };
    case 'verified':
      return { words: t('notice.stage.verified'), tone: 'neutral' };
    case 'sealed':
      return { words: t('notice.stage.sealed'), tone: 'proven' };
    case 'stamped':
      return { words: t('notice.stage.stamped'), tone: 'proven' };
    case 'review':
      return { words: t('notice.stage.review'), tone: 'wait' };
    case 'quarantined':
      return { words: t('notice.stage.quarantined'), tone: 'wrong' };
    case 'set-aside':
      return { words: t('notice.stage.set-aside'), tone: 'neutral' };
  }
}
