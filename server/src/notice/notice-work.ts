import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { Change } from '@cession/shared/sync/table.ts';
import type { Database } from '../db/client.ts';
import type { Jobs } from '../db/jobs.ts';
import type { RowWork } from '../sync/change-rows.ts';
import type { Env, SpineLog } from '../sync/env.ts';
import type { ServerSpine } from '../sync/spine.ts';
import type { SealKey } from './seal/seal-key.ts';
import type { TimestampAuthorities } from './seal/timestamp-authority.ts';
import type { ServerSigner } from './server-key.ts';

/** What proving, sealing and stamping take. */
export interface NoticeWork {
  readonly database: Database;
  readonly env: Pick<Env, 'now'>;
  readonly log: SpineLog;
  readonly spine: Pick<ServerSpine, 'changeRows'>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
  readonly signer: ServerSigner;
  readonly seal: SealKey;
  /** null: nobody is configured to say the time, and papers stay at B-B. */
  readonly stamping: { readonly authorities: TimestampAuthorities; readonly roots: readonly Uint8Array[] } | null;
  readonly enqueueNoticeHandoff: EnqueueNoticeHandoff;
  /** Address of the public page; null: nobody said under which name this server is reached from outside. */
  readonly verifyAddress?: string | null;
}

/**
 * Asked once for each sealed notice that reached the debtor, in the transaction that records the seal: its answer is
 * written with it, and what it does through `work.tx` stands or falls with it.
 */
export type EnqueueNoticeHandoff = (
  work: RowWork,
  proven: { readonly companyId: string; readonly notice: Notice; readonly ceremony: Ceremony },
) => Promise<readonly Change[]>;
