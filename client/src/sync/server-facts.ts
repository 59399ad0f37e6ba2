import { instantToMs, type Instant } from '@cession/shared/kernel/instant.ts';
import { readMeta, writeMeta } from './meta.ts';
import type { Env } from '../device/ports.ts';
import type { LocalTx } from '../store/local-store.ts';

/** What every answer of the server tells besides its contents: its time, and whether it is still the same one. */
export async function noteContact(
  tx: LocalTx,
  env: Env,
  answer: { readonly epoch: string; readonly now: Instant },
): Promise<void> {
  await writeMeta(tx, 'contact', { at: answer.now, clockOffsetMs: instantToMs(answer.now) - env.now() });
  const server = await readMeta(tx, 'server');
  if (server.epoch === null || server.epoch === answer.epoch || server.reconcile) return;
  // The epoch itself moves with the pull that brings the new server's rows.
  await writeMeta(tx, 'server', { ...server, reconcile: true });
}
