import { createHash } from 'node:crypto';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { Notice } from '@cession/shared/notice/notice.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import type { Page } from 'playwright-core';

interface Wanted {
  /** Part of the name of a card on this phone; its people are suggested as signers. */
  readonly card: string;
  readonly jurisdiction: Jurisdiction;
  readonly language: PaperLanguage;
  readonly refusals?: number;
}

/** Lays a prepared notice on the phone as if it had come with the last sync; answers its id. The page is loaded anew. */
export async function layNotice(page: Page, wanted: Wanted): Promise<string> {
  const sample = sampleNoticeData(wanted.jurisdiction);
  const noticeId = crypto.randomUUID();
  const data = { ...sample, noticeId, verifyAddress: new URL('/verify', page.url()).href };
  const { cardId, userId } = await page.evaluate(findCard, wanted.card);
  const dataSha256 = createHash('sha256').update(canonicalJson(data)).digest('hex');
  const row = Notice.parse({
    ...{ id: noticeId, cardId, agreementId: crypto.randomUUID(), accountId: data.payee?.accountId ?? null },
    ...{ ownerId: userId, audienceIds: [userId], number: data.number, language: wanted.language, data, dataSha256 },
    ...{ numbersOnFile: ['+36 1 555 0101'], status: 'prepared', outcome: null, ceremonyId: null, attempts: 0 },
    ...{ refusals: wanted.refusals ?? 0, facts: {}, callBacks: [], activatedBy: null, activatedAt: null },
    ...{ replacedBy: null, preparedBy: userId, preparedAt: data.preparedAt },
  });
  await page.evaluate(putRow, { table: 'notices', id: noticeId, row });
  await page.reload();
  return noticeId;
}

async function findCard(name: string): Promise<{ cardId: string; userId: string }> {
  const found = (await indexedDB.databases()).find((each) => each.name?.startsWith('cession:') === true);
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(found?.name ?? '');
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
  });
  const all = await new Promise<{ body: { table: string; row: { id: string; values: { legalName?: string } } } }[]>(
    (resolve) => {
      const request = database.transaction('view').objectStore('view').getAll();
      request.addEventListener('success', () => resolve(request.result));
    },
  );
  database.close();
  const cards = all.filter(({ body }) => body.table === 'cards').map(({ body }) => body.row);
  const card = cards.find(({ values }) => values.legalName?.includes(name) === true);
  if (card === undefined) throw new Error(`no card ${name} among ${cards.length}`);
  return { cardId: card.id, userId: found?.name?.split(':')[2] ?? '' };
}

async function putRow({ table, id, row }: { table: string; id: string; row: unknown }): Promise<void> {
  const found = (await indexedDB.databases()).find((each) => each.name?.startsWith('cession:') === true);
  const key = `${table}:${id}`;
  await new Promise<void>((resolve, reject) => {
    const request = indexedDB.open(found?.name ?? '');
    request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
    request.addEventListener('success', () => {
      const work = request.result.transaction(['view', 'confirmed'], 'readwrite', { durability: 'strict' });
      work.objectStore('view').put({ key, body: { key, table, id, row } });
      work.objectStore('confirmed').put({ key, body: { key, table, id, ver: 1, meta: {}, row } });
      work.addEventListener('complete', () => {
        request.result.close();
        resolve();
      });
    });
  });
}

/** What the evidence on this device says happened, in order. */
export async function eventTypes(page: Page): Promise<string[]> {
  return page.evaluate(async () => {
    const found = (await indexedDB.databases()).find((each) => each.name?.startsWith('cession:') === true);
    return new Promise<string[]>((resolve, reject) => {
      const request = indexedDB.open(found?.name ?? '');
      request.addEventListener('error', () => reject(request.error ?? new Error('no database')));
      request.addEventListener('success', () => {
        const events = IDBKeyRange.bound('event:', 'event;');
        const all = request.result.transaction('evidence').objectStore('evidence').getAll(events);
        all.addEventListener('success', () => {
          request.result.close();
          const kept: { body: { body: { type: string } } }[] = all.result;
          resolve(kept.map((each) => each.body.body.type));
        });
      });
    });
  });
}
