import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { SealKey } from '@cession/server/notice/seal/seal-key.ts';
import { stampSeal } from '@cession/server/notice/seal/stamp-seal.ts';
import { readTsaUrls, timestampAuthorities } from '@cession/server/notice/seal/timestamp-authority.ts';
import { digest } from '@cession/shared/paper/verifier/signatures.ts';
import { makeAuthority, startFakeTsa, type Authority, type FakeTsa, type Lie } from '../support/fake-tsa.ts';
import { samplePdf } from '../support/sample-pdf.ts';
import { freshSealKey, NOON, sealed, verify } from '../support/sealed-sample.ts';

const now = (): Date => NOON;

let key: SealKey;
let authority: Authority;
let asked: Uint8Array;
let running: FakeTsa[] = [];

beforeAll(async () => {
  [key, authority] = [await freshSealKey(), await makeAuthority(NOON)];
  asked = await digest('SHA-256', new TextEncoder().encode('the signature of a seal'));
});

afterEach(async () => {
  await Promise.all(running.map((tsa) => tsa.stop()));
  running = [];
});

describe('an authority is not believed when it', () => {
  const lies: [string, Lie, string][] = [
    ['stamps something else', 'wrong-imprint', 'wrong-imprint'],
    ['repeats an old answer', 'wrong-nonce', 'wrong-nonce'],
    ['is more than five minutes away', 'wrong-time', 'wrong-time'],
    ['signs with another key', 'bad-signature', 'bad-signature'],
    ['names another certificate', 'wrong-certificate', 'wrong-certificate'],
    ['sends a web page', 'garbage', 'garbage'],
    ['sends sixty certificates', 'huge-chain', 'garbage'],
    ['sends certificates of strangers', 'stranger-beside', 'bad-chain'],
    ['says no', 'rejects', 'not-granted'],
    ['breaks down', 'http-500', 'http-500'],
    ['never answers', 'hangs', 'too-slow'],
    ['never stops answering', 'endless', 'too-long'],
  ];
  test.each(lies)('%s', async (_, lie, problem) => {
    const tsa = await start(authority, lie);
    const result = await authorities([tsa.url], [authority.root], lie === 'hangs' ? 150 : 10_000).stamp(asked);
    expect(result).toEqual({ ok: false, error: { tried: [{ url: tsa.url, problem }] } });
  });

  test('is not one that is trusted', async () => {
    const tsa = await start(await makeAuthority(NOON));
    const result = await authorities([tsa.url], [authority.root]).stamp(asked);
    expect(result).toEqual({ ok: false, error: { tried: [{ url: tsa.url, problem: 'untrusted' }] } });
  });

  test('has no certificate for time stamping', async () => {
    const sealer = await makeAuthority(NOON, 'seal');
    const tsa = await start(sealer);
    const result = await authorities([tsa.url], [sealer.root]).stamp(asked);
    expect(result).toEqual({ ok: false, error: { tried: [{ url: tsa.url, problem: 'not-a-tsa' }] } });
  });

  test('has a certificate that has expired', async () => {
    const expired = await makeAuthority(new Date(NOON.getTime() - 400 * 86_400_000));
    const tsa = await start(expired);
    const result = await authorities([tsa.url], [expired.root]).stamp(asked);
    expect(result).toEqual({ ok: false, error: { tried: [{ url: tsa.url, problem: 'expired' }] } });
  });
});

describe('authorities', () => {
  test('are asked in their order until one can be believed', async () => {
    const [broken, liar, honest, spare] = [
      await start(authority, 'http-500'),
      await start(authority, 'wrong-time'),
      await start(authority),
      await start(authority),
    ];
    const result = await authorities([broken.url, liar.url, honest.url, spare.url]).stamp(asked);
    expect(result).toMatchObject({ ok: true, value: { url: honest.url, at: NOON } });
    expect([broken, liar, honest, spare].map((tsa) => tsa.asked)).toEqual([1, 1, 1, 0]);
  });

  test('that are none give no time at all', async () => {
    expect(await authorities([]).stamp(asked)).toEqual({ ok: false, error: { tried: [] } });
  });

  test('that nobody listens behind are named', async () => {
    const tsa = await start(authority);
    await tsa.stop();
    running = [];
    const result = await authorities([tsa.url]).stamp(asked);
    expect(result).toEqual({ ok: false, error: { tried: [{ url: tsa.url, problem: 'no-answer' }] } });
  });

  test('are read from a list of addresses', () => {
    expect(readTsaUrls(' https://a.example/tsr, http://b.example\nftp://c.example nonsense')).toEqual([
      'https://a.example/tsr',
      'http://b.example',
    ]);
    expect(readTsaUrls(undefined)).toEqual([]);
  });
});

describe('a sealed notice', () => {
  test('is stamped over the network and then verified', async () => {
    const tsa = await start(authority);
    const result = await stampSeal(await sealed(samplePdf(), key), authorities([tsa.url]), trust());
    expect(result).toMatchObject({ ok: true, value: { level: 'B-T', stampedAt: NOON.toISOString() } });
    expect(result.ok && (await verify(result.value.stamped, key, authority)).ok).toBe(true);
  });

  test('stays as it is, and good, while no authority answers', async () => {
    const tsa = await start(authority, 'http-500');
    const file = await sealed(samplePdf(), key);
    const result = await stampSeal(file, authorities([tsa.url]), trust());
    expect(result).toEqual({
      ok: false,
      error: { code: 'no-authority', tried: [{ url: tsa.url, problem: 'http-500' }] },
    });
    expect((await verify(file, key)).ok).toBe(true);
  });

  test('does not grow for a stamp that is too long', async () => {
    const long = { token: new Uint8Array(25_000), url: 'https://long.example', at: NOON };
    const result = await stampSeal(
      await sealed(samplePdf(), key),
      { stamp: async () => ({ ok: true, value: long }) },
      trust(),
    );
    expect(result).toMatchObject({ ok: false, error: { code: 'no-room', room: 24_576 } });
  });
});

async function start(by: Authority, lie?: Lie): Promise<FakeTsa> {
  const tsa = await startFakeTsa(by, now, lie);
  running.push(tsa);
  return tsa;
}

function authorities(urls: readonly string[], trustedRoots = [authority.root], timeoutMs = 10_000) {
  return timestampAuthorities({ urls, timeoutMs, now, trustedRoots });
}

function trust() {
  return { roots: key.roots, stampRoots: [authority.root], now };
}
