import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import { PROTOCOL_VERSION } from '@cession/shared/sync/protocol.ts';
import type * as z from 'zod/mini';
import type { RequestRefusal } from './spine-parts.ts';

/** Checks a request's shape. An app that speaks another protocol is told to update, not that it is wrong. */
export function readEnvelope<Shape>(schema: z.ZodMiniType<Shape>, body: unknown): Result<Shape, RequestRefusal> {
  const parsed = schema.safeParse(body);
  if (parsed.success) return ok(parsed.data);
  if (speaksAnother(body)) {
    return err({
      status: 426,
      code: 'protocol.unsupported',
      message: 'This app is of another version than the server.',
    });
  }
  const where = parsed.error.issues.slice(0, 5).map((issue) => issue.path.map(String).join('.') || 'the request');
  return err({ status: 400, code: 'request.malformed', message: `Not as expected: ${where.join(', ')}.` });
}

function speaksAnother(body: unknown): boolean {
  if (typeof body !== 'object' || body === null || !('p' in body)) return false;
  return typeof body.p === 'number' && body.p !== PROTOCOL_VERSION;
}
