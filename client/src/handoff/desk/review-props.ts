import type { QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import type { Hold } from './use-lease.ts';

/** One item as one person sees it now, and what they may do with it. */
export interface ReviewProps {
  view: QueueItemView;
  hold: Hold;
  nowMs: number;
  /** This person held it here, and the time is over. */
  ranOut: boolean;
  canClaim: boolean;
  canTakeOver: boolean;
  canDecide: boolean;
  canAsk: boolean;
}
