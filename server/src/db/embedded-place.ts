import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, realpathSync, renameSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import * as z from 'zod';
import { hasCode } from './process-identity.ts';
import { StartRefused } from './start-refused.ts';

/** Where the embedded server keeps things: all under one data folder. */
export type Place = {
  readonly root: string;
  readonly cluster: string;
  readonly log: string;
  readonly keysFile: string;
  /** Stands from the creation of the cluster until the app has filled it for the first time. */
  readonly unusedMark: string;
};

const Keys = z.object({
  port: z.int().min(1).max(65_535),
  superuserPassword: z.string().min(20),
  appPassword: z.string().min(20),
});
export type Keys = z.infer<typeof Keys>;

export function openPlace(dataDir: string): Place {
  try {
    mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new StartRefused(`The data folder ${dataDir} cannot be made: ${reason(error)}.`);
  }
  const root = realpathSync(dataDir);
  return {
    root,
    cluster: join(root, 'postgres'),
    log: join(root, 'postgres.log'),
    keysFile: join(root, 'postgres-keys.json'),
    unusedMark: join(root, 'postgres-unused'),
  };
}

/** The passwords are made once; without them the data could not be opened again. */
export async function readOrMakeKeys(place: Place): Promise<Keys> {
  try {
    return Keys.parse(JSON.parse(readFileSync(place.keysFile, 'utf8')));
  } catch (error) {
    if (!hasCode(error, 'ENOENT')) throw new StartRefused(`${place.keysFile} cannot be read: ${reason(error)}.`);
  }
  if (existsSync(place.cluster)) {
    throw new StartRefused(
      `${place.keysFile} is missing, and without it the data in ${place.cluster} cannot be opened.`,
    );
  }
  return saveKeys(place, {
    port: await freePort(),
    superuserPassword: randomBytes(24).toString('base64url'),
    appPassword: randomBytes(24).toString('base64url'),
  });
}

export function saveKeys(place: Place, keys: Keys): Keys {
  const draft = `${place.keysFile}.new`;
  writeFileSync(draft, `${JSON.stringify(keys, null, 2)}\n`, { mode: 0o600 });
  chmodSync(draft, 0o600);
  renameSync(draft, place.keysFile);
  return keys;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address();
      probe.close(() =>
        address === null || typeof address === 'string' ? reject(new Error('no port')) : resolve(address.port),
      );
    });
  });
}

export function isPortFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, '127.0.0.1', () => probe.close(() => resolve(true)));
  });
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
