import { createPrivateKey, createPublicKey, generateKeyPairSync, sign, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { Receipt } from '@cession/shared/notice/ceremony.ts';
import type { ServerKey } from '@cession/shared/notice/device-procedures.ts';
import { PublicKey, type Beacon } from '@cession/shared/notice/evidence.ts';
import { keyThumbprint, signText } from '@cession/shared/notice/signed-text.ts';
import { hasCode } from '../db/process-identity.ts';
import { StartRefused } from '../db/start-refused.ts';
import { serverCrypto } from './evidence-crypto.ts';

/** Signs in the server's name: its time, and that a bundle has arrived. */
export interface ServerSigner extends ServerKey {
  beacon(t: Instant, nonce: string): Promise<Beacon>;
  receipt(of: Omit<Receipt, 'keyId' | 'signature'>): Promise<Receipt>;
}

export interface ServerKeyPlace {
  readonly dataDir: string;
  /** PKCS #8 in PEM. Several machines that serve one company must share one. */
  readonly serverKeyFile?: string | undefined;
}

/** The server's own P-256 key: made once, kept in the data folder, readable by its owner only. */
export async function readOrMakeServerKey({ dataDir, serverKeyFile }: ServerKeyPlace): Promise<ServerSigner> {
  const file = serverKeyFile ?? join(dataDir, 'server-key.pem');
  try {
    if (serverKeyFile === undefined) makeOnce(dataDir, file);
    return await signerOf(createPrivateKey(readFileSync(file, 'utf8')));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartRefused(`The key that signs receipts cannot be used from ${file}: ${reason}.`);
  }
}

export async function signerOf(key: KeyObject): Promise<ServerSigner> {
  const { kty, crv, x, y } = createPublicKey(key).export({ format: 'jwk' });
  const publicKey = PublicKey.parse({ kty, crv, x, y });
  const keyId = await keyThumbprint(publicKey, serverCrypto);
  const signBytes = async (bytes: Uint8Array) => sign('sha256', bytes, { key, dsaEncoding: 'ieee-p1363' });
  return {
    keyId,
    publicKey,
    beacon: async (t, nonce) => ({
      t,
      nonce,
      keyId,
      signature: await signText('beacon', { keyId, nonce, t }, signBytes),
    }),
    receipt: async ({ bundleSha256, head, receivedAt }) => {
      const body = { bundleSha256, head, receivedAt, keyId };
      return { ...body, signature: await signText('receipt', body, signBytes) };
    },
  };
}

/** Appears whole or not at all, so two processes starting on one folder read the same key. */
function makeOnce(dataDir: string, file: string): void {
  mkdirSync(dataDir, { recursive: true, mode: 0o700 });
  const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const draft = `${file}.${process.pid}`;
  writeFileSync(draft, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o600 });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}
