import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { PAPER_LANGUAGES } from '@cession/shared/notice/paper-document.ts';
import { describe, expect, test } from 'vitest';
import hashes from '../../shared/paper/renderer/sample-hashes.json' with { type: 'json' };
import { samplePaper } from '../../shared/paper/renderer/sample-papers.ts';
import { launchBrowser, PHONE } from '../support/chromium.ts';
import { drawInPage, serveRendererPage } from '../support/renderer-page.ts';
import { repoRoot } from '../support/run-step.ts';

const run = promisify(execFile);

describe('the paper the debtor saw on the phone', () => {
  test.each([
    { TZ: 'UTC', LC_ALL: 'C' },
    { TZ: 'Europe/Budapest', LC_ALL: 'hu_HU.UTF-8' },
    { TZ: 'Asia/Vladivostok', LC_ALL: 'ru_RU.UTF-8' },
    { TZ: 'America/New_York', LC_ALL: 'en_US.UTF-8' },
  ])('is drawn again byte for byte on a server in $TZ', async (place) => {
    expect(await hashesOnServer(place)).toEqual(hashes[1]);
  });

  test('has the same bytes in a real browser', async () => {
    const host = await serveRendererPage();
    const browser = await launchBrowser();
    const context = await browser.newContext({ ...PHONE, locale: 'ru-RU', timezoneId: 'Asia/Vladivostok' });
    const page = await context.newPage();
    await page.goto(host.url);
    for (const language of PAPER_LANGUAGES) {
      expect((await drawInPage(page, samplePaper(language))).sha256, language).toBe(hashes[1][language]);
    }
    await browser.close();
    host.stop();
  });
});

async function hashesOnServer(place: Record<string, string>): Promise<unknown> {
  const script = `
    import { createHash } from 'node:crypto';
    import { renderPaper } from './shared/paper/notice-renderer-1.js';
    import { samplePaper } from './shared/paper/renderer/sample-papers.ts';
    const hashes = {};
    for (const language of ['en', 'hu', 'ru'])
      hashes[language] = createHash('sha256').update(await renderPaper(samplePaper(language))).digest('hex');
    console.log(JSON.stringify(hashes));`;
  const env = { ...process.env, ...place };
  const { stdout } = await run(process.execPath, ['--input-type=module', '-e', script], { cwd: repoRoot, env });
  return JSON.parse(stdout);
}
