import type { Verdict } from '@cession/shared/sync/protocol.ts';
import { isTerminal, refusedVerdict, verdictOf, type LedgerEntry } from './ledger.ts';
import type { ReadMessage } from './read-messages.ts';
import type { Spine } from './spine-parts.ts';
import type { SeenDevice, WriteTransaction } from './store.ts';

export interface Receipts {
  readonly epoch: string;
  /** One per message, in the order they came: settled before, or what is known so far. */
  readonly verdicts: readonly Verdict[];
  /** Still to be decided. */
  readonly open: readonly string[];
}

/**
 * Writes the messages into the ledger. The unique keys are the lock: a mutation that comes twice, even at the same
 * moment through two processes, has one entry.
 */
export async function keepReceipts(
  spine: Spine,
  tx: WriteTransaction,
  messages: readonly ReadMessage[],
  device: SeenDevice | null,
  knownEpoch: string | null = null,
): Promise<Receipts> {
  const epoch = await tx.epoch();
  // Restored since the phone was here. What it says may stand on what the backup lacks, so that has to come first.
  if (knownEpoch !== null && knownEpoch !== epoch) return { epoch, verdicts: [], open: [] };
  if (device !== null) await tx.noteDevice(device);
  const entries = messages.map((message) => message.entry);
  const inserted = await tx.insertReceipts(entries);
  const earlier = entries.filter(({ id }) => !inserted.has(id)).map(({ id }) => id);
  const stored = [...entries.filter(({ id }) => inserted.has(id)), ...(await tx.entries(earlier))];
  // Of two that came under one id in one push, the first was kept.
  const known = new Map(stored.toReversed().map((entry) => [entry.id, entry]));
  // Not there although it was offered: its id is new, but its place in the device's order is taken.
  if (entries.some(({ id }) => !known.has(id))) throw new DeviceForked();
  const verdicts: Verdict[] = [];
  for (const message of messages) verdicts.push(await firstVerdict(spine, tx, message, known.get(message.entry.id)));
  const open = [...known.values()].filter((entry) => !isTerminal(entry.state)).map(({ id }) => id);
  return { epoch, verdicts, open };
}

/**
 * Two phones count under one name, as after a restored backup. Thrown so that nothing of the push stays: it comes
 * again, whole, under a new incarnation.
 */
export class DeviceForked extends Error {
  override readonly name = 'DeviceForked';
}

async function firstVerdict(
  spine: Spine,
  tx: WriteTransaction,
  { entry, raw }: ReadMessage,
  stored: LedgerEntry | undefined,
): Promise<Verdict> {
  if (stored === undefined || stored.argsHash === entry.argsHash) return verdictOf(stored ?? entry);
  const { id, argsHash, userId, receivedAt } = entry;
  await tx.keepDisputed({ id, argsHash, userId, deviceId: entry.device?.id ?? null, message: raw, receivedAt });
  spine.log.error('mutation.mismatch', { mutationId: id, userId, sameUser: stored.userId === userId });
  return refusedVerdict(id, 'quarantined', { code: 'mutation.mismatch' });
}
