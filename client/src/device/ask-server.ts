import type { AnyProcedure, InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { askingAs } from './asking-as.ts';
import { createTRPCUntypedClient, httpLink, TRPCClientError } from '@trpc/client';

/** Why an online request brought no answer. `refused` carries the server's code. */
export type AskFault = 'unreachable' | 'signed-out' | 'forbidden' | 'busy' | 'refused';

export class AskFailure extends Error {
  readonly fault: AskFault;
  readonly code: string;

  constructor(fault: AskFault, code: string, cause: unknown) {
    super(`asking the server failed: ${fault} ${code}`, { cause });
    this.name = 'AskFailure';
    this.fault = fault;
    this.code = code;
  }
}

// POST also for questions: what somebody searches for does not belong in an address or a proxy's log.
const client = createTRPCUntypedClient({
  links: [httpLink({ url: '/trpc', methodOverride: 'POST', headers: () => askingAs() })],
});

/** Asks the server for one procedure of the list. For screens that need a signal; the phone's own work goes by sync. */
export async function ask<P extends AnyProcedure>(
  procedure: P,
  input: InputOfProcedure<P>,
  signal?: AbortSignal,
): Promise<OutputOfProcedure<P>> {
  try {
    const options = signal === undefined ? {} : { signal };
    const answer =
      procedure.kind === 'query'
        ? await client.query(procedure.name, input, options)
        : await client.mutation(procedure.name, input, options);
    return answer;
  } catch (cause) {
    throw failureOf(cause);
  }
}

function failureOf(cause: unknown): AskFailure {
  if (!(cause instanceof TRPCClientError)) return new AskFailure('unreachable', 'no-answer', cause);
  const data: unknown = cause.data;
  const status = numberIn(data, 'httpStatus');
  const code = textIn(data, 'code') ?? 'no-answer';
  if (status === null) return new AskFailure('unreachable', code, cause);
  if (status === 401) return new AskFailure('signed-out', code, cause);
  if (status === 403) return new AskFailure('forbidden', code, cause);
  if (status === 429 || status >= 500) return new AskFailure('busy', code, cause);
  return new AskFailure('refused', code, cause);
}

function numberIn(data: unknown, key: string): number | null {
  const value = valueIn(data, key);
  return typeof value === 'number' ? value : null;
}

function textIn(data: unknown, key: string): string | null {
  const value = valueIn(data, key);
  return typeof value === 'string' ? value : null;
}

function valueIn(data: unknown, key: string): unknown {
  return typeof data === 'object' && data !== null ? Reflect.get(data, key) : undefined;
}
