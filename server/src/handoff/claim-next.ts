import type { claimNext as Procedure } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { createHash } from 'node:crypto';
import type { CardId } from '@cession/shared/card/card.ts';
import { claimItem } from '@cession/shared/handoff/work-the-queue.ts';
import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, isNull, lte, notInArray, or } from 'drizzle-orm';
import { inCompany } from '../db/company-transaction.ts';
import { mutationTable } from '../sync/spine-tables.ts';
import type { ServerSpine } from '../sync/spine.ts';
import type { DeskParts } from './desk-parts.ts';
import { queueItemTable } from './handoff-tables.ts';
import { isAwake } from './list-queue.ts';

/** As many colleagues as may press Next in the same moment. */
const ATTEMPTS = 60;

/**
 * Claims the next item for this person: due first, then oldest; not put away, not held. When a colleague is
 * faster, the next one is tried. Asked again with the same mutation id, it answers the same card. The claim goes
 * through the spine like everything a person does: receipt, the shared decision, the ledger.
 */
export async function claimNext(
  parts: DeskParts & { readonly spine: Pick<ServerSpine, 'perform'> },
  actor: Actor,
  input: InputOfProcedure<typeof Procedure>,
): Promise<OutputOfProcedure<typeof Procedure>> {
  const lost: CardId[] = [];
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    const id = attemptId(input.mutationId, attempt);
    const earlier = await earlierAttempt(parts, actor, id);
    if (earlier === 'lost') continue;
    if (earlier !== null) return { cardId: earlier.cardId };
    const cardId = await firstFree(parts, actor, lost);
    if (cardId === null) return null;
    const claim = { id, name: claimItem.name, v: claimItem.version, args: { cardId }, at: input.at };
    const verdict = await parts.spine.perform(actor, claim);
    if (verdict.ok && verdict.value.state === 'applied') return { cardId };
    lost.push(cardId);
  }
  return null;
}

/** Looks past rows a colleague is claiming this very moment. */
async function firstFree({ database, env }: DeskParts, actor: Actor, lost: CardId[]): Promise<CardId | null> {
  const now = msToInstant(env.now());
  return inCompany(database, actor.companyId, {}, async (tx) => {
    const [row] = await tx
      .select({ id: queueItemTable.id })
      .from(queueItemTable)
      .where(
        and(
          eq(queueItemTable.companyId, actor.companyId),
          eq(queueItemTable.state, 'waiting'),
          isAwake(now),
          isFree(now),
          lost.length === 0 ? undefined : notInArray(queueItemTable.id, lost),
        ),
      )
      .orderBy(asc(queueItemTable.dueAt), asc(queueItemTable.firstReceivedAt), asc(queueItemTable.id))
      .limit(1)
      .for('update', { skipLocked: true });
    return row?.id ?? null;
  });
}

function isFree(now: Instant) {
  return or(isNull(queueItemTable.claimedBy), isNull(queueItemTable.leaseUntil), lte(queueItemTable.leaseUntil, now));
}

type Earlier = { readonly cardId: string } | 'lost' | null;

/** What became of this attempt if the answer to it was lost on the way to the desk. */
async function earlierAttempt({ database }: DeskParts, actor: Actor, id: string): Promise<Earlier> {
  return inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
    const [entry] = await tx
      .select({ state: mutationTable.state, args: mutationTable.args })
      .from(mutationTable)
      .where(
        and(
          eq(mutationTable.companyId, actor.companyId),
          eq(mutationTable.id, id),
          eq(mutationTable.userId, actor.userId),
        ),
      );
    if (!entry) return null;
    const args = claimItem.args.safeParse(entry.args);
    return entry.state === 'applied' && args.success ? { cardId: args.data.cardId } : 'lost';
  });
}

/** The first attempt is the mutation the desk sent; those after it get ids that follow from it (RFC 9562, 5.8). */
function attemptId(mutationId: InputOfProcedure<typeof Procedure>['mutationId'], attempt: number): typeof mutationId {
  if (attempt === 0) return mutationId;
  const hex = createHash('sha256').update(`${mutationId} attempt ${attempt}`).digest('hex');
  const parts = [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ];
  return parts.join('-') as typeof mutationId; // a UUID of version 8 by construction
}
