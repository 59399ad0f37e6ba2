import { randomUUID } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { drizzleAdapter } from 'better-auth/adapters/drizzle';
import type { Database } from '../db/client.ts';
import { accountTable, rateLimitTable, sessionTable, userTable, verificationTable } from './auth-tables.ts';

const DAY_S = 24 * 60 * 60;

const tables = {
  user: userTable,
  session: sessionTable,
  account: accountTable,
  verification: verificationTable,
  rateLimit: rateLimitTable,
};

export interface AuthParts {
  readonly database: Database;
  readonly publicUrl: string;
  readonly secret: string;
  /** The header in which the shell names the caller, for the rate limit. */
  readonly addressHeader: string;
}

/**
 * Identity: e-mail and password, sessions in PostgreSQL. Accounts are made by an admin, never by a visitor.
 * The cookie cache stays off: with it a revoked session went on answering.
 */
export function createAuth(parts: AuthParts) {
  return betterAuth({
    baseURL: parts.publicUrl,
    basePath: '/api/auth',
    secret: parts.secret,
    // The shell has let only requests of our own pages through; behind a tunnel their origin is not the public address.
    trustedOrigins: (request) => [parts.publicUrl, request?.headers.get('origin') ?? parts.publicUrl],
    database: drizzleAdapter(parts.database, { provider: 'pg', schema: tables }),
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: 10,
      maxPasswordLength: 128,
    },
    session: {
      expiresIn: 30 * DAY_S,
      updateAge: DAY_S,
      cookieCache: { enabled: false },
    },
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: 60,
      max: 200,
      customRules: { '/sign-in/email': { window: 60, max: 20 } },
    },
    advanced: {
      cookiePrefix: 'cession',
      useSecureCookies: parts.publicUrl.startsWith('https:'),
      database: { generateId: () => randomUUID() },
      ipAddress: { ipAddressHeaders: [parts.addressHeader] },
    },
    telemetry: { enabled: false },
    logger: { level: 'error' },
  });
}

export type Auth = ReturnType<typeof createAuth>;
