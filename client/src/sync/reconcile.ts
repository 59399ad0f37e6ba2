import { instantToMs, type Instant } from '@cession/shared/kernel/instant.ts';
import { PROTOCOL_VERSION } from '@cession/shared/sync/protocol.ts';
import { isWaiting, type OutboxEntry, type Receipt } from '../store/local-records.ts';
import { findMeta, readMeta, writeMeta } from './meta.ts';
import type { LocalTx } from '../store/local-store.ts';
import type { TransportFailure } from './ports.ts';
import type { PullKit } from './pull-kit.ts';
import { rebase } from './rebase.ts';

const MOST_IDS = 1000;
const DAY_MS = 24 * 60 * 60 * 1000;
const KEEP_MS = 30 * DAY_MS;

/**
 * After a server came back from a backup: offers it the ids of what it had taken in, and puts what it does not know
 * back into the outbox, in the old order, under the same ids.
 */
export async function reconcile(own: PullKit): Promise<TransportFailure | null> {
  const { store, transport, step } = own.ports;
  const asked = await store.tx('r', ['meta', 'outbox', 'receipts'], async (tx) => {
    if (!(await readMeta(tx, 'server')).reconcile) return null;
    // What was refused too: what stands on it waits there for its verdict. And what was taken in to be decided later.
    const left = (await tx.all('outbox')).filter(({ status }) => !['pending', 'sent', 'discarded'].includes(status));
    const ids = [...(await tx.all('receipts')), ...left].map((one) => one.id);
    return { device: (await findMeta(tx, 'device'))?.deviceId ?? '', ids };
  });
  if (!asked) return null;
  for (let at = 0; at < asked.ids.length; at += MOST_IDS) {
    const ids = asked.ids.slice(at, at + MOST_IDS);
    const answer = await transport.reconcile({ p: PROTOCOL_VERSION, device: asked.device, ids });
    if (!answer.ok) return answer.error;
    await step?.('after-reconcile');
    await own.write(['outbox', 'receipts', 'view', 'confirmed'], (tx) => requeue(tx, own, answer.value.missing));
  }
  await own.write(['outbox', 'receipts'], async (tx) => {
    await letGo(tx);
    await writeMeta(tx, 'server', { ...(await readMeta(tx, 'server')), reconcile: false });
  });
  return null;
}

/** Receipts older than 30 days by the server's clock. They are many, so they are looked through once a day. */
export async function dropOldReceipts(tx: LocalTx, now: Instant): Promise<void> {
  const last = await findMeta(tx, 'tidied');
  if (last && Math.abs(instantToMs(now) - instantToMs(last.at)) < DAY_MS) return;
  await writeMeta(tx, 'tidied', { at: now });
  const isOld = (at: Instant) => instantToMs(now) - instantToMs(at) > KEEP_MS;
  const receipts = (await tx.all('receipts')).filter((receipt) => isOld(receipt.doneAt));
  const marks = (await tx.all('sent')).filter((mark) => isOld(mark.at));
  await tx.remove(
    'receipts',
    receipts.map((receipt) => receipt.id),
  );
  await tx.remove(
    'sent',
    marks.map((mark) => mark.key),
  );
}

async function requeue(tx: LocalTx, own: PullKit, missing: readonly string[]): Promise<void> {
  const receipts = (await tx.getMany('receipts', missing)).filter((found): found is Receipt => found !== undefined);
  const entries = await Promise.all(missing.map((id) => tx.entry(id)));
  const again = [...receipts.map((receipt) => receipt.entry), ...entries.filter((entry) => entry !== undefined)];
  if (again.length === 0) return;
  const lost = await depsWeLack(tx, again);
  await tx.put(
    'outbox',
    again.map((entry) => asNew(entry, lost)),
  );
  await tx.remove('receipts', [...missing]);
  await rebase(
    tx,
    own.kit,
    again.flatMap((entry) => entry.ents),
  );
}

/** What still waits here may stand on what is gone as well, although it was never settled itself. */
async function letGo(tx: LocalTx): Promise<void> {
  const waiting = (await tx.all('outbox')).filter((entry) => isWaiting(entry));
  const lost = await depsWeLack(tx, waiting);
  const freed = waiting.filter(({ deps }) => deps.some((dep) => lost.has(dep)));
  await tx.put(
    'outbox',
    freed.map((entry) => ({ ...entry, deps: withoutLost(entry, lost) })),
  );
}

/**
 * What a person took back after it was refused: nobody will bring it any more, so nothing may wait for it there.
 * What another one replaces comes with that one.
 */
async function depsWeLack(tx: LocalTx, entries: readonly OutboxEntry[]): Promise<ReadonlySet<string>> {
  const mine = (await tx.all('outbox')).filter(({ status }) => status !== 'discarded');
  const replaced = new Set([...mine, ...entries].map(({ supersedes }) => supersedes));
  const deps = [...new Set(entries.flatMap((entry) => entry.deps))];
  const receipts = await tx.getMany('receipts', deps);
  const waiting = await Promise.all(deps.map((id) => tx.entry(id)));
  const isHere = (at: number) => receipts[at] !== undefined || (waiting[at] && waiting[at].status !== 'discarded');
  return new Set(deps.filter((dep, at) => !isHere(at) && !replaced.has(dep)));
}

function withoutLost({ deps }: OutboxEntry, lost: ReadonlySet<string>): readonly string[] {
  return deps.filter((dep) => !lost.has(dep));
}

function asNew(entry: OutboxEntry, lost: ReadonlySet<string>): OutboxEntry {
  return {
    ...entry,
    deps: withoutLost(entry, lost),
    status: 'pending',
    tries: 0,
    verdict: null,
    verdictAt: null,
    lastError: null,
  };
}
