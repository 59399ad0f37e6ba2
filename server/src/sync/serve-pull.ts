import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { PullRequest, type PullResponse, type Verdict, type WireRow } from '@cession/shared/sync/protocol.ts';
import { verdictOf } from './ledger.ts';
import { pageToText, textToPage, type PullPage } from './pull-page.ts';
import { readEnvelope } from './read-envelope.ts';
import { scopeOf, type Scope } from './scope.ts';
import type { RequestRefusal, Spine } from './spine-parts.ts';
import type { RowKey, SnapshotTransaction } from './store.ts';
import { refKey, tableNamed } from './synced-table.ts';

interface Asked {
  readonly spine: Spine;
  readonly tx: SnapshotTransaction;
  readonly actor: SyncActor;
  readonly request: PullRequest;
  readonly page: PullPage | null;
  readonly scope: Scope;
}

/**
 * Everything in the person's scope that changed since the phone's cursor, in one snapshot per page. The cursor comes
 * with the last page only, and it is the version the first page was bound to: what changed between two pages has a
 * higher version and comes with the next pull. Nothing is ever skipped.
 */
export async function servePull(
  spine: Spine,
  actor: SyncActor,
  body: unknown,
): Promise<Result<PullResponse, RequestRefusal>> {
  const envelope = readEnvelope(PullRequest, body);
  if (!envelope.ok) return envelope;
  const request = envelope.value;
  const page = request.page === null ? null : textToPage(request.page);
  if (request.page !== null && page === null) return err(UNKNOWN_PAGE);
  const scope = await scopeOf(spine.env, actor);
  return ok(await spine.store.snapshot(actor.companyId, (tx) => servePage({ spine, tx, actor, request, page, scope })));
}

async function servePage(asked: Asked): Promise<PullResponse> {
  const { spine, tx, request, scope, page } = asked;
  const head = await tx.head();
  const start = { epoch: head.epoch, now: msToInstant(spine.env.now()), scope: scope.name };
  const verdicts = await verdictsFor(asked);
  const nothing = { ...start, total: 0, rows: [], departed: [], verdicts };
  const reset = resetReason(asked, head);
  if (reset !== null) return { ...nothing, reset };
  if (page === null && request.cursor === head.ver) return { ...nothing, cursor: head.ver };
  const upTo = page?.upTo ?? head.ver;
  const range = { tokens: scope.tokens, above: request.cursor, upTo };
  const keys = await tx.visibleKeys(range, page?.after ?? null, request.limit + 1);
  const here = keys.slice(0, request.limit);
  const last = here.at(-1);
  const hasMore = keys.length > here.length;
  const total = page?.total ?? (hasMore ? await tx.countVisible(range) : here.length);
  return {
    ...start,
    total,
    rows: await wireRows(asked, here),
    // A phone that starts from nothing has nothing to put away.
    departed: page === null && request.cursor > 0 ? (await tx.departed(range)).map(([table, id]) => [table, id]) : [],
    verdicts,
    ...(hasMore && last !== undefined
      ? { next: pageToText({ upTo, scope: scope.name, total, after: last }) }
      : { cursor: upTo }),
  };
}

/** The phone's rows belong to another server, or to another view of it. */
function resetReason({ request, scope, page }: Asked, head: { epoch: string; ver: number }): 'epoch' | 'scope' | null {
  if (request.epoch !== null && request.epoch !== head.epoch) return 'epoch';
  // It has seen more than there is: the server was restored and nobody told it.
  if (Math.max(request.cursor, page?.upTo ?? 0) > head.ver) return 'epoch';
  if (page !== null && page.scope !== scope.name) return 'scope';
  if (request.scope === null ? request.cursor > 0 : request.scope !== scope.name) return 'scope';
  return null;
}

async function wireRows({ spine, tx, actor }: Asked, keys: readonly RowKey[]): Promise<WireRow[]> {
  const rows = await tx.rows(keys);
  return keys.map((key) => {
    const stored = rows.get(refKey(key));
    if (stored === undefined) throw new Error(`${refKey(key)} left the snapshot`);
    const shownTo = tableNamed(spine.tables, key.table).shownTo;
    const row = shownTo === undefined ? stored.row : shownTo(stored.row, actor);
    return { table: key.table, id: key.id, ver: stored.ver, meta: { ...stored.meta }, row };
  });
}

/** With the first page only; a person hears of their own mutations. */
async function verdictsFor({ tx, actor, request, page }: Asked): Promise<Verdict[]> {
  if (page !== null || request.verdictsFor.length === 0) return [];
  return (await tx.entriesOf(actor.userId, request.verdictsFor)).map((entry) => verdictOf(entry));
}

const UNKNOWN_PAGE: RequestRefusal = {
  status: 400,
  code: 'pull.unknown-page',
  message: 'This page was not given out by this server. Start the pull again.',
};
