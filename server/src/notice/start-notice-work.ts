import { and, eq, inArray } from 'drizzle-orm';
import { inCompany } from '../db/company-transaction.ts';
import type { Jobs } from '../db/jobs.ts';
import { companyIds } from '../people/found-company.ts';
import type { Timer } from '../sync/env.ts';
import { PROVE_CEREMONY, STAMP_PAPER } from './notice-jobs.ts';
import { ceremonyTable } from './notice-tables.ts';
import type { NoticeWork } from './notice-work.ts';
import { sealCeremony } from './seal-ceremony.ts';
import { sealExpiry } from './seal/expiry-alarm.ts';
import { stampPaper } from './stamp-paper.ts';
import { verifyCeremony } from './verify-ceremony.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/** Proves, seals and stamps what arrives; once a day looks whether anything was left behind and how old the seal is. */
export async function startNoticeWork(
  parts: NoticeWork & { readonly jobs: Jobs },
  timer: Timer,
): Promise<{ stop(): Promise<void> }> {
  await parts.jobs.work(PROVE_CEREMONY, async (subject) => {
    await verifyCeremony(parts, subject);
    await sealCeremony(parts, subject);
  });
  await parts.jobs.work(STAMP_PAPER, (subject) => stampPaper(parts, subject));
  const daily = (): Promise<void> => {
    warnOfExpiry(parts);
    return askAgain(parts).catch((error: unknown) => parts.log.error('notice-work.failed', { error }));
  };
  let running = daily();
  const tick = (): void => {
    running = daily().then(() => void (next = timer.after(DAY_MS, tick)));
  };
  let next = timer.after(DAY_MS, tick);
  return {
    stop: async () => {
      next.cancel();
      await running;
      next.cancel();
    },
  };
}

function warnOfExpiry({ seal, env, log }: NoticeWork): void {
  const expiry = sealExpiry(seal.signer.certificate, new Date(env.now()));
  if (expiry.state === 'fine') return;
  const fields = { words: expiry.words, notAfter: expiry.notAfter, daysLeft: expiry.daysLeft };
  if (expiry.state === 'soon') log.warn('seal.expires-soon', fields);
  else log.error('seal.expired', fields);
}

/**
 * The stage of the row is the truth, the queue only the alarm clock: what the queue lost, or gave up before somebody
 * mended the cause, is asked for again. So are stamps for papers sealed before an authority was configured.
 */
async function askAgain({ database, jobs, stamping }: NoticeWork): Promise<void> {
  const wanted =
    stamping === null ? (['received', 'verified'] as const) : (['received', 'verified', 'sealed'] as const);
  for (const companyId of await companyIds(database)) {
    await inCompany(database, companyId, {}, async (tx) => {
      const left = await tx
        .select({ id: ceremonyTable.id, stage: ceremonyTable.stage })
        .from(ceremonyTable)
        .where(and(eq(ceremonyTable.companyId, companyId), inArray(ceremonyTable.stage, [...wanted])));
      for (const { id, stage } of left)
        await jobs.enqueue(tx, stage === 'sealed' ? STAMP_PAPER : PROVE_CEREMONY, { companyId, id });
    });
  }
}
