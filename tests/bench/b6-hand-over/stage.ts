/** The company, its complete cards, and the server processes the phones talk to. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { scopeOf } from '@cession/server/sync/scope.ts';
import type { PullRequest } from '@cession/shared/sync/protocol.ts';
import { freePort } from '../../support/app-process.ts';
import { repoRoot } from '../../support/run-step.ts';
import { hungarianKft } from '../../support/sample-cards.ts';
import { hungarianTaxNumber } from '../../support/sample-numbers.ts';
import { withClient } from '../../support/test-server.ts';
import { startPinned, type Pinned } from '../kit/pinned-process.ts';
import { spineAt } from '../kit/spine-at.ts';
import { newId, newWirePhone } from '../kit/wire-phone.ts';
import type { SignedIn } from './signed-in.ts';

/** One complete card for each of these reps, ready to be handed over. */
export async function completeCards(
  url: string,
  companyId: string,
  reps: readonly SignedIn[],
): Promise<readonly { readonly rep: SignedIn; readonly cardId: string }[]> {
  const { spine, close } = spineAt(url);
  const made: { rep: SignedIn; cardId: string }[] = [];
  for (const [at, rep] of reps.entries()) {
    const phone = newWirePhone();
    const cardId = newId();
    const actor = { companyId, userId: rep.userId, roles: ['rep'] };
    const taxNumber = hungarianTaxNumber(String(9_000_000 + at), '2', '41');
    const changes = { ...hungarianKft.values, taxNumber, legalName: `Újvevő ${at} Kft.` };
    const create = phone.say('card.create', { cardId, jurisdiction: 'HU', changes });
    const answer = await spine.receivePush(actor, phone.pushRequest([create]));
    if (!answer.ok || answer.value.verdicts[0]?.state !== 'applied') throw new Error('a card could not be made');
    made.push({ rep, cardId });
  }
  await close();
  return made;
}

export type Place = Pick<PullRequest, 'epoch' | 'scope' | 'cursor'>;

/** Where the pulls of the reps' phones stand when they have everything. */
export async function placesOf(url: string, companyId: string, reps: readonly SignedIn[]): Promise<readonly Place[]> {
  const hash = async (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
  const env = { now: Date.now, mono: () => 0, rand: Math.random, uuid: randomUUID, hash };
  const { epoch, ver } = await withClient(url, async (client) => {
    const { rows } = await client.query<{ epoch: string; ver: string }>(
      'select server_epoch as epoch, ver from sync_meta, company_clock where company_id = $1',
      [companyId],
    );
    const [head] = rows;
    if (head === undefined) throw new Error('this company has no clock');
    return head;
  });
  return Promise.all(
    reps.map(async ({ userId }) => {
      const { name: scope } = await scopeOf(env, { companyId, userId, roles: ['rep'] });
      return { epoch, scope, cursor: Number(ver) };
    }),
  );
}

export interface Running {
  readonly origin: string;
  readonly process: Pinned;
  stop(): Promise<void>;
}

/** The product's own server, as `start` runs it. */
export async function startServer(url: string, secret: string, core: 0 | 1): Promise<Running> {
  const port = await freePort();
  const origin = `http://127.0.0.1:${port}`;
  const dataDir = mkdtempSync(join(tmpdir(), 'cession-data-'));
  const env = {
    ...{ HOST: '127.0.0.1', PORT: String(port), PUBLIC_URL: origin, DATA_DIR: dataDir, DATABASE_URL: url },
    ...{ AUTH_SECRET: secret, DEMO: 'off', LOG_LEVEL: 'warn' },
  };
  const script = join(repoRoot, 'server', 'src', 'app', 'main.ts');
  const running = await startPinned({ script, core, env }, async () => isHealthy(origin));
  const stop = async (): Promise<void> => {
    await running.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
  return { origin, process: running, stop };
}

async function isHealthy(origin: string): Promise<boolean> {
  try {
    return (await fetch(`${origin}/healthz`, { signal: AbortSignal.timeout(2000) })).ok;
  } catch {
    return false; // not listening yet
  }
}
