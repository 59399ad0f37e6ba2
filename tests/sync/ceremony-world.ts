import 'fake-indexeddb/auto';
import { AskFailure } from '@cession/client/device/ask-server.ts';
import type { Locks } from '@cession/client/device/ports.ts';
import type { Ask, EvidenceParts } from '@cession/client/notice/device-key/evidence-parts.ts';
import { createEvidenceStore } from '@cession/client/notice/device-key/evidence-store.ts';
import { createEnrolmentKeeper } from '@cession/client/notice/device-key/keep-enrolled.ts';
import type { CeremonyInput } from '@cession/client/notice/ceremony-record/start-ceremony.ts';
import type { CeremonyRecorder } from '@cession/client/notice/ceremony-record/ceremony-recorder.ts';
import { defineDb } from '@cession/client/store/db.ts';
import type { Receipt } from '@cession/shared/notice/ceremony.ts';
import { evidenceCrypto } from '@cession/shared/notice/evidence-crypto.ts';
import * as sample from '@cession/shared/notice/evidence.fixture.ts';
import type { EvidenceWorld } from '@cession/shared/notice/evidence-world.ts';
import type { ClosedCeremony } from '@cession/client/notice/ceremony-record/ceremony-shelf.ts';
import { verifyEvidence } from '@cession/shared/notice/verify-evidence.ts';
import { keyThumbprint, signText, verifyText } from '@cession/shared/notice/signed-text.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { PublicKey } from '@cession/shared/notice/evidence.ts';
import { newId } from '@cession/client/device/new-id.ts';
import { manualTimer } from './client-world.ts';

export const crypto = evidenceCrypto(globalThis.crypto.subtle);
const START = Date.parse('2026-11-20T09:00:00.000Z');

/** Time as the tablet and the server see it; the tablet's clock may be off. */
export interface Clock {
  ms: number;
  /** Device minus server. */
  off: number;
}

/** The answers of a server about devices, with real keys. */
export interface DeviceServer {
  readonly ask: Ask;
  readonly key: sample.Signer;
  readonly devices: Map<
    string,
    { publicKey: PublicKey; notBefore: Instant; replacedAt: Instant | null; revoked: boolean }
  >;
  /** The code of the refusal the next requests meet, `unreachable`, or null. */
  fault: string | null;
  /** The answer to the next enrolment is lost after the work. */
  loseAnswer: boolean;
  readonly asked: string[];
  receipt(closed: ClosedCeremony, signer?: sample.Signer): Promise<Receipt>;
}

export async function newDeviceServer(clock: Clock): Promise<DeviceServer> {
  const key = await newSigner();
  const now = () => msToInstant(clock.ms);
  const server: Omit<DeviceServer, 'ask'> = {
    ...{ key, devices: new Map(), fault: null, loseAnswer: false, asked: [] },
    receipt: async ({ bundleSha256, head }, signer = key) => {
      const body = { bundleSha256, head, receivedAt: now(), keyId: signer.id };
      return { ...body, signature: await signText('receipt', body, signer.sign) };
    },
  };
  const whole = server as DeviceServer; // `ask` comes on the next line
  const answers = answersOf(whole, now);
  return Object.assign(whole, {
    ask: (async (procedure: { name: string }, input: never) => {
      server.asked.push(procedure.name);
      if (whole.fault === 'unreachable') throw new AskFailure('unreachable', 'no-answer', null);
      if (whole.fault !== null) throw refusal(whole.fault);
      return structuredClone(await answers[procedure.name]?.(input));
    }) as unknown as Ask, // answers by name, each what its procedure answers
  });
}

function answersOf(server: DeviceServer, now: () => Instant): Record<string, (input: never) => Promise<unknown>> {
  const { key } = server;
  const serverKey = { keyId: key.id, publicKey: key.publicKey };
  return {
    'device.challenge': async () => ({ nonce: 'bm9uY2U', serverKey, now: now() }),
    'device.beacon': async ({ deviceKey }: { deviceKey: string }) => {
      const device = server.devices.get(deviceKey);
      if (!device) throw refusal('device.unknown');
      return { beacon: await sample.beaconOf(key, now()), revoked: device.revoked, serverKey };
    },
    'device.enrol': async ({ signature, replaces, ...body }: Enrolment) => {
      const { publicKey } = body;
      const isProven = await verifyText('enrol', body, signature, publicKey, crypto);
      const old = replaces && server.devices.get(replaces.deviceKey);
      const agrees = old && (await verifyText('replace', body, replaces.signature, old.publicKey, crypto));
      if (!isProven || (replaces && !agrees)) throw refusal('device.not-proven');
      const id = await keyThumbprint(publicKey, crypto);
      const known = server.devices.get(id) ?? { publicKey, notBefore: now(), replacedAt: null, revoked: false };
      server.devices.set(id, known);
      if (old) old.replacedAt ??= now();
      const isLost = server.loseAnswer;
      server.loseAnswer = false;
      if (isLost) throw new AskFailure('unreachable', 'no-answer', null);
      return { deviceKey: id, notBefore: known.notBefore, beacon: await sample.beaconOf(key, now()) };
    },
  };
}

interface Enrolment {
  nonce: string;
  publicKey: PublicKey;
  label: string;
  build: string;
  signature: string;
  replaces: { deviceKey: string; signature: string } | null;
}

function refusal(code: string): AskFailure {
  return new AskFailure('refused', code, null);
}

/** A page of the tablet: opened anew on the same disk it is what comes after a kill. */
export function openPage(name: string, server: Pick<DeviceServer, 'ask'>, clock: Clock, locks: Locks | null = null) {
  const began = clock.ms;
  const parts: EvidenceParts = {
    store: createEvidenceStore(defineDb(name)),
    session: newId(),
    subtle: globalThis.crypto.subtle,
    env: { now: () => clock.ms + clock.off, mono: () => clock.ms - began, uuid: newId },
    timer: manualTimer(),
    locks,
    ask: server.ask,
    person: { userId: sample.SAMPLE.userId, companyId: sample.SAMPLE.companyId, name: 'Kiss Anna' },
    device: {
      ...{ build: '1.0.0', userAgent: 'Tablet', label: 'Kiss Anna, Tablet' },
      ...{ timeZone: () => 'Europe/Budapest', screen: () => ({ w: 1180, h: 820 }), online: () => false },
    },
    report: (surprise) => {
      throw surprise;
    },
  };
  return parts;
}

let disks = 0;

/** A tablet whose key is enrolled, and the server that knows it. */
export async function enrolledTablet() {
  const clock: Clock = { ms: START, off: 0 };
  const server = await newDeviceServer(clock);
  const name = `tablet-${(disks += 1)}`;
  const parts = openPage(name, server, clock);
  const keeper = createEnrolmentKeeper(parts);
  const state = await keeper.check('hourly');
  return { clock, server, name, parts, keeper, state, reopen: () => openPage(name, server, clock) };
}

export const INPUT: CeremonyInput = {
  ...{ noticeId: sample.SAMPLE.noticeId, dataSha256: sample.SAMPLE.dataSha256, pdfSha256: sample.SAMPLE.pdf.hu },
  ...{ pages: 2, renderer: 1, wording: '2026.1', language: 'hu', signingRule: 'sole' },
  signers: [sample.signer('Szabó Péter')],
};

/** Everything between `prepared` and `closed`. */
export const ACTS = sample.signing().slice(1);

/** Plays acts on a recorder, ten seconds apart. */
export async function play(recorder: CeremonyRecorder, acts: readonly sample.Happening[], clock: Clock): Promise<void> {
  for (const { type, data } of acts) {
    clock.ms += 10_000;
    if (type === 'prepared') continue;
    await recorder.record(type, data);
  }
}

/** As the server would judge what the tablet sends, with the devices it knows. */
export async function judge(
  closed: ClosedCeremony,
  server: DeviceServer,
  clock: Clock,
  change: Partial<EvidenceWorld> = {},
) {
  const device = server.devices.get(closed.deviceKey);
  if (!device) throw new Error('a device this server does not know');
  const { companyId, userId, dataSha256, noticeId, pdf, consentSha256 } = sample.SAMPLE;
  const { revoked: _, ...record } = device;
  return verifyEvidence(closed.bundle, {
    ...{ crypto, receivedAt: msToInstant(clock.ms + 60_000), sender: { userId, companyId }, claimed: closed },
    notice: { id: noticeId, companyId, dataSha256 },
    device: async (id) =>
      id === closed.deviceKey
        ? { ...record, deviceKey: id, userId, companyId, revokedAt: null, compromisedSince: null }
        : null,
    serverKey: async (id) => (id === server.key.id ? server.key.publicKey : null),
    renderedSha256: async ({ language }) => pdf[language],
    consentSha256: async () => consentSha256,
    sequence: async () => ({ takenBy: null, highest: null }),
    ...change,
  });
}

export async function newSigner(): Promise<sample.Signer> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  const sign = async (bytes: Uint8Array) =>
    new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new Uint8Array(bytes)));
  return { id: await keyThumbprint(publicKey, crypto), publicKey, sign };
}

/** One holder per name, the rest wait; as the browser's locks over the tabs of one origin. */
export function namedLocks(): Locks {
  const held = new Map<string, Promise<unknown>>();
  return {
    hold: async (name, { giveUp }, work) => {
      while (held.has(name)) {
        const gaveUp = new Promise<void>((resolve) =>
          giveUp.addEventListener('abort', () => resolve(), { once: true }),
        );
        await Promise.race([held.get(name), gaveUp]);
        if (giveUp.aborted) return false;
      }
      const mine = work(new AbortController().signal).finally(() => held.delete(name));
      held.set(name, mine);
      await mine;
      return true;
    },
  };
}
