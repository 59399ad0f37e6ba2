import { describe, expect, test } from 'vitest';
import { signInAs, sitAtDesk } from './support/person.ts';
import { stageForFile } from './support/stage.ts';

const stage = stageForFile();

/** The demo's notices are proven within seconds of the start. */
async function untilProven(): Promise<void> {
  const open = `select count(*)::int as n from ceremony where stage in ('received', 'verified')`;
  await expect.poll(async () => (await stage.sql<{ n: number }>(open))[0]?.n, { timeout: 60_000 }).toBe(0);
}

describe('the coordinator', () => {
  test('calls the debtor on a number on file and activates the notice', async () => {
    await untilProven();
    const { page, ...desk } = await sitAtDesk(stage);
    await signInAs({ page, ...desk }, stage, 'coordinator');
    await page.goto(`${stage.url}/desk/notices`);
    await page.getByRole('link', { name: /Fabula/ }).click();
    await page.getByRole('button', { name: /Activate — missing: the call-back/ }).waitFor();
    await page.getByText('Hungarian Civil Code (Ptk.), section 6:406').click();
    await page.getByText('a követelés az engedményezés ellenére nem száll át').waitFor();
    await page.getByRole('button', { name: 'Write down a call' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await expect.poll(() => dialog.getByText('Fill this in').count()).toBe(2);
    await dialog.getByRole('radio').first().check();
    await dialog.getByLabel('They have the notice').check();
    await dialog.getByLabel('Spoke with').fill('Kiss Edit');
    await dialog.getByRole('button', { name: 'Write it down' }).click();
    await page.getByRole('button', { name: 'Activate', exact: true }).click();
    await page.getByText('Active: Fabula').waitFor();
    const [row] = await stage.sql<{ active: boolean; result: string }>(
      `select activated_at is not null as active, call_backs -> 0 ->> 'result' as result from notice
       where data -> 'debtor' ->> 'legalName' like 'Fabula%'`,
    );
    expect(row).toEqual({ active: true, result: 'confirmed' });
  });

  test('reads what failed, and sets the evidence aside with a reason', async () => {
    await untilProven();
    const { page, ...desk } = await sitAtDesk(stage);
    await signInAs({ page, ...desk }, stage, 'coordinator');
    await page.goto(`${stage.url}/desk/notices`);
    await page.getByRole('link', { name: /Kolorowy/ }).click();
    await page.getByRole('link', { name: 'Open the evidence' }).click();
    await page.getByText('Not confirmed: The times fit each other').waitFor();
    await page.getByText('its own clock, outside of the window').waitFor();
    await page.getByRole('img', { name: /Signature of/ }).waitFor();
    await page.getByRole('button', { name: 'Set aside' }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await dialog.getByText('Say why').waitFor();
    await dialog.getByLabel('Why').fill('Clock three hours ahead; we present it again');
    await dialog.getByRole('button', { name: 'Set aside' }).click();
    await page.getByText(/Set aside by Balogh Gergely/).waitFor();
    const [row] = await stage.sql<{ status: string; stage: string }>(
      `select notice.status, ceremony.stage from notice join ceremony on ceremony.notice_id = notice.id
       where data -> 'debtor' ->> 'legalName' like 'Kolorowy%'`,
    );
    expect(row).toEqual({ status: 'prepared', stage: 'set-aside' });
  });
});

describe('an accountant', () => {
  test('files one notice after the other by keyboard, and keeps the sealed paper', async () => {
    await untilProven();
    const { page, ...desk } = await sitAtDesk(stage);
    await signInAs({ page, ...desk }, stage, 'accountant1');
    await page.goto(`${stage.url}/desk/notice-queue`);
    await page.getByRole('link', { name: /Fabula/ }).waitFor();
    await page.keyboard.press('n');
    await page.getByLabel('Where it is in the books').fill('311-04');
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name: 'Sealed notice (PDF)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^notice-[0-9a-f]{8}-.*\.pdf$/);
    const first = page.url();
    await page.getByRole('button', { name: 'File it and next' }).click();
    await expect.poll(() => page.url()).not.toBe(first);
    await page.getByText('held by you').first().waitFor();
    const rows = await stage.sql<{ note: string }>(`select note from notice_handoff where state = 'done'`);
    expect(rows).toEqual([{ note: '311-04' }]);
  });
});
