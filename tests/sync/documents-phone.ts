/** A phone that takes photographs: its spine, the bytes it keeps, and the way of those bytes to the server. */
import 'fake-indexeddb/auto';
import { createHash, randomUUID } from 'node:crypto';
import { createFileTransport } from '@cession/client/document/file-transport.ts';
import { fileBoxOf, type FileBox } from '@cession/client/document/file-box.ts';
import { createUploads } from '@cession/client/document/uploads.ts';
import { defineDb } from '@cession/client/store/db.ts';
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import { addDocument } from '@cession/shared/document/add-document.ts';
import {
  cardDocuments,
  type CardDocument,
  type DocumentFile,
  type DocumentId,
} from '@cession/shared/document/document.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { HandoffId } from '@cession/shared/handoff/handoff.ts';
import { manualLife, manualTimer } from './client-world.ts';
import { must, type JourneyPhone } from './journey-phone.ts';
import type { Journey } from './journey-world.ts';

/** A JPEG only by its first bytes, which is all anybody looks at who does not draw it. */
export function picture(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  for (let at = 4; at < length; at += 1) bytes[at] = (at * 31 + (at >> 8) * 7 + seed * 13) % 251;
  return bytes;
}

export function fileOf(bytes: Uint8Array, mediaType: DocumentFile['mediaType'] = 'image/jpeg'): DocumentFile {
  return { sha256: hashOf(bytes), byteLength: bytes.byteLength, mediaType };
}

export function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** Something on the way of the bytes: sees every request and may answer, fail or change it. */
export type OnTheWay = (url: string, init: RequestInit, go: FetchIt) => Promise<Response>;

export interface PhotoPhone {
  readonly phone: JourneyPhone;
  readonly box: FileBox;
  /** Parts that have left the phone since it was opened. */
  parts(): number;
  take(cardId: CardId, bytes: Uint8Array<ArrayBuffer>, given?: Partial<PhotoOptions>): Promise<DocumentId>;
  handOver(cardId: CardId): Promise<HandoffId>;
  document(id: DocumentId): CardDocument | undefined;
  /** Mutations first, then bytes, then what the server says about them. */
  syncAll(): Promise<void>;
  /** The battery falls out before or after this many steps of sending; the next `reopen` finds what was kept. */
  sendUntil(step: string, times: number): Promise<void>;
  onTheWay(met: OnTheWay | null): void;
  reopen(): Promise<PhotoPhone>;
}

interface PhotoOptions {
  readonly type: string;
  readonly mediaType: DocumentFile['mediaType'];
}

export async function openPhotoPhone(world: Journey, who: string): Promise<PhotoPhone> {
  const storage = `photos-${randomUUID()}`;
  return photoPhone(await world.phone(who, { storage }), storage);
}

function photoPhone(phone: JourneyPhone, storage: string): PhotoPhone {
  const db = defineDb(storage);
  const box = fileBoxOf(db);
  const way = countedWay(phone);
  const uploadsWith = (step?: (name: string) => Promise<void>) => startUploads(phone, box, way.fetchIt, step);
  const rows = () => phone.sync.mirror.rows(cardDocuments.name) as CardDocument[]; // rows pass their schema first
  return {
    ...{ phone, box, parts: way.parts, onTheWay: way.meet },
    document: (id) => rows().find((row) => row.id === id),
    take: (cardId, bytes, given) => takePhoto(phone, box, cardId, bytes, given),
    handOver: async (cardId) => {
      const handoffId = randomUUID() as HandoffId; // any UUID names a new handoff
      const own = rows().filter((row) => row.cardId === cardId && !row.removed);
      await must(phone, handOverCard, { cardId, handoffId, documentIds: own.map(({ id }) => id) });
      return handoffId;
    },
    syncAll: async () => {
      await phone.syncNow();
      const uploads = uploadsWith();
      await uploads.run();
      uploads.stop();
      await phone.syncNow();
    },
    sendUntil: (step, times) => sendUntil(uploadsWith, step, times),
    reopen: async () => {
      db.close();
      return photoPhone(await phone.reopen(), storage);
    },
  };
}

function countedWay(phone: JourneyPhone) {
  let met: OnTheWay | null = null;
  let parts = 0;
  const fetchIt: FetchIt = async (url, init) => {
    if (init.method === 'PUT') parts += 1;
    return met === null ? phone.line.fetchIt(url, init) : met(url, init, phone.line.fetchIt);
  };
  return { fetchIt, parts: () => parts, meet: (next: OnTheWay | null) => void (met = next) };
}

function startUploads(phone: JourneyPhone, box: FileBox, fetchIt: FetchIt, step?: (name: string) => Promise<void>) {
  return createUploads({
    ...{ box, mirror: phone.sync.mirror, locks: null, lockName: 'files', life: manualLife(), step },
    timer: manualTimer(),
    env: {
      ...{ now: () => Date.now(), mono: () => performance.now(), rand: () => 0.5, uuid: randomUUID },
      hash: async (bytes) => hashOf(bytes),
    },
    online: { probe: async () => 'reachable', watch: () => () => undefined },
    transport: createFileTransport({ after: () => () => undefined }, fetchIt),
    report: (surprise) => {
      throw surprise;
    },
    arrived: () => undefined,
  });
}

async function takePhoto(
  phone: JourneyPhone,
  box: FileBox,
  cardId: CardId,
  bytes: Uint8Array<ArrayBuffer>,
  { type = 'supply-contract', mediaType = 'image/jpeg' }: Partial<PhotoOptions> = {},
): Promise<DocumentId> {
  const documentId = randomUUID() as DocumentId; // any UUID names a new document
  const file = fileOf(bytes, mediaType);
  await box.keep(file, bytes, Date.now());
  const about = { type, fileName: 'photo.jpg', note: '', form: 'copy', dueOn: null, noticeId: null } as const;
  await must(phone, addDocument, { documentId, cardId, file, ...about });
  return documentId;
}

/** The battery falls out there: nothing after it happens, and nobody waits for it. */
async function sendUntil(
  uploadsWith: (step: (name: string) => Promise<void>) => ReturnType<typeof createUploads>,
  step: string,
  times: number,
): Promise<void> {
  let left = times;
  const { promise: dead, resolve } = Promise.withResolvers<void>();
  const uploads = uploadsWith(async (name) => {
    if (name !== step) return;
    left -= 1;
    if (left > 0) return;
    resolve();
    await new Promise<never>(() => {});
  });
  await Promise.race([uploads.run(), dead]);
  uploads.stop();
}
