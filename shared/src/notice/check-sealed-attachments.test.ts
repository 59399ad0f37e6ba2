import { expect, test } from 'vitest';
import { checkSealedAttachments } from './check-sealed-attachments.ts';
import { bundleText } from './evidence-chain.ts';
import { utf8 } from './evidence-bytes.ts';
import { evidenceCrypto } from './evidence-crypto.ts';
import {
  enact,
  handedBack,
  handedOver,
  prepared,
  refused,
  SAMPLE,
  signed,
  witnessed,
  type Happening,
  type Signer,
} from './evidence.fixture.ts';
import type { EvidenceBundle } from './evidence.ts';
import { keyThumbprint } from './signed-text.ts';

const crypto = evidenceCrypto(globalThis.crypto.subtle);
const utf8Text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const PAPER = utf8('the paper as it was shown');
const CONSENTS = { en: 'I agree\n\nto sign here', hu: 'Hozzájárulok\n\nhogy itt írjak alá' };

test('a ceremony in one piece holds, and says what it came to without a name', async () => {
  const { checks, facts } = await check(await attached(await signedBy()));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(facts).toMatchObject({ outcome: 'acknowledged', language: 'hu', code: 'dadadada', notBefore: null });
  expect(JSON.stringify(facts)).not.toContain('Szabó');
});

test('nobody consented to anything: then no consent is attached', async () => {
  const bundle = await refusedBy();
  const { checks } = await check(await attached(bundle, []));
  expect(checks.filter(({ ok }) => !ok)).toEqual([]);
  expect(await failing(await attached(bundle, ['I agree']))).toEqual(['consent.match']);
});

test('two texts that were consented to are both there, in order, with nothing between or after', async () => {
  const bundle = await signedBy(['hu', 'en']);
  expect(await failing(await attached(bundle, [CONSENTS.hu, CONSENTS.en]))).toEqual([]);
  for (const other of [[CONSENTS.en, CONSENTS.hu], [CONSENTS.hu], [CONSENTS.hu, CONSENTS.en, 'and pay']])
    expect(await failing(await attached(bundle, other)), other.join(' | ')).toEqual(['consent.match']);
});

test.each([
  ['another paper', 'presented.pdf', utf8('another paper'), ['presented.match']],
  ['no paper', 'presented.pdf', null, ['presented.match']],
  ['no evidence', 'evidence.json', null, ['evidence.attached']],
  ['evidence that is no JSON', 'evidence.json', utf8('{'), ['bundle.json']],
  ['no consent', 'consent.txt', null, ['consent.match']],
  ['a stranger', 'pay-me.exe', utf8('MZ'), ['attachments.known']],
])('%s is named for what it is', async (_, name, bytes, expected) => {
  const files = (await attached(await signedBy())).filter((file) => file.name !== name);
  expect(await failing(bytes === null ? files : [...files, { name, bytes }])).toEqual(expected);
});

test.each<[string, (bundle: EvidenceBundle) => EvidenceBundle, string]>([
  ['backdated', ({ events, ...rest }) => ({ ...rest, events: events.map(backdated) }), 'chain.hashes'],
  ['with a step left out', ({ events, ...rest }) => ({ ...rest, events: events.toSpliced(3, 1) }), 'chain.sequence'],
  ['with two steps swapped', ({ events, ...rest }) => ({ ...rest, events: swapped(events) }), 'chain.sequence'],
  ['without its end', ({ events, ...rest }) => ({ ...rest, events: events.slice(0, -1) }), 'chain.closed'],
  ['under another key', (bundle) => ({ ...bundle, deviceKey: { ...bundle.deviceKey, id: 'another' } }), 'device.name'],
])('evidence %s is named for what it is', async (_, change, expected) => {
  expect(await failing(await attached(change(await signedBy())))).toContain(expected);
});

test('a device that signs what cannot have happened is caught by the order of the acts', async () => {
  const device = await makeSigner();
  const acts: Happening[] = [await preparedHere(), handedOver, signed(0), handedBack, witnessed];
  expect(await failing(await attached(await enact(acts, 'acknowledged', device, crypto), []))).toEqual(['grammar']);
});

const check = (files: Parameters<typeof checkSealedAttachments>[0]) =>
  checkSealedAttachments(files, { crypto, utf8Text });

async function failing(files: Parameters<typeof check>[0]): Promise<string[]> {
  const { checks, facts } = await check(files);
  const found = checks.filter(({ ok }) => !ok);
  expect(facts === null).toBe(found.length > 0);
  expect(found.every(({ detail }) => detail !== undefined && detail !== '')).toBe(true);
  return found.map((each) => each.check);
}

async function attached(bundle: EvidenceBundle, consents: readonly string[] = [CONSENTS.hu]) {
  return [
    ...(consents.length > 0 ? [{ name: 'consent.txt', bytes: utf8(consents.join('\n\n')) }] : []),
    { name: 'evidence.json', bytes: utf8(bundleText(bundle)) },
    { name: 'presented.pdf', bytes: PAPER },
  ];
}

async function preparedHere(): Promise<Happening> {
  return prepared({ pdfSha256: await crypto.sha256(PAPER) });
}

/** One person signs, having consented in each of the languages in turn. */
async function signedBy(languages: readonly ('hu' | 'en')[] = ['hu']): Promise<EvidenceBundle> {
  const pdfSha256 = await crypto.sha256(PAPER);
  const first: Happening[] = [
    await preparedHere(),
    handedOver,
    { type: 'identified', data: { signer: 0, confirmedName: 'Szabó Péter' } },
    { type: 'shown', data: { language: 'hu', pdfSha256 } },
  ];
  const consents: Happening[] = [];
  for (const language of languages) {
    const sha256 = await crypto.sha256(utf8(CONSENTS[language]));
    if (language !== 'hu') consents.push({ type: 'language-changed', data: { language } });
    consents.push({ type: 'consented', data: { signer: 0, consent: { version: '2026.1', language, sha256 } } });
    if (language !== 'hu') consents.push({ type: 'language-changed', data: { language: 'hu' } });
  }
  return enact([...first, ...consents, signed(0), handedBack, witnessed], 'acknowledged', await makeSigner(), crypto);
}

async function refusedBy(): Promise<EvidenceBundle> {
  return enact(
    [await preparedHere(), handedOver, refused, handedBack, witnessed],
    'refused',
    await makeSigner(),
    crypto,
  );
}

function backdated(event: EvidenceBundle['events'][number], place: number): EvidenceBundle['events'][number] {
  return place === 5 ? { ...event, body: { ...event.body, at: SAMPLE.startsAt } } : event;
}

function swapped(events: EvidenceBundle['events']): EvidenceBundle['events'] {
  const [moved] = events.slice(4, 5);
  return moved === undefined ? events : events.toSpliced(4, 1).toSpliced(5, 0, moved);
}

async function makeSigner(): Promise<Signer> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign', 'verify']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  const algorithm = { name: 'ECDSA', hash: 'SHA-256' } as const;
  return {
    id: await keyThumbprint(publicKey, crypto),
    publicKey,
    sign: async (bytes) => new Uint8Array(await subtle.sign(algorithm, pair.privateKey, new Uint8Array(bytes))),
  };
}
