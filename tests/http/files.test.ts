import { createHash, randomUUID } from 'node:crypto';
import { FILE_LIMITS, type DocumentFile } from '@cession/shared/document/document.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';

const AT = '2026-11-21T10:00:00.000Z';
const ORIGIN = 'http://localhost:8787';
const PART = FILE_LIMITS.partBytes;

let app: ComposedApp;
let rep: string;
let cardId: string;
const cookies: Record<string, string> = {};

beforeAll(async () => {
  app = await startComposedApp();
  for (const who of ['rep1', 'rep2', 'accountant1', 'auditor'])
    cookies[who] = await app.signIn(`${who}@danube.example`);
  cookies['foreign'] = await app.signIn('rep@volga.example');
  cookies['foreign desk'] = await app.signIn('accountant@volga.example');
  rep = cookies['rep1'] ?? '';
  cardId = randomUUID();
  await perform('card.create', { cardId, jurisdiction: 'HU', changes: {} });
});
afterAll(() => app.stop());

async function perform(name: string, args: object, cookie = rep): Promise<string> {
  const { body } = await app.ask(cookie, 'desk.perform', { id: randomUUID(), name, v: 1, args, at: AT });
  return (body as { result: { data: { state: string } } }).result.data.state; // a verdict
}

function jpeg(length: number, seed = 1): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length).map((_, at) => (at * seed + (at >> 7)) % 251);
  bytes.set([0xff, 0xd8, 0xff, 0xe0]);
  return bytes;
}

function hashOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

async function addDocument(file: DocumentFile | null, fileName = 'photo.jpg'): Promise<string> {
  const documentId = randomUUID();
  const about = { type: 'other', note: '', form: 'copy', dueOn: null, noticeId: null };
  await perform('document.add', { documentId, cardId, file, fileName, ...about });
  return documentId;
}

interface Heard {
  readonly status: number;
  readonly code: string;
}

async function heard(answer: Response): Promise<Heard> {
  const body = (await answer.json()) as { code?: string }; // every refusal names its code
  return { status: answer.status, code: body.code ?? '' };
}

function ask(path: string, cookie = rep, init: RequestInit = {}): Promise<Response> {
  return app.fetch(path, { ...init, headers: { cookie, origin: ORIGIN, ...(init.headers as Record<string, string>) } });
}

function putPart(
  sha256: string,
  n: number | string,
  bytes: Uint8Array<ArrayBuffer>,
  cookie = rep,
  claimed = hashOf(bytes),
) {
  return ask(`/files/${sha256}/parts/${n}`, cookie, {
    method: 'PUT',
    body: bytes,
    headers: {
      'content-type': 'application/octet-stream',
      'content-length': String(bytes.byteLength),
      'content-sha256': claimed,
    },
  });
}

function complete(sha256: string, cookie = rep) {
  return ask(`/files/${sha256}/complete`, cookie, { method: 'POST' });
}

/** Adds a document of these bytes and sends them whole. */
async function send(bytes: Uint8Array<ArrayBuffer>, mediaType: DocumentFile['mediaType'], fileName?: string) {
  const file = { sha256: hashOf(bytes), byteLength: bytes.byteLength, mediaType };
  const documentId = await addDocument(file, fileName);
  for (let n = 0; n * PART < bytes.byteLength; n += 1) {
    await putPart(file.sha256, n, bytes.slice(n * PART, (n + 1) * PART));
  }
  return { documentId, file, completed: await complete(file.sha256) };
}

describe('taking a file in', () => {
  test('part by part, told which are there, checked as a whole; said twice it is heard once', async () => {
    const bytes = jpeg(PART + 100, 3);
    const sha256 = hashOf(bytes);
    await addDocument({ sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' });
    expect(await (await ask(`/files/${sha256}/parts`)).json()).toEqual({ parts: [], safeAt: null });
    expect(await heard(await complete(sha256))).toEqual({ status: 409, code: 'file.incomplete' });
    expect((await putPart(sha256, 1, bytes.slice(PART))).status).toBe(200);
    expect((await putPart(sha256, 1, bytes.slice(PART))).status).toBe(200);
    expect(await (await ask(`/files/${sha256}/parts`)).json()).toEqual({ parts: [1], safeAt: null });
    expect((await putPart(sha256, 0, bytes.slice(0, PART))).status).toBe(200);
    const first = (await (await complete(sha256)).json()) as { safeAt: string }; // what this path answers
    expect(await (await complete(sha256)).json()).toEqual(first);
    expect(await (await ask(`/files/${sha256}/parts`)).json()).toEqual({ parts: [0, 1], safeAt: first.safeAt });
  });

  test('a file no document of this person names is not expected: nor a colleague’s, nor another company’s', async () => {
    const bytes = jpeg(700, 5);
    const sha256 = hashOf(bytes);
    const nobodys = await heard(await putPart(hashOf(jpeg(9)), 0, jpeg(9)));
    expect(nobodys).toEqual({ status: 409, code: 'file.not-expected' });
    await addDocument({ sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' });
    for (const who of ['rep2', 'foreign']) {
      expect(await heard(await putPart(sha256, 0, bytes, cookies[who]))).toEqual(nobodys);
      expect(await heard(await ask(`/files/${sha256}/parts`, cookies[who]))).toEqual(nobodys);
      expect(await heard(await complete(sha256, cookies[who]))).toEqual(nobodys);
    }
    expect((await putPart(sha256, 0, bytes, cookies['accountant1'])).status).toBe(403);
    expect((await putPart(sha256, 0, bytes, '')).status).toBe(401);
  });

  test('a part of the wrong length, one that differs from its hash, and one that does not exist are not kept', async () => {
    const bytes = jpeg(900, 7);
    const sha256 = hashOf(bytes);
    await addDocument({ sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' });
    const wrongLength = { status: 422, code: 'file.part-wrong-length' };
    expect(await heard(await putPart(sha256, 0, bytes.slice(1)))).toEqual(wrongLength);
    expect(await heard(await putPart(sha256, 1, bytes))).toEqual(wrongLength);
    const damaged = await putPart(sha256, 0, bytes, rep, hashOf(jpeg(30)));
    expect(await heard(damaged)).toEqual({ status: 422, code: 'file.part-damaged' });
    expect((await putPart(sha256, 0, jpeg(PART + 1))).status).toBe(413);
    expect(await (await ask(`/files/${sha256}/parts`)).json()).toEqual({ parts: [], safeAt: null });
  });

  test('a whole that is not what it is called is dropped, and can be sent again', async () => {
    const bytes = jpeg(900, 9);
    const sha256 = hashOf(bytes);
    await addDocument({ sha256, byteLength: bytes.byteLength, mediaType: 'image/jpeg' });
    const other = jpeg(900, 10);
    expect((await putPart(sha256, 0, other)).status).toBe(200);
    expect(await heard(await complete(sha256))).toEqual({ status: 422, code: 'file.damaged' });
    expect(await (await ask(`/files/${sha256}/parts`)).json()).toEqual({ parts: [], safeAt: null });
    await putPart(sha256, 0, bytes);
    expect((await complete(sha256)).status).toBe(200);
  });

  test.each([
    ['a page', '<!doctype html><script>alert(1)</script>'],
    ['a drawing that can run', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>'],
    ['a page with a comment that begins like a picture', 'GIF89a<script>alert(1)</script>'],
    ['a program', '\u007fELF\u0002\u0001\u0001 and so on'],
  ])('%s that calls itself a JPEG is refused', async (_what, text) => {
    const { completed } = await send(new TextEncoder().encode(text), 'image/jpeg');
    expect(await heard(completed)).toEqual({ status: 422, code: 'file.wrong-type' });
  });

  test('a picture that calls itself a PDF, and a PDF that asks for a password, are refused', async () => {
    expect(await heard((await send(jpeg(64, 77), 'application/pdf')).completed)).toMatchObject({
      code: 'file.wrong-type',
    });
    const locked = new TextEncoder().encode(
      '%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Encrypt 5 0 R/Root 1 0 R>>\n%%EOF',
    );
    expect(await heard((await send(locked, 'application/pdf')).completed)).toMatchObject({ code: 'file.locked' });
  });

  test('a file larger than the limit is no document at all', async () => {
    const file = { sha256: '1'.repeat(64), byteLength: FILE_LIMITS.fileBytes + 1, mediaType: 'image/jpeg' };
    const args = { documentId: randomUUID(), cardId, file, fileName: 'x.jpg', type: 'other', note: '', form: 'copy' };
    expect(await perform('document.add', { ...args, dueOn: null, noticeId: null })).toBe('rejected');
  });

  test('no path leads anywhere else', async () => {
    const sha256 = 'a'.repeat(64);
    const paths = [
      `/files/${sha256}`,
      `/files/${sha256}/parts/0x1`,
      `/files/${sha256}/parts/-1`,
      `/files/${sha256}/parts/00`,
      `/files/${sha256}/parts/1/2`,
      `/files/${sha256.toUpperCase()}/parts`,
      `/files/..%2f..%2fetc%2fpasswd/parts`,
      `/files/document/../${sha256}/parts/x`,
      '/files/document/1',
      `/files/document/${randomUUID()}%00`,
      `/files/document/${randomUUID()}/x`,
    ];
    for (const path of paths) expect((await ask(path)).status, path).toBe(404);
    expect((await ask(`/files/${sha256}/parts`, rep, { method: 'DELETE' })).status).toBe(404);
  });

  test('a page of another site cannot send with a person’s cookie', async () => {
    const answer = await app.fetch(`/files/${'b'.repeat(64)}/complete`, {
      method: 'POST',
      headers: { cookie: rep, origin: 'https://evil.example' },
    });
    expect(answer.status).toBe(403);
  });
});

describe('showing a file', () => {
  test('a photograph is shown as what it is, sandboxed, to the people of the card and to the desk', async () => {
    const bytes = jpeg(PART + 5, 13);
    const { documentId, completed } = await send(bytes, 'image/jpeg', 'szerződés "v2".html');
    expect(completed.status).toBe(200);
    for (const who of ['rep1', 'accountant1', 'auditor']) {
      const shown = await ask(`/files/document/${documentId}`, cookies[who]);
      expect(shown.status).toBe(200);
      expect(new Uint8Array(await shown.arrayBuffer())).toEqual(bytes);
      expect(Object.fromEntries(shown.headers)).toMatchObject({
        'content-type': 'image/jpeg',
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'",
        'cache-control': 'private, no-store',
        'content-disposition': `inline; filename="szerz_d_s _v2_.jpg"; filename*=UTF-8''szerz%C5%91d%C3%A9s%20%22v2%22.jpg`,
      });
    }
    for (const who of ['rep2', 'foreign', 'foreign desk']) {
      const hidden = await heard(await ask(`/files/document/${documentId}`, cookies[who]));
      expect(hidden).toEqual(await heard(await ask(`/files/document/${randomUUID()}`, cookies[who])));
      expect(hidden.status).toBe(404);
    }
    expect((await ask(`/files/document/${documentId}`, '')).status).toBe(401);
  });

  test('a PDF is only ever saved', async () => {
    const pdf = new TextEncoder().encode('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<</Root 1 0 R>>\n%%EOF');
    const { documentId } = await send(pdf, 'application/pdf', 'contract.pdf');
    const shown = await ask(`/files/document/${documentId}`);
    expect(shown.headers.get('content-disposition')).toMatch(/^attachment; /);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
  });

  test('a promise, and a file that has not arrived whole, show nothing', async () => {
    const bytes = jpeg(300, 17);
    const promised = await addDocument(null);
    const coming = await addDocument({ sha256: hashOf(bytes), byteLength: 300, mediaType: 'image/jpeg' });
    for (const id of [promised, coming]) expect((await ask(`/files/document/${id}`)).status).toBe(404);
  });
});
