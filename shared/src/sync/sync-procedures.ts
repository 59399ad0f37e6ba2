import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { defineMutation } from '../kernel/procedure.ts';
import {
  PullRequest,
  PushRequest,
  ReconcileRequest,
  type PullResponse,
  type PushResponse,
  type ReconcileResponse,
  type Verdict,
} from './protocol.ts';

export const syncPush = defineMutation('sync.push', PushRequest).answers<PushResponse>();
/** Changes nothing, but its cursor belongs in a body and not in an address. */
export const syncPull = defineMutation('sync.pull', PullRequest).answers<PullResponse>();
export const syncReconcile = defineMutation('sync.reconcile', ReconcileRequest).answers<ReconcileResponse>();

/** One mutation performed online at a desk: same receipt, same decision, same ledger. */
export const deskPerform = defineMutation(
  'desk.perform',
  z.object({
    id: idSchema<'mutation'>(),
    name: z.string().check(z.maxLength(64)),
    v: z.int().check(z.positive()),
    args: z.unknown(),
    at: Instant,
  }),
).answers<Verdict>();
