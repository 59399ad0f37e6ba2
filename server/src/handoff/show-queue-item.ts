import type { openQueueItem as Procedure } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import type { CardId, CardValues } from '@cession/shared/card/card.ts';
import type { Handoff } from '@cession/shared/handoff/handoff.ts';
import type { EarlierReturn, FieldChange, QuestionView, QueueItemView } from '@cession/shared/handoff/queue-view.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, isNull } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { handoffTable, questionTable, queueItemTable } from './handoff-tables.ts';
import { namesIn, type NameOf } from './names-in.ts';
import { shownValues } from './reach.ts';
import { changesSince, queueRowOf, readQueue } from './read-queue.ts';

/** One card as it was handed over, with everything the desk needs to decide; null where none is in the queue. */
export function showQueueItem(
  parts: DeskParts,
  actor: Actor,
  input: InputOfProcedure<typeof Procedure>,
): Promise<QueueItemView | null> {
  return look(parts, actor, async (tx, now) => {
    const [entry] = await readQueue(tx, actor, eq(queueItemTable.id, input.cardId), 1);
    if (!entry) return null;
    const { item, handoff, returned } = entry;
    const nameOf = await namesIn(tx, actor.companyId);
    const changes = changesSince(returned, handoff, actor);
    return {
      row: queueRowOf(entry, actor, now),
      state: item.state,
      ...shownValues(actor, handoff.snapshot.values),
      ruleset: handoff.snapshot.ruleset,
      documents: handoff.snapshot.documents ?? [],
      sha256: handoff.sha256 ?? '',
      submittedAt: handoff.snapshot.submittedAt,
      receivedAt: item.receivedAt,
      submittedByName: nameOf(handoff.submittedBy),
      changes,
      names: namesOfPeople(handoff.snapshot.values, changes, nameOf),
      returns: await earlierReturns(tx, actor.companyId, item.id, nameOf),
      questions: await questionsOf(tx, actor.companyId, item.id, nameOf),
      now,
    };
  });
}

/** A client manager is stored as an id, and read as a name. */
function namesOfPeople(
  values: CardValues,
  changes: readonly FieldChange[],
  nameOf: NameOf,
): Readonly<Record<string, string>> {
  const spoken = [
    ...Object.entries(values),
    ...changes.flatMap(({ path, before, after }) => [[path, before] as const, [path, after] as const]),
  ];
  const ids = spoken.flatMap(([path, value]) =>
    fieldSpecOf(path)?.kind === 'person' && typeof value === 'string' ? [value] : [],
  );
  return Object.fromEntries(ids.map((id) => [id, nameOf(id)]));
}

async function earlierReturns(
  tx: CompanyTransaction,
  companyId: string,
  cardId: CardId,
  nameOf: NameOf,
): Promise<EarlierReturn[]> {
  const rows = await tx
    .select()
    .from(handoffTable)
    .where(
      and(eq(handoffTable.companyId, companyId), eq(handoffTable.cardId, cardId), eq(handoffTable.state, 'returned')),
    )
    .orderBy(asc(handoffTable.revision));
  return rows.flatMap((row) => (row.verdictAt === null ? [] : [earlierReturn(row, row.verdictAt, nameOf)]));
}

function earlierReturn(row: Handoff, at: EarlierReturn['at'], nameOf: NameOf): EarlierReturn {
  return { revision: row.revision, points: row.points, note: row.note, byName: nameOf(row.verdictBy), at };
}

async function questionsOf(
  tx: CompanyTransaction,
  companyId: string,
  cardId: CardId,
  nameOf: NameOf,
): Promise<QuestionView[]> {
  const rows = await tx
    .select()
    .from(questionTable)
    .where(
      and(eq(questionTable.companyId, companyId), eq(questionTable.cardId, cardId), isNull(questionTable.deletedAt)),
    )
    .orderBy(asc(questionTable.askedAt), asc(questionTable.id));
  return rows.map((row) => ({
    id: row.id,
    path: row.path,
    text: row.text,
    askedByName: nameOf(row.askedBy),
    askedAt: row.askedAt,
    answer: row.answer,
    answeredByName: row.answeredBy === null ? null : nameOf(row.answeredBy),
    answeredAt: row.answeredAt,
  }));
}
