import { partCount } from '@cession/shared/document/file-parts.ts';
import type { Env } from '../device/ports.ts';
import type { TransportFailure } from '../sync/ports.ts';
import type { FileBox, KeptFile } from './file-box.ts';
import type { FileTransport } from './file-transport.ts';

export interface SendPorts {
  readonly box: FileBox;
  readonly transport: FileTransport;
  readonly env: Pick<Env, 'now' | 'hash'>;
  /** A place between two effects where a test may stop the world. */
  readonly step?: ((name: string) => void | Promise<void>) | undefined;
}

/**
 * - `done`: nothing more to do for this file, now or ever; - `later`: the server does not know its document yet;
 * - a failure: try again after a while.
 */
export type SendOutcome = 'done' | 'later' | TransportFailure;

const MOST_ROUNDS = 3;

/**
 * Sends what lacks of one file, in order, then has the server check the whole. It begins by asking what is there, so a
 * phone that was killed in the middle goes on where it stopped.
 */
export async function sendFile(ports: SendPorts, file: KeptFile): Promise<SendOutcome> {
  const { box, env } = ports;
  const bytes = await box.bytes(file);
  if (bytes === null || (await env.hash(bytes)) !== file.sha256) {
    await box.note(file.sha256, { state: 'damaged' });
    return 'done';
  }
  let last: SendOutcome = 'later';
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    last = await sendOnce(ports, file);
    // Damaged on the way: what the server threw away is sent once more.
    if (last === 'done' || last === 'later' || !isDamage(last)) return last;
  }
  return last;
}

async function sendOnce(ports: SendPorts, file: KeptFile): Promise<SendOutcome> {
  const { box, transport, step } = ports;
  const there = await transport.parts(file.sha256);
  if (!there.ok) return outcomeOf(ports, file, there.error);
  if (there.value.safeAt !== null) return noteSafe(ports, file);
  const have = new Set(there.value.parts);
  await box.note(file.sha256, { sent: have.size });
  for (let n = 0; n < partCount(file.byteLength); n += 1) {
    if (have.has(n)) continue;
    await step?.('before-part');
    const sent = await sendPart(ports, file, n);
    await step?.('after-part');
    if (!sent.ok) return outcomeOf(ports, file, sent.error);
    have.add(n);
    await box.note(file.sha256, { sent: have.size });
  }
  await step?.('before-complete');
  const complete = await transport.complete(file.sha256);
  await step?.('after-complete');
  return complete.ok ? noteSafe(ports, file) : outcomeOf(ports, file, complete.error);
}

async function sendPart({ box, transport, env }: SendPorts, { sha256 }: KeptFile, n: number) {
  const bytes = (await box.part(sha256, n)) ?? new Uint8Array();
  return transport.put(sha256, n, bytes, await env.hash(bytes));
}

async function noteSafe({ box, env }: SendPorts, { sha256, byteLength }: KeptFile): Promise<'done'> {
  await box.note(sha256, { state: 'safe', safeAt: env.now(), sent: partCount(byteLength) });
  return 'done';
}

/** Refused for good: said on the screen of its card, never sent again. */
const FOR_GOOD = new Set(['file.wrong-type', 'file.locked', 'file.part-wrong-length']);
const DAMAGE = new Set(['file.part-damaged', 'file.damaged', 'file.incomplete']);

async function outcomeOf({ box }: SendPorts, { sha256 }: KeptFile, failure: TransportFailure): Promise<SendOutcome> {
  if (failure.kind !== 'refused') return failure;
  if (failure.code === 'file.not-expected') return 'later';
  if (!FOR_GOOD.has(failure.code)) return failure;
  await box.note(sha256, { state: 'refused', code: failure.code });
  return 'done';
}

function isDamage(outcome: TransportFailure): boolean {
  return outcome.kind === 'refused' && DAMAGE.has(outcome.code);
}
