import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { LIMITS, WireMutation } from '@cession/shared/sync/protocol.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { decodeMutation, malformed } from './decode-mutation.ts';
import { unstorablePath } from './find-unstorable.ts';
import { refsOf } from './judge-mutation.ts';
import { refusedVerdict, type LedgerEntry, type LedgerOutcome } from './ledger.ts';
import type { Spine } from './spine-parts.ts';

export interface Sender {
  readonly actor: SyncActor;
  readonly device: { readonly id: string; readonly incarnation: string } | null;
  readonly receivedAt: Instant;
}

/** A message and the receipt it will leave in the ledger. */
export interface ReadMessage {
  readonly entry: LedgerEntry;
  readonly raw: unknown;
}

/**
 * Reads one message at the door. Whatever carries an id leaves a receipt, even what cannot be understood: it is
 * refused there and then, and delays nobody. null: nobody could be told what became of it.
 */
export async function readMessage(spine: Spine, sender: Sender, raw: unknown): Promise<ReadMessage | null> {
  const id = idOf(raw);
  if (id === null) return null;
  const reason = unstorablePath(raw);
  if (reason !== null) return unreadable(spine, sender, id, null, malformed([reason]));
  const parsed = WireMutation.safeParse(raw);
  if (!parsed.success) return unreadable(spine, sender, id, raw, malformed(parsed.error.issues));
  const message = parsed.data;
  const { actor, device, receivedAt } = sender;
  const text = canonicalJson(message.args as Json); // it came as JSON
  const start = startOf(spine, message, text);
  return {
    raw,
    entry: {
      ...start.outcome,
      userId: actor.userId,
      roles: actor.roles,
      device: device === null ? null : { ...device, seq: message.seq },
      name: message.name,
      version: message.v,
      args: message.args,
      argsHash: await hashOf(spine, [actor.userId, message.name, message.v, text]),
      base: message.base ?? null,
      deps: message.deps ?? [],
      supersedes: message.supersedes ?? null,
      refs: start.refs(actor),
      performedAt: message.at,
      receivedAt,
    },
  };
}

function idOf(raw: unknown): string | null {
  if (typeof raw !== 'object' || raw === null || !('id' in raw)) return null;
  return typeof raw.id === 'string' && isUuid(raw.id) ? raw.id : null;
}

interface Start {
  readonly outcome: LedgerOutcome;
  refs(actor: SyncActor): readonly string[];
}

function startOf(spine: Spine, message: WireMutation, text: string): Start {
  const { id, name, v, args } = message;
  const noRefs = () => [];
  if (new TextEncoder().encode(text).length > LIMITS.argsBytes) {
    return { outcome: rejectedAtOnce(id, { code: 'mutation.too-large' }), refs: noRefs };
  }
  const decoded = decodeMutation(spine.mutators, name, v, args);
  switch (decoded.kind) {
    case 'refused':
      return { outcome: rejectedAtOnce(id, decoded.refusal), refs: noRefs };
    case 'newer': {
      const verdict = refusedVerdict(id, 'held', { code: 'mutation.newer-than-server' });
      return { outcome: { ...UNTOUCHED, id, state: 'held', verdict }, refs: noRefs };
    }
    case 'known':
      return {
        outcome: { ...UNTOUCHED, id, state: 'received', verdict: null },
        refs: (actor) => refsOf(decoded.mutator, decoded.args, actor),
      };
  }
}

const UNTOUCHED = { attempts: 0, failure: null, waitsFor: [], agreed: null } as const;

function rejectedAtOnce(id: string, refusal: Refusal): LedgerOutcome {
  return { ...UNTOUCHED, id, state: 'rejected', verdict: refusedVerdict(id, 'rejected', refusal) };
}

/** It keeps no place in the device's order: its number may be the very thing that is wrong with it. */
async function unreadable(
  spine: Spine,
  { actor, device, receivedAt }: Sender,
  id: string,
  raw: unknown,
  refusal: Refusal,
): Promise<ReadMessage> {
  const text = raw === null ? '' : JSON.stringify(raw);
  return {
    raw,
    entry: {
      ...rejectedAtOnce(id, refusal),
      userId: actor.userId,
      roles: actor.roles,
      device: device === null ? null : { ...device, seq: null },
      name: '?',
      version: 0,
      args: raw,
      argsHash: await hashOf(spine, [actor.userId, text]),
      base: null,
      deps: [],
      supersedes: null,
      refs: [],
      performedAt: receivedAt,
      receivedAt,
    },
  };
}

function hashOf(spine: Spine, parts: readonly (string | number)[]): Promise<string> {
  return spine.env.hash(new TextEncoder().encode(JSON.stringify(parts)));
}
