import type { TransportFailure, Transport } from '@cession/client/sync/ports.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { mutatorKey, registerMutators } from '@cession/shared/sync/mutator.ts';
import {
  PullRequest,
  PushRequest,
  type FieldMeta,
  type PullResponse,
  type Verdict,
  type WireMutation,
  type WireRow,
} from '@cession/shared/sync/protocol.ts';
import { MUTATORS } from './client-notes.ts';

/** Speaks the protocol from memory: enough of a server to hold the phone to it. */
export interface FakeServer {
  transportFor(userId: string): Transport;
  /** What the next calls meet: a failure instead of an answer, or an answer that gets lost after the work. */
  next(...faults: Fault[]): void;
  /** Every call fails like this until null. */
  down(failure: TransportFailure | null): void;
  /** Answers this for one mutation, whatever it asks. */
  answer(mutationName: string, verdict: Omit<Verdict, 'id'> | null): void;
  put(id: string, row: object, by?: string): void;
  depart(id: string): void;
  reset(why: NonNullable<PullResponse['reset']>): void;
  /** Comes back from a backup taken before anything happened. */
  /** Comes back with nothing; its keeper may forget to say so. */
  restoreEmpty(said?: boolean): void;
  rows(): ReadonlyMap<string, WireRow>;
  /** How often a mutation took effect. */
  effects(id: string): number;
  readonly seen: { pushes: PushRequest[]; pulls: PullRequest[] };
  pageRows: number;
  now: Instant;
}
export type Fault = 'lose-answer' | 'none' | TransportFailure;

const LOST: TransportFailure = { kind: 'unreachable', why: 'network' };

interface State {
  epoch: string;
  ver: number;
  rows: Map<string, WireRow>;
  departed: { id: string; ver: number }[];
  ledger: Map<string, Verdict>;
  down: TransportFailure | null;
  reset: NonNullable<PullResponse['reset']> | null;
  readonly faults: Fault[];
  readonly answers: Map<string, Omit<Verdict, 'id'>>;
  readonly counts: Map<string, number>;
}

const MUTATORS_BY_KEY = registerMutators(MUTATORS);

export function createFakeServer(): FakeServer {
  const state: State = {
    ...{ epoch: '0000000e-0000-7000-8000-000000000001', ver: 0, rows: new Map(), departed: [], ledger: new Map() },
    ...{ down: null, reset: null, faults: [], answers: new Map(), counts: new Map() },
  };
  const server: FakeServer = {
    seen: { pushes: [], pulls: [] },
    pageRows: 1000,
    now: '2026-11-20T08:00:00.000Z' as Instant,
    next: (...more) => state.faults.push(...more),
    down: (failure) => {
      state.down = failure;
    },
    answer: (name, verdict) => {
      if (verdict) state.answers.set(name, verdict);
      else state.answers.delete(name);
    },
    put: (id, row, by = '0000000f-0000-7000-8000-000000000009') => putRow(state, id, row, by, Object.keys(row)),
    depart: (id) => {
      state.ver += 1;
      state.rows.delete(id);
      state.departed.push({ id, ver: state.ver });
    },
    reset: (why) => {
      state.reset = why;
    },
    restoreEmpty: (said = true) => {
      const nothing = { rows: new Map(), ledger: new Map(), departed: [], ver: 0 };
      Object.assign(state, nothing, said && { epoch: '0000000e-0000-7000-8000-000000000002' });
    },
    rows: () => state.rows,
    effects: (id) => state.counts.get(id) ?? 0,
    transportFor: (userId) => transport(state, server, userId),
  };
  return server;
}

function transport(state: State, server: FakeServer, userId: string): Transport {
  return {
    push: (request) =>
      meet(state, () => {
        PushRequest.parse(request);
        server.seen.pushes.push(request);
        const verdicts = request.mutations.map((one) => settle(state, server, one, userId));
        return { epoch: state.epoch, now: server.now, verdicts };
      }),
    pull: (request) => meet(state, () => answerPull(state, server, request)),
    reconcile: ({ ids }) =>
      meet(state, () => ({ epoch: state.epoch, missing: ids.filter((id) => !state.ledger.has(id)) })),
  };
}

async function meet<T>(state: State, work: () => T) {
  await Promise.resolve();
  const fault = state.faults.shift() ?? 'none';
  if (state.down) return err(state.down);
  if (fault === 'none') return ok(structuredClone(work()));
  if (fault !== 'lose-answer') return err(fault);
  work();
  return err(LOST);
}

function settle(state: State, server: FakeServer, mutation: WireMutation, userId: string): Verdict {
  const known = state.ledger.get(mutation.id);
  if (known && known.state !== 'received' && known.state !== 'held') return known;
  const verdict = judge(state, server, mutation, userId);
  state.ledger.set(mutation.id, verdict);
  return verdict;
}

function judge(state: State, server: FakeServer, mutation: WireMutation, userId: string): Verdict {
  const { id } = mutation;
  const forced = state.answers.get(mutation.name);
  if (forced) return { id, ...forced };
  const mutator = MUTATORS_BY_KEY.get(mutatorKey(mutation.name, mutation.v));
  if (!mutator) return { id, state: 'held' };
  const actor = { userId, companyId: '', roles: [] };
  const [ref] = Object.values<{ id: string }>(mutator.reads(mutation.args, actor));
  const note = state.rows.get(ref?.id ?? '')?.row ?? null;
  const context = { mutationId: id, actor, performedAt: mutation.at, receivedAt: server.now };
  const decided = mutator.decide({ note }, mutation.args, context);
  if (!decided.ok) return { id, state: 'rejected', refusal: { ...decided.error } };
  state.counts.set(id, (state.counts.get(id) ?? 0) + 1);
  const fields = Object.keys(mutator.edits?.(mutation.args).changes ?? {});
  for (const change of decided.value) if (change.op === 'put') putRow(state, change.id, change.row, id, fields);
  return { id, state: 'applied', ver: state.ver };
}

function putRow(state: State, id: string, row: object, by: string, fields: readonly string[]): void {
  state.ver += 1;
  const { ver } = state;
  const meta: FieldMeta = { ...state.rows.get(id)?.meta };
  for (const field of fields) meta[field] = { ver, by };
  state.rows.set(id, { table: 'notes', id, ver, meta, row: { ...row } });
}

function answerPull(state: State, server: FakeServer, request: PullRequest): PullResponse {
  PullRequest.parse(request);
  server.seen.pulls.push(request);
  const common = { epoch: state.epoch, now: server.now, scope: 's1' };
  const verdicts = request.verdictsFor.flatMap((id) => state.ledger.get(id) ?? []);
  const isRestored = (request.epoch !== null && request.epoch !== state.epoch) || request.cursor > state.ver;
  const reset = isRestored ? 'epoch' : state.reset;
  state.reset = null;
  if (reset && request.cursor > 0) return { ...common, total: 0, rows: [], departed: [], verdicts: [], reset };
  const fresh = [...state.rows.values()].filter((row) => row.ver > request.cursor).toSorted((a, b) => a.ver - b.ver);
  const from = Number(request.page ?? 0);
  const rows = fresh.slice(from, from + server.pageRows);
  const isLast = from + server.pageRows >= fresh.length;
  const gone = isLast ? state.departed.filter((one) => one.ver > request.cursor) : [];
  return {
    ...{ ...common, total: fresh.length, rows, verdicts },
    departed: gone.map((one) => ['notes', one.id]),
    ...(isLast ? { cursor: state.ver } : { next: String(from + server.pageRows) }),
  };
}
