import { msToInstant, type Instant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { LIMITS, PushRequest, type PushResponse } from '@cession/shared/sync/protocol.ts';
import * as z from 'zod/mini';
import { applyMutations } from './apply-mutations.ts';
import { DeviceForked, keepReceipts, type Receipts } from './keep-receipts.ts';
import { readMessage, type ReadMessage } from './read-messages.ts';
import { readEnvelope } from './read-envelope.ts';
import type { RequestRefusal, Spine } from './spine-parts.ts';
import type { SeenDevice } from './store.ts';

/** The messages are read one by one: a bad one must not keep the others out. */
const Envelope = z.extend(PushRequest, { mutations: z.array(z.unknown()) });

const RETRY_AFTER_MS = 3000;

/**
 * Takes in what a phone sends. First everything is written down and committed (from here it has left the phone,
 * whatever happens), then it is decided. Who sends comes from the session, never from the message.
 */
export async function receivePush(
  spine: Spine,
  actor: SyncActor,
  body: unknown,
): Promise<Result<PushResponse, RequestRefusal>> {
  const envelope = readEnvelope(Envelope, body);
  if (!envelope.ok) return envelope;
  const request = envelope.value;
  if (request.mutations.length > LIMITS.pushMutations) return err(TOO_MANY);
  const now = msToInstant(spine.env.now());
  const messages = await readAll(spine, actor, request, now);
  if (messages.length === 0 && request.mutations.length > 0) return err(NO_IDS);
  try {
    const device = seenDevice(actor, request, now);
    const kept = await spine.store.write(actor.companyId, (tx) =>
      keepReceipts(spine, tx, messages, device, request.epoch),
    );
    return ok(await answer(spine, actor, kept, now));
  } catch (error) {
    if (error instanceof DeviceForked) return err(FORKED);
    throw error;
  }
}

function seenDevice(actor: SyncActor, request: z.infer<typeof Envelope>, seenAt: Instant): SeenDevice {
  return {
    id: request.device,
    userId: actor.userId,
    incarnation: request.incarnation,
    app: request.app.replaceAll('\u0000', ''),
    seenAt,
    pendingCount: request.pending.count,
    oldestPendingAt: request.pending.oldest,
  };
}

async function readAll(
  spine: Spine,
  actor: SyncActor,
  request: z.infer<typeof Envelope>,
  receivedAt: Instant,
): Promise<readonly ReadMessage[]> {
  const sender = { actor, device: { id: request.device, incarnation: request.incarnation }, receivedAt };
  const read = await Promise.all(request.mutations.map((raw) => readMessage(spine, sender, raw)));
  const messages = read.filter((message) => message !== null);
  if (messages.length < read.length) {
    spine.log.warn('push.without-id', {
      companyId: actor.companyId,
      device: request.device,
      count: read.length - messages.length,
    });
  }
  return messages;
}

/** What was received is safe. If deciding fails now, the worker decides later and the phone hears it then. */
async function answer(spine: Spine, actor: SyncActor, receipts: Receipts, now: Instant): Promise<PushResponse> {
  const { epoch, verdicts } = receipts;
  try {
    const settled = await applyMutations(spine, actor.companyId, receipts.open);
    return { epoch, now, verdicts: verdicts.map((verdict) => settled.get(verdict.id) ?? verdict) };
  } catch (error) {
    spine.log.error('push.not-applied', { companyId: actor.companyId, mutations: receipts.open.length, error });
    return { epoch, now, verdicts: [...verdicts], retryAfterMs: RETRY_AFTER_MS };
  }
}

const TOO_MANY: RequestRefusal = {
  status: 413,
  code: 'push.too-many',
  message: `At most ${LIMITS.pushMutations} mutations fit in one push.`,
};
const NO_IDS: RequestRefusal = {
  status: 400,
  code: 'push.without-ids',
  message: 'None of the mutations has an id, so nothing was taken in.',
};
const FORKED: RequestRefusal = {
  status: 409,
  code: 'DEVICE_FORKED',
  message: 'Another copy of this app has used these numbers. Start a new incarnation and send again.',
};
