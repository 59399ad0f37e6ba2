import type { Result } from '@cession/shared/kernel/result.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { PullResponse, PushResponse, ReconcileResponse } from '@cession/shared/sync/protocol.ts';
import { createTRPCUntypedClient, httpLink, TRPCClientError } from '@trpc/client';
import type * as z from 'zod/mini';
import { failureOf, type Heard } from './classify-failure.ts';
import { PERSON_HEADER } from '../device/asking-as.ts';
import type { Timer } from '../device/ports.ts';
import type { Transport, TransportFailure } from './ports.ts';

/** What we use of the browser's `fetch`. */
export type FetchIt = (url: string, init: RequestInit) => Promise<Response>;

const PATIENCE_MS = 20_000;

/** Says with every request whose phone this is: the server refuses when the cookie is somebody else's by now. */
export function fetchAs(userId: string): FetchIt {
  return (url, init) => {
    const headers = new Headers(init.headers);
    headers.set(PERSON_HEADER, userId);
    return fetch(url, { ...init, headers });
  };
}

/** Push, pull and reconcile over tRPC's HTTP form: one POST each, plain JSON, no batching. */
export function createHttpTransport(
  timer: Timer,
  fetchIt: FetchIt = (input, init) => fetch(input, init),
  url = '/trpc',
): Transport {
  const call = async <T>(procedure: string, request: unknown, answer: z.ZodMiniType<T>) => {
    const heard: Heard = { status: null, retryAfter: null, isJson: false, timedOut: false };
    const client = createTRPCUntypedClient({ links: [httpLink({ url, fetch: listening(fetchIt, heard) })] });
    const patience = new AbortController();
    const cancel = timer.after(PATIENCE_MS, () => {
      heard.timedOut = true;
      patience.abort();
    });
    try {
      return parsed(answer, await client.mutation(procedure, request, { signal: patience.signal }));
    } catch (reason) {
      if (!(reason instanceof TRPCClientError)) throw reason;
      return err(failureOf(heard, JSON.stringify(reason.shape ?? null)));
    } finally {
      cancel();
    }
  };
  return {
    push: (request) => call('sync.push', request, PushResponse),
    pull: (request) => call('sync.pull', request, PullResponse),
    reconcile: (request) => call('sync.reconcile', request, ReconcileResponse),
  };
}

/** Remembers what the answer looked like from outside, which the client library does not tell. */
function listening(fetchIt: FetchIt, heard: Heard) {
  return async (url: RequestInfo | URL | string, init?: object) => {
    // httpLink calls with a text and with the browser's own kind of init.
    const response = await fetchIt(url as string, init as RequestInit);
    heard.status = response.status;
    heard.retryAfter = response.headers.get('retry-after');
    heard.isJson = response.headers.get('content-type')?.includes('json') ?? false;
    return response;
  };
}

function parsed<T>(answer: z.ZodMiniType<T>, data: unknown): Result<T, TransportFailure> {
  const result = answer.safeParse(data);
  return result.success ? ok(result.data) : err({ kind: 'unreachable', why: 'garbled' });
}
