import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { appendEvent } from '@cession/shared/notice/evidence-chain.ts';
import type { EvidenceOf } from '@cession/shared/notice/evidence.ts';
import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { readFact, writeFact } from '../device-key/device-facts.ts';
import { loadDeviceKey, type DeviceKey } from '../device-key/device-key.ts';
import { readDeviceState } from '../device-key/device-state.ts';
import { cryptoOf, type EvidenceParts } from '../device-key/evidence-parts.ts';
import { CannotRecord } from './cannot-record.ts';
import { keepCeremony, keepEvent } from './ceremony-shelf.ts';
import type { CeremonyRecorder } from './ceremony-recorder.ts';
import { resumeCeremony } from './resume-ceremony.ts';

type Prepared = EvidenceOf<'prepared'>['data'];
/** What the rep prepared. The rest of the first event the device knows by itself. */
export type CeremonyInput = Pick<
  Prepared,
  'noticeId' | 'dataSha256' | 'pdfSha256' | 'pages' | 'renderer' | 'wording' | 'language' | 'signers' | 'signingRule'
>;

/**
 * Begins a ceremony: its first event, with the device's number, its last contact with the server and its clock, is on
 * the disk when this resolves. Rejects with CannotRecord where the device may not hold one, or with StorageFailure.
 */
export async function startCeremony(parts: EvidenceParts, input: CeremonyInput): Promise<CeremonyRecorder> {
  const key = await usableKey(parts);
  const id = parts.env.uuid() as CeremonyId; // env makes uuids
  while (!(await tryToBegin(parts, input, id, key))) {
    // Another tab took the number between reading and signing: signed again with the next.
  }
  return resumeCeremony(parts, id);
}

async function usableKey(parts: EvidenceParts): Promise<DeviceKey> {
  const state = await readDeviceState(parts);
  if (state.kind !== 'ready') throw new CannotRecord(`ceremony.${state.kind}`);
  const key = await loadDeviceKey(parts, state.deviceKey);
  if (key === null) throw new CannotRecord('ceremony.no-key');
  return key;
}

async function tryToBegin(
  parts: EvidenceParts,
  input: CeremonyInput,
  id: CeremonyId,
  key: DeviceKey,
): Promise<boolean> {
  const deviceSeq = await parts.store.tx('r', (tx) => readFact(tx, 'nextSeq'));
  const data = await preparedData(parts, input, deviceSeq);
  const startedAt = msToInstant(parts.env.now());
  const when = { at: startedAt, mono: Math.floor(parts.env.mono()), session: parts.session };
  const first = await appendEvent([], { ceremonyId: id, type: 'prepared', data, ...when }, cryptoOf(parts), key.sign);
  const deviceKey = { id: key.id, publicKey: key.publicKey };
  const kept = { id, noticeId: input.noticeId, deviceKey, deviceSeq, startedAt, closed: null, mutationId: null };
  return parts.store.tx('rw', async (tx) => {
    if ((await readFact(tx, 'nextSeq')) !== deviceSeq) return false;
    await writeFact(tx, 'nextSeq', deviceSeq + 1);
    await keepCeremony(tx, kept);
    return keepEvent(tx, first);
  });
}

async function preparedData(
  { store, env, device, person }: EvidenceParts,
  input: CeremonyInput,
  deviceSeq: number,
): Promise<Prepared> {
  const contact = await store.tx('r', (tx) => readFact(tx, 'contact'));
  const { noticeId, dataSha256, pdfSha256, pages, renderer, wording, language, signers, signingRule } = input;
  return {
    ...{ noticeId, dataSha256, pdfSha256, pages, renderer, wording, language, signers, signingRule },
    companyId: person.companyId,
    deviceSeq,
    witness: { userId: person.userId, name: person.name.slice(0, 160) },
    beacon: contact?.beacon ?? null,
    clock: {
      timeZone: device.timeZone().slice(0, 160),
      offsetMs: contact?.offsetMs ?? null,
      offsetAgeMs: contact === null ? null : Math.max(0, env.now() - contact.at),
    },
    app: {
      build: device.build.slice(0, 160),
      userAgent: device.userAgent.slice(0, 300),
      online: device.online(),
    },
    screen: device.screen(),
  };
}
