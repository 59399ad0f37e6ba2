import { createHash, randomUUID } from 'node:crypto';
import { makeDevice } from '@cession/server/notice/cli/made-device.ts';
import { playCeremony, type PlayedDevice } from '@cession/server/notice/cli/play-ceremony.ts';
import { serverCrypto } from '@cession/server/notice/evidence-crypto.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { payeeOf } from '@cession/shared/notice/compose-notice.ts';
import type { ServerKey } from '@cession/shared/notice/device-procedures.ts';
import type { Beacon } from '@cession/shared/notice/evidence.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { EvidenceView, PaperLookup } from '@cession/shared/notice/notice-procedures.ts';
import type { CeremonyId, NoticeId } from '@cession/shared/notice/notice.ts';
import { signText, verifyReceipt } from '@cession/shared/notice/signed-text.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';

let app: ComposedApp;
let rep: string;
let coordinator: string;
let accountant: string;
let stranger: string;
let me: Profile;
let device: PlayedDevice;
let enrolled: { serverKey: ServerKey; beacon: Beacon };

beforeAll(async () => {
  app = await startComposedApp();
  rep = await app.signIn('rep1@danube.example');
  coordinator = await app.signIn('coordinator@danube.example');
  accountant = await app.signIn('accountant1@danube.example');
  stranger = await app.signIn('rep@volga.example');
  me = await ask<Profile>(rep, 'people.me', {});
  device = await makeDevice();
  enrolled = await enrol();
});
afterAll(() => app.stop());

async function ask<T>(cookie: string, procedure: string, input: object): Promise<T> {
  const { status, body } = await app.ask(cookie, procedure, input);
  if (status !== 200) throw new Error(`${procedure} answered ${status}: ${JSON.stringify(body)}`);
  return (body as { result: { data: T } }).result.data; // what the procedure declares
}

async function enrol() {
  const { nonce, serverKey } = await ask<{ nonce: string; serverKey: ServerKey }>(rep, 'device.challenge', {});
  const body = { nonce, publicKey: device.publicKey, label: 'tablet', build: 'test' };
  const signature = await signText('enrol', body, device.sign);
  const { beacon } = await ask<{ beacon: Beacon }>(rep, 'device.enrol', { ...body, signature, replaces: null });
  return { serverKey, beacon };
}

async function perform(cookie: string, name: string, args: object) {
  const act = { id: randomUUID(), name, v: 1, args, at: msToInstant(Date.now()) };
  const verdict = await ask<{ state: string }>(cookie, 'desk.perform', act);
  expect(verdict).toMatchObject({ state: 'applied' });
}

/** Both parties and their agreement as the company has them on file. */
function partiesOf({ supplier, factors }: AgreementsView, agreement: AgreementsView['agreements'][number]) {
  const factor = factors.find(({ id }) => id === agreement.factorId);
  if (!supplier || !factor) throw new Error('the demo has no parties');
  const party = ({ legalName, numbers, seat, contactName, contactPhone, contactEmail }: typeof factor) => ({
    ...{ legalName, numbers, seat, contact: { name: contactName, phone: contactPhone, email: contactEmail } },
  });
  const { number, signedOn, recourse, registerEntry, threeParty } = agreement;
  return {
    supplier: { ...party({ ...supplier, id: factor.id }), signatories: supplier.signatories },
    factor: party(factor),
    agreement: { number, signedOn, recourse, registerEntry, threeParty },
  };
}

/** A notice on a new card, with the account in force of one of the demo's agreements. */
async function prepare(): Promise<{ data: NoticeData; dataSha256: string }> {
  const view = await ask<AgreementsView>(coordinator, 'agreements.list', {});
  const account = view.accounts.find(({ status }) => status === 'released');
  const agreement = view.agreements.find(({ id }) => id === account?.agreementId);
  if (!account || !agreement) throw new Error('the demo has no released account');
  const cardId = randomUUID();
  const sample = sampleNoticeData(agreement.jurisdiction);
  const changes = { legalName: sample.debtor.legalName };
  await perform(rep, 'card.create', { cardId, jurisdiction: agreement.jurisdiction, changes });
  const data = {
    ...sample,
    ...partiesOf(view, agreement),
    noticeId: randomUUID() as NoticeId,
    payee: payeeOf(account),
  }; // made here
  const dataSha256 = createHash('sha256').update(canonicalJson(data)).digest('hex');
  await perform(rep, 'notice.prepare', {
    ...{ noticeId: data.noticeId, cardId, agreementId: agreement.id, language: 'ru', data, dataSha256, replaces: null },
  });
  return { data, dataSha256 };
}

describe('a notice from the tablet to the public page', () => {
  test('is received, proven by the queue of work, sealed, downloaded and found by its hash', async () => {
    const { data, dataSha256 } = await prepare();
    const { raw, summary, bundle } = await playCeremony({
      ...{ ceremonyId: randomUUID() as CeremonyId, companyId: me.companyId, data, dataSha256, language: 'ru' }, // made here
      ...{ outcome: 'acknowledged', device, deviceSeq: 0, beacon: enrolled.beacon, method: 'drawn' },
      witness: { userId: me.userId, name: me.name },
      signers: [
        {
          ...{ name: 'Показательная Мария', title: 'финансовый директор', authority: 'statutory' },
          ...{ authorityReference: 'ЕГРЮЛ', identifiedBy: 'known' },
        },
      ],
      startMs: Date.now() - 100_000,
    });
    await perform(rep, 'notice.close-ceremony', { ...summary, bundle: raw });
    const { ceremonyId } = summary;
    const look = () => ask<EvidenceView | null>(coordinator, 'notice.evidence', { ceremonyId });
    await expect.poll(async () => (await look())?.ceremony.stage, { timeout: 20_000 }).toBe('sealed');
    const { ceremony } = (await look()) ?? { ceremony: null };
    expect(ceremony?.checks.filter(({ ok }) => !ok)).toEqual([]);
    if (!ceremony?.receipt || !ceremony.seal) throw new Error('sealed without a receipt');
    expect(await verifyReceipt(ceremony.receipt, enrolled.serverKey.publicKey, serverCrypto)).toBe(true);

    for (const cookie of [rep, coordinator, accountant]) {
      const paper = await app.fetch(`/files/paper/${ceremonyId}`, { headers: { cookie } });
      const bytes = new Uint8Array(await paper.arrayBuffer());
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(ceremony.seal.sha256);
    }
    expect((await app.fetch(`/files/paper/${ceremonyId}`, { headers: { cookie: stranger } })).status).toBe(404);
    expect((await app.fetch(`/files/paper/${ceremonyId}`)).status).toBe(401);
    const evidence = await app.fetch(`/files/evidence/${ceremonyId}`, { headers: { cookie: coordinator } });
    expect(await evidence.text()).toBe(raw);

    const found = (await (await app.fetch(`/api/verify/${ceremony.seal.sha256}`)).json()) as PaperLookup; // its answer
    expect(found).toMatchObject({ known: true, kind: 'sealed', stage: 'sealed', outcome: 'acknowledged' });
    const given = bundle.events.find(({ body }) => body.type === 'copy-given')?.hash ?? '';
    const copy = await app.fetch(`/api/verify/${given}/copy`);
    expect([copy.status, copy.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    expect((await app.fetch('/api/verify/roots')).status).toBe(200);
    expect(app.log.join('\n')).not.toMatch(/jobs\.(trouble|warning)/);
  });

  test('a session that is open for longer than a quarter of an hour enrols no device', async () => {
    await app.database.$client.query(`update auth_session set created_at = created_at - interval '16 minutes'`);
    const { nonce } = await ask<{ nonce: string }>(rep, 'device.challenge', {});
    const other = await makeDevice();
    const body = { nonce, publicKey: other.publicKey, label: 'tablet', build: 'test' };
    const input = { ...body, signature: await signText('enrol', body, other.sign), replaces: null };
    const answer = await app.ask(rep, 'device.enrol', input);
    expect(answer).toMatchObject({ status: 409, body: { error: { data: { code: 'device.sign-in-again' } } } });
  });
});
