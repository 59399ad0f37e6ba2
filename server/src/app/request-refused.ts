import { TRPCError } from '@trpc/server';

/** A whole request is refused with a code and a sentence; nothing has changed. */
export class RequestRefused extends Error {
  readonly code: string;
  readonly status: number;

  constructor(status: number, code: string, sentence: string) {
    super(sentence);
    this.name = 'RequestRefused';
    this.status = status;
    this.code = code;
  }
}

/** tRPC's nearest word for the status; the answer itself carries the exact one. */
const nearest = {
  400: 'BAD_REQUEST',
  404: 'NOT_FOUND',
  409: 'CONFLICT',
  413: 'PAYLOAD_TOO_LARGE',
  426: 'PRECONDITION_FAILED',
} as const;

export function refuseRequest(status: keyof typeof nearest, code: string, sentence: string): TRPCError {
  return new TRPCError({ code: nearest[status], message: sentence, cause: new RequestRefused(status, code, sentence) });
}
