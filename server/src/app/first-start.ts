import { createInterface } from 'node:readline/promises';
import type { Role } from '@cession/shared/people/actor.ts';
import { StartRefused } from '../db/start-refused.ts';
import type { PeopleParts } from '../people/create-person.ts';
import { foundCompany, hasNobody } from '../people/found-company.ts';
import type { RowWriter } from '../people/show-people.ts';
import type { Env, FirstAdmin } from './env.ts';
import type { Log } from './log.ts';
import { serverEnv } from './server-env.ts';
import { demoAccountsIn, seedDemo, type DemoAccount, type SeedParts } from './seed.ts';

export interface FirstStart {
  readonly env: Env;
  readonly people: PeopleParts & { readonly writer: RowWriter };
  readonly log: Log;
  readonly isNewEmbedded: boolean;
  readonly notices: NonNullable<SeedParts['notices']>;
}

/**
 * Nobody can sign in on a new database, so somebody has to be let in: the demo's people, or the first admin from the
 * environment or the terminal. On a database with people this does nothing.
 */
export async function letSomebodyIn(start: FirstStart): Promise<{ readonly demoAccounts: readonly DemoAccount[] }> {
  const { env, people, log } = start;
  const isEmpty = await hasNobody(people.database);
  const wantsDemo = env.demo === 'on' || (env.demo === 'auto' && start.isNewEmbedded && env.firstAdmin === undefined);
  if (wantsDemo) {
    const startedAt = performance.now();
    await seedDemo({
      ...people,
      now: serverEnv.now,
      notices: start.notices && { ...start.notices, origin: env.publicUrl },
    });
    log.info('demo.ready', { ms: Math.round(performance.now() - startedAt) });
  } else if (isEmpty) {
    const admin = env.firstAdmin ?? (await askForAdmin());
    await foundCompany(people, companyOf(admin));
    log.info('company.founded', { name: admin.company });
  }
  return { demoAccounts: env.demo === 'off' ? [] : await demoAccountsIn(people.database) };
}

function companyOf(admin: FirstAdmin) {
  const roles: Role[] = ['admin'];
  const first = { name: admin.email, email: admin.email, roles, password: admin.password };
  return { name: admin.company, country: 'HU', demo: false, people: [first] };
}

async function askForAdmin(): Promise<FirstAdmin> {
  if (!process.stdin.isTTY) {
    throw new StartRefused(
      'Nobody can sign in yet: set ADMIN_EMAIL, ADMIN_PASSWORD and ADMIN_COMPANY for the first admin, or DEMO=on to look around.',
    );
  }
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    const company = await askUntil(terminal, 'Company name: ', (text) => text.length > 0);
    const email = await askUntil(terminal, 'E-mail of the first admin: ', (text) =>
      /^[^@\s]+@[^@\s]+\.[^@\s]+$/.test(text),
    );
    const password = await askUntil(terminal, 'Password, at least 12 characters: ', (text) => text.length >= 12);
    return { company, email, password };
  } finally {
    terminal.close();
  }
}

async function askUntil(
  terminal: { question(text: string): Promise<string> },
  question: string,
  fits: (text: string) => boolean,
): Promise<string> {
  for (;;) {
    const answer = (await terminal.question(question)).trim();
    if (fits(answer)) return answer;
  }
}
