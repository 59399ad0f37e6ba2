import { existsSync, readFileSync } from 'node:fs';
import { isSignedBy } from '@cession/shared/paper/verifier/signatures.ts';
import { readCertificate } from '@cession/shared/paper/verifier/certificate.ts';
import { readRoots, walkChain } from '@cession/shared/paper/verifier/certificate-chain.ts';
import { readPem, writePem } from '@cession/shared/paper/verifier/pem.ts';
import { StartRefused } from '../../db/start-refused.ts';
import { makeDemoSeal, readDemoSeal } from './demo-seal.ts';
import { keepOnce, keyFile, rootsFile } from './seal-files.ts';
import { p12Signer, type SealSigner } from './seal-signer.ts';

/** Where the seal of a real deployment lies. Without a file the app makes a demo seal for itself. */
export interface SealEnv {
  /** SEAL_P12_FILE, SEAL_P12_PASSWORD: key, certificate and chain. */
  readonly sealP12File?: string | undefined;
  readonly sealP12Password?: string | undefined;
  /** SEAL_ROOTS_FILE: PEM of the roots that are trusted. */
  readonly sealRootsFile?: string | undefined;
}
export interface SealKey {
  readonly signer: SealSigner;
  /** Trusted roots, DER. */
  readonly roots: readonly Uint8Array[];
  /** Made by the app itself: proves that nothing was changed, not who the factor is. */
  readonly isDemo: boolean;
}

/** The seal of this installation, ready to use. Throws StartRefused with what to do when a declared one cannot be used. */
export async function ensureSealKey(dataDir: string, env: SealEnv, now: Date): Promise<SealKey> {
  const key = env.sealP12File === undefined ? await demoSeal(dataDir, now) : await declaredSeal(env.sealP12File, env);
  await assertUsable(key);
  return key;
}

/**
 * The roots a seal is judged by, DER: the declared file, else the ones kept beside the demo seal, else none.
 * Throws when the declared file cannot be read.
 */
export function readSealRoots(dataDir: string, env: Pick<SealEnv, 'sealRootsFile'>): Uint8Array[] {
  if (env.sealRootsFile !== undefined) return readPem(readFileSync(env.sealRootsFile, 'utf8'), 'CERTIFICATE');
  const kept = rootsFile(dataDir);
  return existsSync(kept) ? readPem(readFileSync(kept, 'utf8'), 'CERTIFICATE') : [];
}

/** TSA_ROOTS_FILE: PEM of the roots of time-stamping authorities, DER. undefined: the roots of the seal serve for both. */
export function readStampRoots(file: string | undefined): Uint8Array[] | undefined {
  return file === undefined ? undefined : readPem(readFileSync(file, 'utf8'), 'CERTIFICATE');
}

async function demoSeal(dataDir: string, now: Date): Promise<SealKey> {
  const file = keyFile(dataDir);
  try {
    const { signer, root } = await readDemoSeal(await keepOnce(file, () => makeDemoSeal(now)));
    await keepOnce(rootsFile(dataDir), () => Promise.resolve(writePem('CERTIFICATE', root)));
    return { signer, roots: [root], isDemo: true };
  } catch (error) {
    throw new StartRefused(
      `The demo seal in ${file} cannot be used: ${wordsOf(error)}. Move the folder away and start again.`,
    );
  }
}

async function declaredSeal(file: string, env: SealEnv): Promise<SealKey> {
  if (env.sealRootsFile === undefined) {
    throw new StartRefused(
      'SEAL_ROOTS_FILE is not set: with SEAL_P12_FILE it names the PEM file of the roots that vouch for the seal.',
    );
  }
  try {
    const signer = await p12Signer(readFileSync(file), env.sealP12Password ?? '');
    return { signer, roots: readSealRoots('', env), isDemo: false };
  } catch (error) {
    throw new StartRefused(`The seal in SEAL_P12_FILE cannot be used: ${wordsOf(error)}.`);
  }
}

/** Better said at the start than at the first debtor's notice. */
async function assertUsable({ signer, roots }: SealKey): Promise<void> {
  const own = readCertificate(signer.certificate);
  const probe = new TextEncoder().encode('cession seal probe');
  const kind = { key: signer.keyType, hash: 'SHA-256' } as const;
  if (!(await isSignedBy(own.keyInfo, kind, await signer.sign(probe), probe))) {
    throw new StartRefused('The key of the seal does not belong to its certificate.');
  }
  const { chain, problem } = await walkChain(own, signer.certificateChain.map(readCertificate), readRoots(roots));
  if (problem || !chain.root) throw new StartRefused(`None of the trusted roots vouches for the seal "${own.name}".`);
}

const wordsOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
