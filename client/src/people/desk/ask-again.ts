import type { Query, QueryClient } from '@tanstack/react-query';

const waiting = new WeakSet<Query>();

/**
 * Asks again for everything on the screen. A first question that is under way is not asked anew by that, and its answer
 * may be from before what just happened: it is asked once more when it has come.
 */
export async function askAgain(queries: QueryClient): Promise<void> {
  for (const query of queries.getQueryCache().findAll({ fetchStatus: 'fetching' })) {
    if (query.state.data === undefined) askOnceMore(queries, query);
  }
  await queries.invalidateQueries();
}

function askOnceMore(queries: QueryClient, query: Query): void {
  if (waiting.has(query)) return;
  waiting.add(query);
  const again = () => {
    waiting.delete(query);
    void queries.invalidateQueries({ queryKey: query.queryKey, exact: true });
  };
  query.promise?.then(again, () => waiting.delete(query));
}
