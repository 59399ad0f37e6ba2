/** A server with keys, queue and seal of its own, and the people of a company who present notices. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { authorise } from '@cession/server/app/authorise.ts';
import { openDatabase } from '@cession/server/db/client.ts';
import { inCompany, type CompanyTransaction } from '@cession/server/db/company-transaction.ts';
import type { Jobs, JobSubject } from '@cession/server/db/jobs.ts';
import { effects } from '@cession/server/effects.ts';
import { makeDevice } from '@cession/server/notice/cli/made-device.ts';
import { playCeremony, type Play, type Played, type PlayedDevice } from '@cession/server/notice/cli/play-ceremony.ts';
import { challengeDevice } from '@cession/server/notice/devices.ts';
import { enrolDevice } from '@cession/server/notice/enrol-device.ts';
import { noticeEffects } from '@cession/server/notice/notice-effects.ts';
import { PROVE_CEREMONY, STAMP_PAPER } from '@cession/server/notice/notice-jobs.ts';
import type { NoticeWork } from '@cession/server/notice/notice-work.ts';
import { readCeremony } from '@cession/server/notice/read-ceremony.ts';
import { ensureSealKey } from '@cession/server/notice/seal/seal-key.ts';
import { sealCeremony } from '@cession/server/notice/seal-ceremony.ts';
import { readOrMakeServerKey } from '@cession/server/notice/server-key.ts';
import { stampPaper } from '@cession/server/notice/stamp-paper.ts';
import { verifyCeremony } from '@cession/server/notice/verify-ceremony.ts';
import type { Env } from '@cession/server/sync/env.ts';
import { createPgStore } from '@cession/server/sync/pg-store.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import { tables } from '@cession/server/tables.ts';
import { cards, type Card } from '@cession/shared/card/card.ts';
import { canonicalJson } from '@cession/shared/kernel/canonical-json.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import { notices, type CeremonyId, type Notice, type NoticeId } from '@cession/shared/notice/notice.ts';
import { signText } from '@cession/shared/notice/signed-text.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import type { Actor, CompanyId, Role, UserId } from '@cession/shared/people/actor.ts';
import { people } from '@cession/shared/people/actor.ts';
import { companies } from '@cession/shared/people/company.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Ref } from '@cession/shared/sync/table.ts';
import { createTestDatabase } from '../support/postgres.ts';
import { agreementRows, cardOf, idFrom, payeeOf } from './notice-company-rows.ts';

const NOON = Date.parse('2026-11-24T12:00:00.000Z');
const MINUTE_MS = 60_000;

export interface Logged {
  readonly event: string;
  readonly fields: Readonly<Record<string, unknown>> | undefined;
}

export async function openNoticeWorld() {
  const { url, drop } = await createTestDatabase();
  const database = openDatabase(url, 10, { warn: () => undefined });
  const dataDir = mkdtempSync(`${tmpdir()}/cession-notices-`);
  let nowMs = NOON;
  const { log, logged } = logBook();
  const env: Env = { ...realEnv, now: () => nowMs };
  const signer = await readOrMakeServerKey({ dataDir });
  const seal = await ensureSealKey(dataDir, {}, new Date(nowMs));
  const asked: { readonly kind: string; readonly subject: JobSubject }[] = [];
  // Stands in for the queue; the real one has tests of its own, and one story with everything.
  const jobs: Pick<Jobs, 'enqueue'> = {
    enqueue: async (_tx, { name: kind }, subject) => void asked.push({ kind, subject }),
  };
  const spine = createServerSpine(
    { mutators, tables, effects: { ...effects, ...noticeEffects({ signer, jobs }) }, authorise, env, log },
    { store: createPgStore(database, tables), timer: { after: () => ({ cancel: () => undefined }) } },
  );
  const handedOff: string[] = [];
  const work: NoticeWork = {
    ...{ database, env, log, spine, jobs, signer, seal },
    stamping: null,
    enqueueNoticeHandoff: async (_work, { ceremony }) => {
      handedOff.push(ceremony.id);
      return [];
    },
  };
  const stop = async () => {
    await spine.stop();
    await database.$client.end();
    await drop();
  };
  const world = { database, spine, env, work, signer, seal, logged, asked, handedOff, stop, dataDir, url };
  return {
    ...world,
    wait: (minutes: number) => void (nowMs += minutes * MINUTE_MS),
    now: () => msToInstant(nowMs),
    openCompany: () => openCompany({ ...world, nowMs: () => nowMs }),
  };
}
export type NoticeWorld = Awaited<ReturnType<typeof openNoticeWorld>>;

function logBook() {
  const logged: Logged[] = [];
  const note = (event: string, fields?: Logged['fields']) => void logged.push({ event, fields });
  return { logged, log: { info: note, warn: note, error: note } };
}

const realEnv: Env = {
  now: () => Date.now(),
  mono: () => performance.now(),
  rand: () => Math.random(),
  uuid: () => randomUUID(),
  hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

interface Base extends Pick<NoticeWork, 'database' | 'signer'> {
  readonly spine: ServerSpine;
  readonly env: Env;
  readonly work: NoticeWork;
  readonly asked: { readonly kind: string; readonly subject: JobSubject }[];
  nowMs(): number;
}

const STAFF = {
  anna: ['rep'],
  bela: ['rep'],
  cili: ['coordinator'],
  dora: ['accountant'],
  emil: ['accountant'],
  admin: ['admin'],
} as const satisfies Record<string, readonly Role[]>;
type Name = keyof typeof STAFF;

async function openCompany(base: Base) {
  const companyId = randomUUID() as CompanyId; // made here
  const ids = new Map(Object.keys(STAFF).map((name) => [name, randomUUID() as UserId])); // made here
  const who = (name: Name): Actor & { readonly userId: UserId } => {
    const userId = ids.get(name);
    if (userId === undefined) throw new Error(`nobody is called ${name}`);
    return { userId, companyId, roles: STAFF[name] };
  };
  await base.spine.writeRows(companyId, [
    companies.put({ id: companyId, name: 'Minta', country: 'HU', demo: false }),
    ...Object.keys(STAFF).map((name) => {
      const { userId: id, roles } = who(name as Name); // a key of the literal above
      return people.put({ id, name, roles: [...roles] as Role[], active: true }); // of the literal above
    }),
    ...agreementRows(companyId, who('cili').userId, msToInstant(base.nowMs())),
  ]);
  const perform = async (name: Name, mutation: string, args: object): Promise<Verdict> => {
    const act = { id: randomUUID(), name: mutation, v: 1, args, at: msToInstant(base.nowMs()) };
    const answer = await base.spine.perform(who(name), act);
    if (!answer.ok) throw new Error(answer.error.message);
    return answer.value;
  };
  const ask = <T>(question: (tx: CompanyTransaction) => Promise<T>) =>
    inCompany(base.database, companyId, { accessMode: 'read only' }, question);
  const rows = {
    ceremony: async (id: string): Promise<Ceremony> => must(await load(base, companyId, ceremonies.ref(id))),
    notice: async (id: string): Promise<Notice> => must(await load(base, companyId, notices.ref(id))),
    file: (id: string) => ask((tx) => readCeremony(tx, companyId, id)),
  };
  return { companyId, who, perform, ask, ...rows, ...deeds({ ...base, companyId, who, perform }) };
}
export type NoticeCompany = Awaited<ReturnType<typeof openCompany>>;

type Perform = (name: Name, mutation: string, args: object) => Promise<Verdict>;

interface Staffed extends Base {
  readonly companyId: CompanyId;
  who(name: Name): Actor & { readonly userId: UserId };
  readonly perform: Perform;
}

function deeds(given: Staffed) {
  let deviceSeq = 0;
  return {
    enrol: (name: Name): Promise<PlayedDevice> => enrolTablet(given, name),
    prepare: (name: Name, says?: (data: NoticeData) => NoticeData): Promise<Notice> => prepareNotice(given, name, says),
    /** What this person's tablet recorded; nothing is sent. */
    play: (name: Name, notice: Notice, device: PlayedDevice, how: Partial<Play> = {}): Promise<Played> =>
      playFor(given, name, notice, { device, deviceSeq: deviceSeq++, ...how }),
    send: (name: Name, { raw, summary }: Pick<Played, 'raw' | 'summary'>): Promise<Verdict> =>
      given.perform(name, 'notice.close-ceremony', { ...summary, bundle: raw }),
    /** What the queue would do now, in order; what that asks for waits for the next time. */
    workOff: async (work: NoticeWork = given.work): Promise<void> => {
      for (const { kind, subject } of given.asked.splice(0)) {
        if (kind === PROVE_CEREMONY.name) {
          await verifyCeremony(work, subject);
          await sealCeremony(work, subject);
        }
        if (kind === STAMP_PAPER.name) await stampPaper(work, subject);
      }
    },
  };
}

/** A tablet of this person, enrolled. */
async function enrolTablet(given: Staffed, name: Name): Promise<PlayedDevice> {
  const made = await makeDevice();
  const { nonce } = await challengeDevice(given, given.who(name));
  const body = { nonce, publicKey: made.publicKey, label: `${name}'s tablet`, build: 'test' };
  const input = { ...body, signature: await signText('enrol', body, made.sign), replaces: null };
  const enrolled = await enrolDevice(given, given.who(name), input, msToInstant(given.nowMs()));
  if (!enrolled.ok) throw new Error(enrolled.error);
  return made;
}

/** A prepared notice on a card of its own. */
async function prepareNotice(
  given: Staffed,
  name: Name,
  says: (data: NoticeData) => NoticeData = (data) => data,
): Promise<Notice> {
  const { companyId, spine, who, perform } = given;
  const cardId = randomUUID() as Card['id']; // made here
  await spine.writeRows(companyId, [cards.put(cardOf(cardId, who(name).userId, msToInstant(given.nowMs())))]);
  const noticeId = randomUUID() as NoticeId; // made here
  const data = says({ ...sampleNoticeData('HU'), noticeId, payee: payeeOf(companyId) });
  const dataSha256 = sha256(canonicalJson(data));
  const agreementId = idFrom(companyId, 'a');
  const args = { noticeId, cardId, agreementId, language: 'hu', data, dataSha256, replaces: null };
  const verdict = await perform(name, 'notice.prepare', args);
  if (verdict.state !== 'applied') throw new Error(JSON.stringify(verdict));
  return must(await load(given, companyId, notices.ref(noticeId)));
}

type Told = Partial<Play> & Pick<Play, 'device' | 'deviceSeq'>;

async function playFor(given: Staffed, name: Name, notice: Notice, told: Told): Promise<Played> {
  return playCeremony({
    ceremonyId: randomUUID() as CeremonyId, // made here
    ...{ companyId: given.companyId, data: notice.data, dataSha256: notice.dataSha256, language: notice.language },
    outcome: 'acknowledged',
    beacon: await given.signer.beacon(msToInstant(given.nowMs()), 'nonce'),
    witness: { userId: given.who(name).userId, name },
    signers: [SIGNER],
    method: 'drawn',
    startMs: given.nowMs() + 1000,
    ...told,
  });
}

export const SIGNER = {
  name: 'Kovács Ilona',
  title: 'pénzügyi vezető',
  authority: 'statutory',
  authorityReference: 'cégjegyzék',
  identifiedBy: 'known',
} as const;

async function load<Row>(base: Base, companyId: string, ref: Ref<Row>): Promise<Row | null> {
  let found: Row | null = null;
  await base.spine.changeRows(companyId, async (context) => {
    found = await context.load(ref);
    return [];
  });
  return found;
}

export function must<T>(value: T | null): T {
  if (value === null) throw new Error('there is nothing');
  return value;
}

export function sha256(text: string | Uint8Array): string {
  return createHash('sha256').update(text).digest('hex');
}
