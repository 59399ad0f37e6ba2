/** Accounts and open sessions for everybody in a grown company, as the sign-in library keeps them. */
import { createHmac, randomUUID } from 'node:crypto';
import { withClient } from '../../support/test-server.ts';

export interface SignedIn {
  readonly userId: string;
  readonly cookie: string;
}

export interface Staff {
  readonly reps: readonly SignedIn[];
  readonly accountants: readonly SignedIn[];
}

/** Signing in itself is held to a few tries a minute, so the sessions are written where signing in would write them. */
export async function signEverybodyIn(url: string, companyId: string, secret: string): Promise<Staff> {
  return withClient(url, async (client) => {
    await client.query("select set_config('app.company', $1, false)", [companyId]);
    await client.query(`insert into auth_user (id, name, email, email_verified)
      select id, name, id || '@danube.example', true from people`);
    await client.query(
      'insert into membership (user_id, member_of, roles, active) select id, company_id, roles, true from people',
    );
    const { rows } = await client.query<{ id: string; role: string; token: string }>(
      `insert into auth_session (id, token, expires_at, user_id)
       select gen_random_uuid(), replace(gen_random_uuid()::text, '-', ''), now() + interval '7 days', id from people
       returning user_id as id, token, (select roles[1] from people where people.id = user_id) as role`,
    );
    const of = (role: string) =>
      rows
        .filter((row) => row.role === role)
        .map(({ id, token }) => ({ userId: id, cookie: cookieOf(token, secret) }))
        .toSorted((a, b) => (a.userId < b.userId ? -1 : 1));
    return { reps: of('rep'), accountants: of('accountant') };
  });
}

export function newSecret(): string {
  return `${randomUUID()}${randomUUID()}`;
}

function cookieOf(token: string, secret: string): string {
  const signature = createHmac('sha256', secret).update(token).digest('base64');
  return `cession.session_token=${encodeURIComponent(`${token}.${signature}`)}`;
}
