import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { EvidenceBundle, type EvidenceEvent, type EvidenceType } from '@cession/shared/notice/evidence.ts';
import type { NoticeFact } from '@cession/shared/notice/notice.ts';
import type { Page } from 'playwright-core';
import { expect, onTestFinished } from 'vitest';
import { repoRoot } from '../../support/run-step.ts';
import { sayIn } from './catalog.ts';
import { signInAs, sitAtDesk, type Person } from './person.ts';
import type { Stage } from './stage.ts';

/** What became of a ceremony: asked of the database, the file itself, and people who know nothing of us. */

const say = sayIn('en');

export interface Proven {
  readonly ceremonyId: string;
  readonly outcome: string;
  readonly noticeStatus: string;
  /** The facts that stand, by name. */
  readonly facts: readonly NoticeFact[];
  readonly events: readonly EvidenceEvent[];
  /** Hash of the event that says a copy was given: what the code on the glass leads to. */
  readonly copyHead: string;
  readonly pdfSha256: string;
}

/** From here on the database writes down every stage a ceremony passes, however short. */
export async function watchStages(stage: Stage): Promise<void> {
  await stage.sql('create table passed (n serial, ceremony_id uuid, stage text)');
  await stage.sql(`create function note_stage() returns trigger language plpgsql security definer as
    $$ begin insert into passed (ceremony_id, stage) values (new.id, new.stage); return new; end $$`);
  await stage.sql('create trigger on_arrival after insert on ceremony for each row execute function note_stage()');
  await stage.sql(`create trigger on_change after update on ceremony for each row
    when (old.stage is distinct from new.stage) execute function note_stage()`);
}

export async function stageOf(stage: Stage, noticeId: string): Promise<string | undefined> {
  const rows = await stage.sql<{ stage: string }>('select stage from ceremony where notice_id = $1', [noticeId]);
  expect(rows.length, 'one ceremony').toBeLessThanOrEqual(1);
  return rows[0]?.stage;
}

/** Waits for the seal and answers what the rows then say. */
export async function untilSealed(stage: Stage, noticeId: string): Promise<Proven> {
  await expect.poll(() => stageOf(stage, noticeId), { timeout: 30_000 }).toBe('sealed');
  const [row] = await stage.sql<{
    id: string;
    outcome: string;
    status: string;
    facts: Partial<Record<NoticeFact, unknown>>;
    raw: string;
    failed: number;
    pdf: string;
    papers: number;
  }>(
    `select ceremony.id, ceremony.outcome, notice.status, notice.facts, ceremony_bundle.raw, ceremony.pdf_sha256 as pdf,
            (select count(*)::int from jsonb_array_elements(ceremony.checks::jsonb) as one where (one->>'ok')::boolean is not true) as failed,
            (select count(*)::int from sealed_paper where ceremony_id = ceremony.id) as papers
       from ceremony join notice on notice.id = ceremony.notice_id
       join ceremony_bundle on ceremony_bundle.ceremony_id = ceremony.id
      where notice.id = $1`,
    [noticeId],
  );
  if (row === undefined) throw new Error('what is sealed has a row');
  const passed = await stage.sql<{ stage: string }>('select stage from passed where ceremony_id = $1 order by n', [
    row.id,
  ]);
  expect(passed.map((each) => each.stage)).toEqual(['received', 'verified', 'sealed']);
  expect({ failed: row.failed, papers: row.papers }).toEqual({ failed: 0, papers: 1 });
  const { events } = EvidenceBundle.parse(JSON.parse(row.raw));
  const copy = events.find(({ body }) => body.type === 'copy-given');
  return {
    ...{ ceremonyId: row.id, outcome: row.outcome, noticeStatus: row.status, pdfSha256: row.pdf },
    // what was never set is absent or null
    facts: (Object.entries(row.facts) as [NoticeFact, unknown][])
      .flatMap(([fact, at]) => (at ? [fact] : []))
      .toSorted(),
    events: events.map(({ body }) => body),
    copyHead: copy?.hash ?? '',
  };
}

/** Their order without how long each section was read. */
export function storyOf({ events }: Proven): string {
  const types: EvidenceType[] = events.map(({ type }) => type);
  return types.filter((type) => type !== 'section-read').join(' ');
}

/** The coordinator fetches the sealed paper from the evidence on the desk. */
export async function fetchSealed(stage: Stage, { ceremonyId }: Proven): Promise<Buffer> {
  const desk = await sitAtDesk(stage);
  await signInAs(desk, stage, 'coordinator');
  await desk.page.goto(`${stage.url}/desk/evidence/${ceremonyId}`);
  const [file] = await Promise.all([
    desk.page.waitForEvent('download'),
    desk.page.getByRole('link', { name: say('evidence.download.paper') }).click(),
  ]);
  return readFileSync(await file.path());
}

/** The rep fetches it in their own session, as whoever works on the card may. */
export async function ownCopy({ page }: Person, { ceremonyId }: Proven): Promise<Buffer> {
  const answer = await page.request.get(new URL(`/files/paper/${ceremonyId}`, page.url()).href);
  expect(answer.status()).toBe(200);
  return answer.body();
}

/** Our own command and, where this machine has one, poppler's reader: both find it whole and valid. */
export function expectGenuine(stage: Stage, file: Uint8Array): void {
  expect(verifyByCommand(stage, file)).toEqual({ code: 0, ok: true, failed: [] });
  const path = join(stage.dataDir, 'to-read.pdf');
  writeFileSync(path, file);
  const { error, stdout } = spawnSync('pdfsig', ['-nocert', path], { encoding: 'utf8' });
  const said = error === undefined ? stdout : 'Signature is Valid. Total document signed';
  expect(said).toContain('Signature is Valid');
  expect(said).toContain('Total document signed');
}

export interface Verdict {
  readonly code: number | null;
  readonly ok: boolean;
  readonly failed: readonly string[];
}

/** What `verify` says of a file, as a process of its own with nothing but the roots. */
export function verifyByCommand(stage: Stage, file: Uint8Array): Verdict {
  const path = join(stage.dataDir, 'to-verify.pdf');
  writeFileSync(path, file);
  const command = join(repoRoot, 'server', 'src', 'notice', 'cli', 'verify.ts');
  const env = { PATH: process.env['PATH'] ?? '', INIT_CWD: stage.dataDir, DATA_DIR: stage.dataDir };
  const { status, stdout } = spawnSync(process.execPath, [command, path], { encoding: 'utf8', env });
  const said: { ok: boolean; checks: { check: string; ok: boolean }[] } = JSON.parse(stdout);
  return { code: status, ok: said.ok, failed: said.checks.filter(({ ok }) => !ok).map(({ check }) => check) };
}

/** Scans the code on the glass with a phone that has never been here: the register knows it, and its copy is green. */
export async function scanCode(stage: Stage, { copyHead, outcome }: Proven): Promise<Page> {
  const browser = await stage.browser();
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, locale: 'en-GB' });
  onTestFinished(() => context.close());
  context.setDefaultTimeout(15_000);
  const page = await context.newPage();
  await page.goto(`${stage.url}/verify#${copyHead}`);
  await page.getByText(say(`verify.outcome.${outcome}`)).waitFor();
  await page.getByRole('button', { name: say('verify.qr.copy') }).click();
  await expectVerdict(page, 'green');
  return page;
}

/** The verdict on a file in the page's own words, with its colour. */
export async function expectVerdict(page: Page, colour: 'green' | 'red'): Promise<void> {
  await page
    .locator('h2#verdict')
    .filter({ hasText: say(`verify.${colour}.title`) })
    .waitFor();
  const tone = page.locator('section[aria-labelledby=verdict] [data-tone]');
  expect(await tone.getAttribute('data-tone')).toBe(colour === 'green' ? 'proven' : 'wrong');
}

export async function checkThere(page: Page, bytes: Buffer): Promise<void> {
  await page.locator('#file').setInputFiles({ name: 'notice.pdf', mimeType: 'application/pdf', buffer: bytes });
}

/** One bit of one byte, in the middle of the file. */
export function withOneFlippedBit(file: Buffer): Buffer {
  const changed = Buffer.from(file);
  const at = Math.floor(changed.length / 2);
  changed[at] = (changed[at] ?? 0) ^ 1;
  return changed;
}
