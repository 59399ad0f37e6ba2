import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureSealKey, type SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { sealPdf } from '@cession/server/notice/seal/seal-pdf.ts';
import { stampSeal } from '@cession/server/notice/seal/stamp-seal.ts';
import { timeStampRequest } from '@cession/server/notice/seal/time-stamp-answer.ts';
import type { TimestampAuthorities } from '@cession/server/notice/seal/timestamp-authority.ts';
import { CheckList } from '@cession/shared/paper/verifier/check.ts';
import { childrenOf, derBytes, readDer, TAG } from '@cession/shared/paper/verifier/der.ts';
import {
  readSealContainer,
  writeSealContainer,
  type SealContainer,
} from '@cession/shared/paper/verifier/seal-container.ts';
import { findSignedRange } from '@cession/shared/paper/verifier/signed-range.ts';
import { verifySealedPdf, type Verification } from '@cession/shared/paper/verifier/verify-sealed-pdf.ts';
import { answerTo, type Authority, type Lie } from './fake-tsa.ts';

/** The moment everything in these stories happens. */
export const NOON = new Date('2026-11-20T12:00:00.000Z');

/** A seal of its own, kept nowhere. */
export async function freshSealKey(now = NOON): Promise<SealKey> {
  const dir = mkdtempSync(join(tmpdir(), 'cession-seal-'));
  try {
    return await ensureSealKey(dir, {}, now);
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
}

export async function sealed(pdf: Uint8Array, key: SealKey): Promise<Uint8Array> {
  const result = await sealPdf(pdf, key, { reason: 'Seal – пломба ő', location: 'Győr', now: NOON });
  if (!result.ok) throw new Error(result.error.words);
  return result.value.sealed;
}

export async function stamped(file: Uint8Array, key: SealKey, authority: Authority): Promise<Uint8Array> {
  const trust = { roots: key.roots, stampRoots: [authority.root], now: () => NOON };
  const result = await stampSeal(file, { stamp: async (digest) => good(await tokenFor(digest, authority)) }, trust);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.stamped;
}

/** A token over the digest, without the network. */
export async function tokenFor(digest: Uint8Array, authority: Authority, lie?: Lie): Promise<Uint8Array> {
  const request = timeStampRequest({ digest, nonce: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8) });
  const [, token] = childrenOf(readDer(await answerTo(request, authority, NOON, lie)), TAG.sequence, 2, 2);
  if (!token) throw new Error('no token');
  return derBytes(token);
}

/** The container of a sealed file replaced by another one, the place around it kept as it was. */
export function withContainer(file: Uint8Array, change: (seal: SealContainer) => SealContainer): Uint8Array {
  const range = findSignedRange(file, new CheckList());
  if (!range) throw new Error('no seal in the sample');
  const hex = Buffer.from(writeSealContainer(change(readSealContainer(range.container))))
    .toString('hex')
    .toUpperCase();
  return new Uint8Array(
    Buffer.concat([range.before, Buffer.from(`<${hex.padEnd(2 * range.room, '0')}>`), range.after]),
  );
}

export function sealIn(file: Uint8Array): SealContainer {
  const range = findSignedRange(file, new CheckList());
  if (!range) throw new Error('no seal in the sample');
  return readSealContainer(range.container);
}

export function verify(file: Uint8Array, key: SealKey, authority?: Authority, at = NOON): Promise<Verification> {
  return verifySealedPdf(file, { roots: key.roots, stampRoots: authority ? [authority.root] : [], at });
}

/** `check: detail` of what does not hold. */
export function faultsIn({ checks }: Verification): string[] {
  return checks.filter(({ ok }) => !ok).map(({ check, detail }) => `${check}: ${detail}`);
}

function good(token: Uint8Array): Awaited<ReturnType<TimestampAuthorities['stamp']>> {
  return { ok: true, value: { token, url: 'https://stamp.example', at: NOON } };
}
