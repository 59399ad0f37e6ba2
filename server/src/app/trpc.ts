import type { Actor } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';
import { procedures, type InputOf, type OutputOf, type ProcedureName } from '@cession/shared/procedures.ts';
import { initTRPC, TRPCError, type AnyTRPCRouter } from '@trpc/server';
import * as z from 'zod';
import type { SessionAnswer } from '../people/session-actor.ts';
import { unstorablePath } from '../sync/find-unstorable.ts';
import { refuseRequest, RequestRefused } from './request-refused.ts';

export interface TrpcContext {
  readonly session: SessionAnswer;
  readonly headers: Headers;
}

/** What a procedure is given: who asks (from the session, never from the body), and what they ask. */
export type Handler<N extends ProcedureName> = (
  actor: Actor,
  input: InputOf<N>,
  context: TrpcContext,
) => Promise<OutputOf<N>>;

export type Handlers = { readonly [N in ProcedureName]: Handler<N> };

const t = initTRPC.context<TrpcContext>().create({
  // A stack trace is for the log, not for whoever asked.
  isDev: false,
  errorFormatter: ({ shape, error }) => ({
    code: shape.code,
    message: sentenceOf(error),
    data: { httpStatus: statusOf(error) ?? shape.data.httpStatus, code: codeOf(error) },
  }),
});

/** The router of exactly the procedures in the shared list, each behind the one permission table. */
export function createRouter(handlers: Handlers): AnyTRPCRouter {
  const groups = new Map<string, Record<string, ReturnType<typeof procedureOf>>>();
  for (const name of Object.keys(procedures) as ProcedureName[]) {
    // the keys of a literal object
    const [group = '', own = ''] = name.split('.');
    groups.set(group, { ...groups.get(group), [own]: procedureOf(name, handlers) });
  }
  return t.router(Object.fromEntries([...groups].map(([group, members]) => [group, t.router(members)])));
}

function procedureOf(name: ProcedureName, handlers: Handlers) {
  const { kind, input } = procedures[name];
  // One name, one input, one handler: the list pairs them, which a union of functions cannot express.
  const handler = handlers[name] as (actor: Actor, input: unknown, context: TrpcContext) => Promise<unknown>;
  const guarded = t.procedure.use(({ ctx, next }) => {
    const actor = admitted(ctx, name);
    if (isOtherThanJson(ctx.headers)) throw new TRPCError({ code: 'UNSUPPORTED_MEDIA_TYPE' });
    return next({ ctx: { ...ctx, actor } });
  });
  // Sync messages are read one by one by the spine: a bad mutation must not keep the others of its batch out.
  const checked = guarded.input(name.startsWith('sync.') ? z.unknown() : input).use(({ input: asked, next }) => {
    // The spine keeps a receipt even of what cannot be stored; everybody else's texts go into queries as they are.
    const isForSpine = name.startsWith('sync.') || name === 'desk.perform';
    if (isForSpine || unstorablePath(asked) === null) return next();
    throw refuseRequest(400, 'request.character', 'The request holds a character that no text can hold.');
  });
  return kind === 'query'
    ? checked.query(({ ctx, input: asked }) => handler(ctx.actor, asked, ctx))
    : checked.mutation(({ ctx, input: asked }) => handler(ctx.actor, asked, ctx));
}

function admitted({ session, headers }: TrpcContext, name: ProcedureName): Actor {
  switch (session.kind) {
    case 'signed-out':
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Sign in first.' });
    case 'closed':
      throw new TRPCError({ code: 'FORBIDDEN', message: 'This account is closed. Ask your admin.' });
    case 'signed-in':
      if (isSomebodyElse(headers, session.actor))
        throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Somebody else has signed in here. Sign in again.' });
      if (can(session.actor, name)) return session.actor;
      throw new TRPCError({ code: 'FORBIDDEN', message: 'Your role does not include this.' });
  }
}

function isOtherThanJson(headers: Headers): boolean {
  return !(headers.get('content-type') ?? 'application/json').startsWith('application/json');
}

/** The page was opened by another person than the cookie's. Only ever a reason to refuse. */
function isSomebodyElse(headers: Headers, actor: Actor): boolean {
  const claimed = headers.get('x-cession-person');
  return claimed !== null && claimed !== actor.userId;
}

/** The exact status of a refused request, where tRPC has no word for it (426). */
export function statusOf(error: TRPCError): number | null {
  return error.cause instanceof RequestRefused ? error.cause.status : null;
}

function sentenceOf(error: TRPCError): string {
  if (error.code === 'INTERNAL_SERVER_ERROR') return 'The server could not finish this. Try again in a moment.';
  if (error.cause instanceof RequestRefused) return error.message;
  if (error.code === 'BAD_REQUEST') return 'The request does not have the shape this procedure takes.';
  if (error.code === 'METHOD_NOT_SUPPORTED') return 'This procedure is not asked with this method.';
  if (error.code === 'UNSUPPORTED_MEDIA_TYPE') return 'This procedure takes JSON.';
  if (error.code === 'NOT_FOUND') return 'There is no procedure of this name.';
  return error.message;
}

function codeOf(error: TRPCError): string {
  return error.cause instanceof RequestRefused ? error.cause.code : error.code.toLowerCase().replaceAll('_', '-');
}
