import { createServer, type Server } from 'node:http';
import {
  makeCertificate,
  makeKeyPair,
  publicKeyOf,
  signEc,
  type CertificateWish,
  type Issuer,
  type KeyPair,
} from '@cession/server/notice/seal/make-certificate.ts';
import { readCertificate } from '@cession/shared/paper/verifier/certificate.ts';
import { bodyOf, childrenOf, derBytes, readDer, TAG } from '@cession/shared/paper/verifier/der.ts';
import * as write from '@cession/shared/paper/verifier/der-writer.ts';
import { OID } from '@cession/shared/paper/verifier/object-ids.ts';
import { digest } from '@cession/shared/paper/verifier/signatures.ts';

/** How the authority lies or fails. */
export type Lie =
  | 'wrong-imprint'
  | 'wrong-nonce'
  | 'wrong-time'
  | 'bad-signature'
  | 'wrong-certificate'
  | 'garbage'
  | 'rejects'
  | 'http-500'
  | 'hangs'
  | 'huge-chain'
  | 'stranger-beside'
  | 'endless';

export interface Authority {
  readonly root: Uint8Array;
  readonly certificate: Uint8Array;
  readonly pair: KeyPair;
}
export interface FakeTsa {
  readonly url: string;
  readonly root: Uint8Array;
  /** Requests heard. */
  asked: number;
  stop(): Promise<void>;
}

const DAY_MS = 86_400_000;

/** A root and a certificate under it, for time stamping or, wrongly, for sealing. */
export async function makeAuthority(now: Date, kind: 'stamp' | 'seal' = 'stamp', days = 365): Promise<Authority> {
  const [rootPair, pair] = [await makeKeyPair(), await makeKeyPair()];
  const issuer: Issuer = {
    name: 'Test stamp root',
    organization: 'Tests',
    key: await publicKeyOf(rootPair),
    privateKey: rootPair.privateKey,
  };
  const validity = { notBefore: now.getTime() - DAY_MS, notAfter: now.getTime() + days * DAY_MS };
  const root = await makeCertificate({ ...issuer, ...validity, use: { kind: 'root' } }, issuer);
  const wish: CertificateWish = {
    name: 'Test stamp',
    organization: 'Tests',
    key: await publicKeyOf(pair),
    ...validity,
    use: { kind },
  };
  return { root, certificate: await makeCertificate(wish, issuer), pair };
}

/** An RFC 3161 authority on a free port of this machine. */
export async function startFakeTsa(authority: Authority, now: () => Date, lie?: Lie): Promise<FakeTsa> {
  const server = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      tsa.asked += 1;
      if (lie === 'hangs') return;
      if (lie === 'http-500') return void response.writeHead(500).end();
      if (lie === 'endless') return void response.end(Buffer.alloc(1024 * 1024));
      void answerTo(Buffer.concat(pieces), authority, now(), lie).then((answer) => response.end(answer));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const tsa: FakeTsa = {
    url: `http://127.0.0.1:${portOf(server)}/`,
    root: authority.root,
    asked: 0,
    stop: () => stop(server),
  };
  return tsa;
}

/** A TimeStampResp to a TimeStampReq, truthful but for the lie. */
export async function answerTo(request: Uint8Array, authority: Authority, now: Date, lie?: Lie): Promise<Uint8Array> {
  if (lie === 'garbage') return new TextEncoder().encode('<html>Service unavailable</html>');
  if (lie === 'rejects') return write.sequence(write.sequence(write.integer(2)));
  const [, imprint, nonce] = childrenOf(readDer(Uint8Array.from(request)), TAG.sequence, 4, 4);
  if (!imprint || !nonce) throw new Error('not a request');
  const info = write.sequence(
    write.integer(1),
    write.oid('1.3.6.1.4.1.99999.1'),
    lie === 'wrong-imprint' ? await otherImprint() : derBytes(imprint),
    write.unsigned(crypto.getRandomValues(new Uint8Array(8))),
    write.generalizedTime(now.getTime() + (lie === 'wrong-time' ? 6 * 60_000 : 0)),
    lie === 'wrong-nonce' ? write.integer(7) : write.unsigned(bodyOf(nonce, TAG.integer)),
  );
  return write.sequence(write.sequence(write.integer(0)), await tokenOver(info, authority, lie));
}

async function otherImprint(): Promise<Uint8Array> {
  const other = await digest('SHA-256', new TextEncoder().encode('another seal'));
  return write.sequence(write.sequence(write.oid(OID.sha256), write.nothing()), write.octets(other));
}

async function tokenOver(info: Uint8Array, { root, certificate, pair }: Authority, lie?: Lie): Promise<Uint8Array> {
  const { issuer, serial } = readCertificate(certificate);
  const named = await digest('SHA-256', lie === 'wrong-certificate' ? root : certificate);
  const attribute = (id: string, value: Uint8Array): Uint8Array => write.sequence(write.oid(id), write.set(value));
  const attributes = [
    attribute(OID.contentType, write.oid(OID.timeStampInfo)),
    attribute(OID.messageDigest, write.octets(await digest('SHA-256', info))),
    attribute(OID.signingCertificateV2, write.sequence(write.sequence(write.sequence(write.octets(named))))),
  ];
  const stranger = (await makeKeyPair()).privateKey;
  const signature = await signEc(lie === 'bad-signature' ? stranger : pair.privateKey, write.set(...attributes));
  const sha256 = write.sequence(write.oid(OID.sha256));
  const signer = write.sequence(
    write.integer(1),
    write.sequence(issuer, serial),
    sha256,
    write.tagged(0, ...attributes),
    write.sequence(write.oid(OID.ecdsaSha256)),
    write.octets(signature),
  );
  const certificates = [certificate, ...(await beside(root, lie))];
  const content = write.sequence(
    write.integer(3),
    write.set(sha256),
    write.sequence(write.oid(OID.timeStampInfo), write.tagged(0, write.octets(info))),
    write.tagged(0, ...certificates),
    write.set(signer),
  );
  return write.sequence(write.oid(OID.signedData), write.tagged(0, content));
}

async function beside(root: Uint8Array, lie?: Lie): Promise<Uint8Array[]> {
  if (lie !== 'huge-chain' && lie !== 'stranger-beside') return [root];
  const { certificate: stranger } = await makeAuthority(new Date(0));
  return Array.from({ length: lie === 'huge-chain' ? 60 : 2 }, () => stranger);
}

function portOf(server: Server): number {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('the authority listens nowhere');
  return address.port;
}

function stop(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
