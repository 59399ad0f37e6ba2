import { isOverdue } from '@cession/shared/document/document-checklist.ts';
import type {
  listOriginals as Procedure,
  OriginalList,
  OriginalRow,
} from '@cession/shared/document/document-procedures.ts';
import { isDay, msToInstant, type Day } from '@cession/shared/kernel/instant.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { and, asc, eq, isNull, or, sql, type SQL } from 'drizzle-orm';
import { cardKeyTable, cardTable } from '../card/card-tables.ts';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import type { Env } from '../sync/env.ts';
import { cardDocumentTable as documents } from './document-tables.ts';
import { documentView, peopleNames, type NameOf } from './document-view.ts';

/** More than an office can chase in a day; the most overdue come first. */
const LIST_LIMIT = 500;

interface OriginalParts {
  readonly database: Database;
  readonly env: Pick<Env, 'now'>;
}

/** Papers that have to reach the office and files that were promised: the most overdue first. */
export function listOriginals(
  { database, env }: OriginalParts,
  actor: Actor,
  { show, ownerId }: InputOfProcedure<typeof Procedure>,
): Promise<OriginalList> {
  const today = dayOf(env.now());
  const options = { accessMode: 'read only', isolationLevel: 'repeatable read' } as const;
  return inCompany(database, actor.companyId, options, async (tx) => {
    const nameOf = await peopleNames(tx, actor.companyId);
    const rows = await readRows(
      tx,
      actor,
      and(shown(show), ownerId === null ? undefined : eq(cardTable.ownerId, ownerId)),
      nameOf,
      today,
    );
    const all = await readRows(tx, actor, shown('outstanding'), nameOf, today);
    const owners = new Map([...all, ...rows].map((row) => [row.ownerId, row.ownerName]));
    return {
      today,
      rows,
      owners: [...owners].map(([id, name]) => ({ id, name })).toSorted((a, b) => a.name.localeCompare(b.name)),
      overdue: all.filter(({ overdue }) => overdue).length,
    };
  });
}

function shown(show: InputOfProcedure<typeof Procedure>['show']): SQL | undefined {
  if (show !== 'outstanding') return eq(documents.original, show);
  const isOnItsWay = sql`${documents.original} in ('promised', 'in-transit')`;
  return or(isOnItsWay, isNull(documents.file));
}

async function readRows(
  tx: CompanyTransaction,
  { companyId }: Actor,
  where: SQL | undefined,
  nameOf: NameOf,
  today: Day,
): Promise<OriginalRow[]> {
  const found = await tx
    .select({ document: documents, ownerId: cardTable.ownerId, cardName: cardKeyTable.name })
    .from(documents)
    .innerJoin(cardTable, and(eq(cardTable.companyId, companyId), eq(cardTable.id, documents.cardId)))
    .leftJoin(cardKeyTable, and(eq(cardKeyTable.companyId, companyId), eq(cardKeyTable.id, documents.cardId)))
    .where(
      and(
        eq(documents.companyId, companyId),
        eq(documents.removed, false),
        isNull(documents.deletedAt),
        isNull(cardTable.deletedAt),
        where,
      ),
    )
    .orderBy(sql`${documents.dueOn} asc nulls last`, asc(documents.addedAt), asc(documents.id))
    .limit(LIST_LIMIT);
  return found.map(({ document, ownerId, cardName }) => ({
    ...documentView(document, nameOf),
    cardName: cardName ?? '',
    ownerId,
    ownerName: nameOf(ownerId),
    overdue: isOverdue(document, today),
  }));
}

function dayOf(ms: number): Day {
  const day = msToInstant(ms).slice(0, 10);
  if (!isDay(day)) throw new Error('an instant begins with its day');
  return day;
}
