import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { renderPaper } from '@cession/shared/paper/notice-renderer-1.js';
import { noticePaper } from '@cession/shared/notice/wording/notice-paper.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { renderNotice } from './render-notice.ts';

const hex = (bytes: Uint8Array | string) => createHash('sha256').update(bytes).digest('hex');

test.each(['HU', 'RU', 'US', 'EU'] as const)(
  'a %s notice has the bytes the server makes of the same data',
  async (place) => {
    const data = sampleNoticeData(place);
    const rendered = await renderNotice(data, 'hu');
    const again = await renderPaper(noticePaper(data, 'hu', hex(canonicalJson(data)).slice(0, 8)));
    expect(rendered).toMatchObject({ ok: true, value: { sha256: hex(again), renderer: 1 } });
  },
);

test('a paper is not made twice while its letter is in hand, another language is another paper', async () => {
  const data = sampleNoticeData('HU');
  const first = renderNotice(data, 'hu');
  void renderNotice(data, 'en');
  void renderNotice(data, 'ru');
  expect(renderNotice(structuredClone(data), 'hu')).toBe(first);
  const [hu, ru] = [await renderNotice(data, 'hu'), await renderNotice(data, 'ru')];
  expect(hu).not.toEqual(ru);
});

test('letters the paper cannot show are named, and nothing is made', async () => {
  const data = sampleNoticeData('HU');
  const named = { ...data, debtor: { ...data.debtor, legalName: '北京 Kft.' } };
  expect(await renderNotice(named, 'hu')).toEqual({
    ok: false,
    error: { code: 'notice.letters', letters: ['北', '京'] },
  });
});
