import { resolve } from 'node:path';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import * as z from 'zod';

/** What the person who runs the app has decided, checked. Every variable is explained in `.env.example`. */
export type Env = {
  readonly port: number;
  readonly host: string;
  /** Absolute. */
  readonly dataDir: string;
  /** undefined: the embedded PostgreSQL under `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly databasePoolSize: number;
  /** An origin: scheme, host and port, no slash at the end. */
  readonly publicUrl: string;
  readonly authSecret: string;
  readonly demo: 'auto' | 'on' | 'off';
  readonly firstAdmin: FirstAdmin | undefined;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error';
  /** Lower case. The header in which a proxy in front names the caller's address. */
  readonly trustedProxyHeader: string | undefined;
  /** PEM of the key that signs beacons and receipts; undefined: one is made under `dataDir`. */
  readonly serverKeyFile?: string | undefined;
  /** PKCS #12 of the seal with its password, and the PEM of the roots that vouch for it; undefined: a demo seal. */
  readonly sealP12File?: string | undefined;
  readonly sealP12Password?: string | undefined;
  readonly sealRootsFile?: string | undefined;
  /** Timestamping authorities in the order they are asked, and the PEM of their roots. None: papers stay at B-B. */
  readonly tsaUrls?: string | undefined;
  readonly tsaRootsFile?: string | undefined;
};
export type FirstAdmin = { readonly email: string; readonly password: string; readonly company: string };

/** The secret may be left to the app, which then keeps one in the data folder. */
export type DeclaredEnv = Omit<Env, 'authSecret'> & { readonly authSecret: string | undefined };

type Source = Record<string, string | undefined>;

const NEVER_SHOWN = new Set(['AUTH_SECRET', 'ADMIN_PASSWORD', 'DATABASE_URL', 'SEAL_P12_PASSWORD']);

const Variables = z.object({
  NODE_ENV: z.string().optional(),
  PORT: wholeNumber(1, 65_535).default(8787),
  HOST: z.string().regex(/^\S+$/, 'a host name or address to listen on').default('127.0.0.1'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.string().refine(isPostgresUrl, 'a postgres:// address with a database name').optional(),
  DATABASE_POOL_SIZE: wholeNumber(2, 500).default(10),
  PUBLIC_URL: z
    .string()
    .refine(isOrigin, 'an http(s) origin without a path, such as https://cession.example')
    .optional(),
  AUTH_SECRET: z.string().min(32, 'at least 32 random characters').optional(),
  DEMO: z.enum(['auto', 'on', 'off'], 'auto, on or off').default('auto'),
  ADMIN_EMAIL: z.email('an e-mail address').optional(),
  ADMIN_PASSWORD: z.string().min(12, 'at least 12 characters').optional(),
  ADMIN_COMPANY: z.string().trim().min(1, 'the name of the company').max(200, 'at most 200 characters').optional(),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error'], 'debug, info, warn or error').default('info'),
  TRUSTED_PROXY_HEADER: z
    .string()
    .regex(/^[A-Za-z0-9-]+$/, 'the name of one header, such as X-Forwarded-For')
    .optional(),
  SERVER_KEY_FILE: z.string().optional(),
  SEAL_P12_FILE: z.string().optional(),
  SEAL_P12_PASSWORD: z.string().optional(),
  SEAL_ROOTS_FILE: z.string().optional(),
  TSA_URLS: z.string().optional(),
  TSA_ROOTS_FILE: z.string().optional(),
});
type Variables = z.infer<typeof Variables>;

/** Each error is one line that names the variable, what was given (never a secret) and what is accepted. */
export function readEnv(source: Source): Result<DeclaredEnv, string[]> {
  const given = Object.fromEntries(
    Object.entries(source).filter(([, value]) => value !== undefined && value.trim() !== ''),
  );
  const parsed = Variables.safeParse(given);
  if (!parsed.success) return err(parsed.error.issues.map((issue) => complaint(issue, given)));
  const clashes = findClashes(parsed.data);
  return clashes.length > 0 ? err(clashes) : ok(toEnv(parsed.data));
}

function toEnv(variables: Variables): DeclaredEnv {
  const { ADMIN_EMAIL: email, ADMIN_PASSWORD: password, ADMIN_COMPANY: company } = variables;
  return {
    port: variables.PORT,
    host: variables.HOST,
    dataDir: resolve(variables.DATA_DIR),
    databaseUrl: variables.DATABASE_URL,
    databasePoolSize: variables.DATABASE_POOL_SIZE,
    publicUrl: new URL(variables.PUBLIC_URL ?? `http://localhost:${variables.PORT}`).origin,
    authSecret: variables.AUTH_SECRET,
    demo: variables.DEMO,
    firstAdmin: email && password && company ? { email, password, company } : undefined,
    logLevel: variables.LOG_LEVEL,
    trustedProxyHeader: variables.TRUSTED_PROXY_HEADER?.toLowerCase(),
    serverKeyFile: variables.SERVER_KEY_FILE,
    sealP12File: variables.SEAL_P12_FILE,
    sealP12Password: variables.SEAL_P12_PASSWORD,
    sealRootsFile: variables.SEAL_ROOTS_FILE,
    tsaUrls: variables.TSA_URLS,
    tsaRootsFile: variables.TSA_ROOTS_FILE,
  };
}

function findClashes(variables: Variables): string[] {
  const clashes: string[] = [];
  // Processes on several machines must agree on the secret, and each would make its own.
  if (variables.NODE_ENV === 'production' && variables.DATABASE_URL && !variables.AUTH_SECRET) {
    clashes.push('AUTH_SECRET is not set: with DATABASE_URL in production it must be at least 32 random characters.');
  }
  const admin = ['ADMIN_EMAIL', 'ADMIN_PASSWORD', 'ADMIN_COMPANY'] as const;
  const missing = admin.filter((name) => variables[name] === undefined);
  if (missing.length > 0 && missing.length < admin.length) {
    clashes.push(`${missing.join(' and ')} not set: the first admin needs ${admin.join(', ')} together.`);
  }
  // A stamp nobody vouches for proves nothing, and with no roots every honest one would be refused.
  if (variables.TSA_URLS && !variables.TSA_ROOTS_FILE)
    clashes.push(
      'TSA_ROOTS_FILE is not set: with TSA_URLS it names the PEM file of the roots the stamps are judged by.',
    );
  return clashes;
}

function complaint(issue: z.core.$ZodIssue, given: Source): string {
  const name = String(issue.path[0]);
  const shown = NEVER_SHOWN.has(name) ? 'the given value' : JSON.stringify(given[name]);
  return `${name} cannot be ${shown}: it takes ${issue.message}.`;
}

function wholeNumber(min: number, max: number) {
  const words = `a whole number from ${min} to ${max}`;
  return z
    .string()
    .regex(/^\s*\d{1,9}\s*$/, { error: words, abort: true })
    .transform(Number)
    .pipe(z.number().min(min, words).max(max, words));
}

function isPostgresUrl(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

function isOrigin(text: string): boolean {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && `${url.origin}/` === url.href;
}
