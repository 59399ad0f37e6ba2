import { listNotices } from '@cession/server/notice/list-notices.ts';
import { serveNoticeFiles } from '@cession/server/notice/serve-files.ts';
import { serveVerify } from '@cession/server/notice/serve-verify.ts';
import { showEvidence } from '@cession/server/notice/show-evidence.ts';
import type { PaperLookup } from '@cession/shared/notice/notice-procedures.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { verifySealedPdf } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openNoticeWorld, sha256, SIGNER, type NoticeCompany, type NoticeWorld } from './notice-world.ts';

const refuse = (status: number, code: string) => Response.json({ code }, { status });

let world: NoticeWorld;
let company: NoticeCompany;
let stranger: NoticeCompany;
let sealed: Awaited<ReturnType<typeof presented>>;
let verify: (request: Request) => Promise<Response>;

beforeAll(async () => {
  world = await openNoticeWorld();
  company = await world.openCompany();
  stranger = await world.openCompany();
  sealed = await presented();
  verify = verifier();
});
afterAll(() => world.stop());

async function presented() {
  const device = await company.enrol('anna');
  const notice = await company.prepare('anna');
  const played = await company.play('anna', notice, device);
  world.wait(60);
  await company.send('anna', played);
  const early = await (await verifier()(get(`/api/verify/${played.summary.head}`))).json();
  await company.workOff();
  const ceremony = await company.ceremony(played.summary.ceremonyId);
  const hashOf = (type: string) => played.bundle.events.find(({ body }) => body.type === type)?.hash ?? '';
  return { device, notice, played, ceremony, hashOf, early };
}

function verifier() {
  return serveVerify({
    database: world.database,
    roots: { seal: world.seal.roots, stamp: [] },
    now: () => Date.parse(world.now()),
    addressOf: (headers) => headers.get('x-from') ?? '',
    refuse,
  });
}

const get = (path: string, headers: Record<string, string> = {}) => new Request(`http://here${path}`, { headers });
const lookUp = async (hash: string) => (await (await verify(get(`/api/verify/${hash}`))).json()) as PaperLookup; // its answer

describe('the public page', () => {
  test('knows every hash somebody may hold, and says how far it is proven', async () => {
    const { ceremony, hashOf, early, notice } = sealed;
    const seal = ceremony.seal ?? { sha256: '' };
    expect(early).toMatchObject({ known: true, kind: 'event', stage: 'received', sealedAt: null });
    for (const [hash, kind] of [
      [ceremony.head, 'event'],
      [hashOf('copy-given'), 'event'],
      [ceremony.pdfSha256, 'presented'],
      [seal.sha256, 'sealed'],
    ] as const)
      expect(await lookUp(hash)).toMatchObject({
        ...{ known: true, kind, stage: 'sealed', outcome: 'acknowledged', jurisdiction: 'HU', level: 'B-B' },
        ...{ code: notice.dataSha256.slice(0, 8), signedOn: '2026-11-24', superseded: false },
      });
    expect(await lookUp(sha256('something else'))).toEqual({ known: false });
  });

  test('says nothing of persons, parties or amounts', async () => {
    const { data } = sealed.notice;
    const text = JSON.stringify(await lookUp(sealed.ceremony.head));
    const secrets = [data.debtor.legalName, data.factor.legalName, data.supplier.legalName, SIGNER.name, 'anna'];
    for (const secret of [...secrets, data.number, company.companyId, sealed.ceremony.id, sealed.notice.id])
      expect(text).not.toContain(secret);
    expect(Object.keys(JSON.parse(text) as object).toSorted()).toEqual(
      [
        ...['known', 'kind', 'stage', 'outcome', 'code', 'jurisdiction', 'signedOn', 'receivedAt', 'sealedAt'],
        ...['stampedAt', 'level', 'newerCopy', 'superseded', 'copy'],
      ].toSorted(),
    );
  });

  test('gives the copy to whoever holds a hash from the tablet after the copy was given, and to nobody else', async () => {
    const { ceremony, hashOf } = sealed;
    const copyOf = (hash: string) => verify(get(`/api/verify/${hash}/copy`));
    const answer = await copyOf(hashOf('copy-given'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = new Uint8Array(await answer.arrayBuffer());
    expect(sha256(bytes)).toBe(ceremony.seal?.sha256);
    const at = new Date(world.now());
    expect(await verifySealedPdf(bytes, { roots: world.seal.roots, at })).toMatchObject({ ok: true });
    expect((await copyOf(ceremony.head)).status).toBe(200);
    for (const hash of [hashOf('prepared'), hashOf('signed'), ceremony.pdfSha256, ceremony.seal?.sha256 ?? ''])
      expect((await copyOf(hash)).status).toBe(404);
  });

  test('finds the twelve digits a debtor wrote down from the tablet, and hands out no paper for them', async () => {
    const { ceremony, hashOf } = sealed;
    const written = hashOf('copy-given').slice(0, 12);
    expect(await lookUp(written)).toMatchObject({ known: true, kind: 'event', stage: 'sealed', copy: false });
    expect((await verify(get(`/api/verify/${written}/copy`))).status).toBe(404);
    for (const hash of [hashOf('prepared'), ceremony.pdfSha256, 'f'.repeat(64)])
      expect(await lookUp(hash.slice(0, 12))).toEqual({ known: false });
  });

  test('names the roots seals are judged by', async () => {
    const answer = await verify(get('/api/verify/roots'));
    const [root] = world.seal.roots;
    expect(await answer.json()).toEqual({ seal: [Buffer.from(root ?? []).toString('base64')], stamp: [] });
  });

  test('takes only whole hashes or twelve digits of one, and only questions', async () => {
    expect((await verify(get('/api/verify/abc'))).status).toBe(404);
    expect((await verify(get(`/api/verify/${'A'.repeat(64)}`))).status).toBe(404);
    const post = new Request('http://here/api/verify/roots', { method: 'POST' });
    expect((await verify(post)).status).toBe(405);
  });

  test('slows down one address that tries many hashes, and nobody beside it', async () => {
    const own = verifier();
    const ask = async (from: string) => (await own(get(`/api/verify/${sha256('x')}`, { 'x-from': from }))).status;
    const answers = [];
    for (let time = 0; time < 31; time += 1) answers.push(await ask('machine'));
    expect(answers.filter((status) => status === 429)).toHaveLength(1);
    expect(await ask('person')).toBe(200);
    world.wait(1);
    expect(await ask('machine')).toBe(200);
  });

  test('cannot be made to know a hash that no event has', async () => {
    const device = await company.enrol('anna');
    const { raw, summary } = await company.play('anna', await company.prepare('anna'), device);
    const forged = raw.replaceAll(summary.head, sha256('wished for'));
    await company.send('anna', { raw: forged, summary: { ...summary, head: sha256('wished for') } });
    expect(await lookUp(sha256('wished for'))).toEqual({ known: false });
  });
});

describe('files', () => {
  const fetchAs = (actor: Actor, path: string) =>
    serveNoticeFiles({ database: world.database, whoAsks: async () => actor, refuse })(get(path));

  test('are downloads for the desk and for whoever works on the card', async () => {
    const { ceremony, played } = sealed;
    for (const name of ['anna', 'cili', 'dora'] as const) {
      const paper = await fetchAs(company.who(name), `/files/paper/${ceremony.id}`);
      expect([paper.status, paper.headers.get('content-type')]).toEqual([200, 'application/pdf']);
      expect(sha256(new Uint8Array(await paper.arrayBuffer()))).toBe(ceremony.seal?.sha256);
      const evidence = await fetchAs(company.who(name), `/files/evidence/${ceremony.id}`);
      expect(await evidence.text()).toBe(played.raw);
      expect(evidence.headers.get('content-disposition')).toContain('attachment');
    }
  });

  test('are not there for others', async () => {
    const { id } = sealed.ceremony;
    for (const actor of [company.who('bela'), company.who('admin'), stranger.who('cili'), stranger.who('anna')])
      for (const kind of ['paper', 'evidence']) expect((await fetchAs(actor, `/files/${kind}/${id}`)).status).toBe(404);
    expect((await fetchAs(company.who('cili'), '/files/paper/not-an-id')).status).toBe(404);
  });
});

describe('the board', () => {
  test('shows every notice with its ceremony and what is missing, to its own company only', async () => {
    const rows = await listNotices(world.database, company.who('cili'), { show: 'all' });
    expect(rows.find(({ noticeId }) => noticeId === sealed.notice.id)).toMatchObject({
      ...{ debtorName: sealed.notice.data.debtor.legalName, ownerName: 'anna', status: 'proven' },
      ...{ outcome: 'acknowledged', needsRenewal: false, toReview: 0 },
      ceremony: { stage: 'sealed', level: 'B-B', failedCheck: null },
      missing: ['supplier-signature', 'limit', 'call-back'],
    });
    expect(await listNotices(world.database, stranger.who('cili'), { show: 'all' })).toEqual([]);
  });

  test('leads to the evidence: strokes, hashes, times and checks', async () => {
    const { ceremony, played } = sealed;
    const view = await showEvidence(world.database, company.who('cili'), { ceremonyId: ceremony.id });
    expect(view).toMatchObject({
      bundle: played.bundle,
      checks: ceremony.checks,
      times: { deviceSaid: played.summary.closedAt, notAfter: ceremony.receivedAt, stampedAt: null },
      device: { deviceKey: sealed.device.id, userName: 'anna', revokedAt: null },
      sentByName: 'anna',
      others: [],
    });
    expect(view?.times.notBefore).not.toBeNull();
    expect(await showEvidence(world.database, company.who('bela'), { ceremonyId: ceremony.id })).toBeNull();
    expect(await showEvidence(world.database, stranger.who('cili'), { ceremonyId: ceremony.id })).toBeNull();
  });
});
