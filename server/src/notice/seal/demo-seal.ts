import { readPem, writePem } from '@cession/shared/paper/verifier/pem.ts';
import { makeCertificate, makeKeyPair, publicKeyOf, type Issuer } from './make-certificate.ts';
import { keySigner, type SealSigner } from './seal-signer.ts';

const DAY_MS = 86_400_000;
const ROOT_DAYS = 3653;
const SEAL_DAYS = 730;
const ORGANIZATION = 'Cession demo, not a trust service';
const ROOT_NAME = 'Cession demo root';
const SEAL_NAME = 'Cession demo seal';

/**
 * A key, its certificate and the root that vouches for it, as PEM in that order. The key of the root is dropped at once:
 * nobody can ever issue a second certificate under it.
 */
export async function makeDemoSeal(now: Date): Promise<string> {
  const [rootPair, sealPair] = [await makeKeyPair(), await makeKeyPair()];
  const rootKey = await publicKeyOf(rootPair);
  const issuer: Issuer = { name: ROOT_NAME, organization: ORGANIZATION, key: rootKey, privateKey: rootPair.privateKey };
  // A minute back: a reader whose clock is a little slow still finds the certificate valid.
  const notBefore = now.getTime() - 60_000;
  const until = (days: number) => ({ notBefore, notAfter: notBefore + days * DAY_MS });
  const root = await makeCertificate({ ...issuer, ...until(ROOT_DAYS), use: { kind: 'root' } }, issuer);
  const wish = {
    name: SEAL_NAME,
    organization: ORGANIZATION,
    key: await publicKeyOf(sealPair),
    use: { kind: 'seal' },
  } as const;
  const seal = await makeCertificate({ ...wish, ...until(SEAL_DAYS) }, issuer);
  const key = new Uint8Array(await crypto.subtle.exportKey('pkcs8', sealPair.privateKey));
  return writePem('PRIVATE KEY', key) + writePem('CERTIFICATE', seal) + writePem('CERTIFICATE', root);
}

/** Throws when the text is not what `makeDemoSeal` wrote. */
export async function readDemoSeal(pem: string): Promise<{ readonly signer: SealSigner; readonly root: Uint8Array }> {
  const [key] = readPem(pem, 'PRIVATE KEY');
  const [seal, root] = readPem(pem, 'CERTIFICATE');
  if (!key || !seal || !root) throw new Error('a key, its certificate and the root are expected');
  const privateKey = await crypto.subtle.importKey('pkcs8', key, { name: 'ECDSA', namedCurve: 'P-256' }, false, [
    'sign',
  ]);
  return { signer: keySigner(privateKey, seal, [root]), root };
}
