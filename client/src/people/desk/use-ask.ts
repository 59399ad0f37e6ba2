import type { AnyProcedure, InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { keepPreviousData, QueryClient, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { ask, AskFailure } from '../../device/ask-server.ts';

const STALE_MS = 20_000;
/** Pokes bring changes at once; this only catches what a broken stream missed. */
const ANYWAY_MS = 60_000;
const TRIES = 2;

export type Answer<T> = UseQueryResult<T, AskFailure>;

export function createDeskQueries(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: STALE_MS,
        refetchInterval: ANYWAY_MS,
        // The radio's word is only a hint; the request itself finds out.
        networkMode: 'always',
        retry: (failures, cause) => failures < TRIES && isPassing(cause),
        retryDelay: (failures) => 400 * 2 ** failures,
      },
    },
  });
}

/** One question to the server, kept fresh. While its input changes, the earlier answer stays on screen. */
export function useAsk<P extends AnyProcedure>(
  procedure: P,
  input: InputOfProcedure<P>,
  enabled = true,
): Answer<OutputOfProcedure<P>> {
  return useQuery<OutputOfProcedure<P>, AskFailure>({
    queryKey: [procedure.name, input],
    queryFn: ({ signal }) => ask(procedure, input, signal),
    placeholderData: keepPreviousData,
    enabled,
  });
}

function isPassing(cause: unknown): boolean {
  return cause instanceof AskFailure && (cause.fault === 'unreachable' || cause.fault === 'busy');
}
