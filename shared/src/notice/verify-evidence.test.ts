import * as fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { addMs } from '../kernel/instant.ts';
import { appendEvent, bundleText, headOf } from './evidence-chain.ts';
import { EVIDENCE_CHECKS } from './evidence-checks.ts';
import { evidenceCrypto } from './evidence-crypto.ts';
import { BUNDLE_BYTES, type EvidenceBundle, type SignedEvent } from './evidence.ts';
import type { EvidenceWorld } from './evidence-world.ts';
import * as sample from './evidence.fixture.ts';
import { keyThumbprint } from './signed-text.ts';
import { verifyEvidence, type Verified } from './verify-evidence.ts';

const { SAMPLE } = sample;
const crypto = evidenceCrypto(globalThis.crypto.subtle);
let device: sample.Signer;
let server: sample.Signer;
let bundle: EvidenceBundle;

beforeAll(async () => {
  [device, server] = [await newSigner(), await newSigner()];
  bundle = await sample.enact(sample.signing(), 'acknowledged', device, crypto);
});

describe('a ceremony as it should be', () => {
  test('passes every check, in the order they are listed', async () => {
    const { ok, checks } = await verify(bundle);
    expect(checks.filter((check) => !check.ok)).toEqual([]);
    expect(checks.map(({ check }) => check)).toEqual([...EVIDENCE_CHECKS]);
    expect(ok).toBe(true);
  });

  test('with a beacon of our server is bracketed by it', async () => {
    const beacon = await sample.beaconOf(server, addMs(SAMPLE.startsAt, -3_600_000));
    const bracketed = await sample.enact(sample.signing({ beacon }), 'acknowledged', device, crypto);
    const serverKey: EvidenceWorld['serverKey'] = async (id) => (id === server.id ? server.publicKey : null);
    const verified = await verify(bracketed, { serverKey });
    expect(verified.ok).toBe(true);
    expect(verified.remarks).not.toContain('never-in-contact');
    expect(faults(await verify(bracketed))).toEqual(['beacon.signature']);
  });

  test.each([
    [
      'a refusal before reading',
      [sample.prepared(), sample.handedOver, sample.refused, sample.handedBack, sample.witnessed],
      'refused',
    ],
    [
      'nobody there',
      [sample.prepared({ signers: [] }), { type: 'absent', data: { note: '' } }, sample.witnessed],
      'absent',
    ],
    ['two who sign jointly', sample.signingJointly({ method: 'typed', text: 'Péter' }), 'acknowledged'],
    [
      'objections',
      sample
        .signing()
        .map((one) =>
          one.type === 'signed' ? sample.signed(0, { objections: { stated: 'list', text: 'Paid' } }) : one,
        ),
      'with-exceptions',
    ],
  ] as const)('%s passes', async (_, script, outcome) => {
    expect(faults(await verify(await sample.enact(script, outcome, device, crypto)))).toEqual([]);
  });
});

describe('a chain somebody touched', () => {
  const places = () => fc.nat(bundle.events.length - 1);

  test('any event edited is found by its hash', async () => {
    await fc.assert(
      fc.asyncProperty(places(), fc.constantFrom('at', 'mono', 'session'), async (at, field) => {
        const edited = changed(at, ({ body, ...rest }) => ({
          ...rest,
          body: {
            ...body,
            ...(field === 'at'
              ? { at: addMs(body.at, 1000) }
              : field === 'mono'
                ? { mono: body.mono + 1 }
                : { session: 'x' }),
          },
        }));
        expect(detail(await verify(edited), 'chain.hashes')).toContain(`event ${at} was edited`);
      }),
    );
  });

  test('any event edited and hashed again is found by the link after it or the signature', async () => {
    await fc.assert(
      fc.asyncProperty(places(), async (at) => {
        const other = await newSigner();
        const before = bundle.events.slice(0, at);
        const { v: _v, seq: _s, prev: _p, ...event } = eventAt(bundle.events, at).body;
        const forged = await appendEvent(before, { ...event, at: addMs(event.at, 1) }, crypto, other.sign);
        const result = await verify(changed(at, () => forged));
        expect(detail(result, 'chain.signatures')).toBe(`event ${at} was not signed by this device`);
        if (at === bundle.events.length - 1) return;
        expect(detail(result, 'chain.links')).toBe(`event ${at + 1} does not follow the event before it`);
      }),
      { numRuns: 30 },
    );
  });

  test('any event dropped is found by the number that is missing', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(bundle.events.length - 2), async (at) => {
        const result = await verify(having(bundle.events.filter((_, place) => place !== at)));
        expect(detail(result, 'chain.sequence')).toBe(`event ${at} was left out`);
      }),
    );
  });

  test('any two events exchanged are found by their numbers', async () => {
    await fc.assert(
      fc.asyncProperty(places(), places(), async (a, b) => {
        fc.pre(a !== b);
        const events = [...bundle.events];
        [events[a], events[b]] = [eventAt(events, b), eventAt(events, a)];
        const result = await verify(having(events));
        expect(detail(result, 'chain.sequence')).toMatch(/stands before event/);
        expect(faults(result)).toContain('chain.links');
      }),
    );
  });

  test('any event doubled is named', async () => {
    await fc.assert(
      fc.asyncProperty(places(), async (at) => {
        const result = await verify(having(bundle.events.toSpliced(at, 0, eventAt(bundle.events, at))));
        expect(detail(result, 'chain.sequence')).toBe(`event ${at} stands twice`);
      }),
    );
  });

  test('any tail cut off shows, because nothing is closed', async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 1, max: bundle.events.length - 1 }), async (kept) => {
        const result = await verify(having(bundle.events.slice(0, kept)));
        expect(detail(result, 'chain.closed')).toBe(`it stops at event ${kept - 1} without being closed`);
      }),
    );
  });

  test('any tail from another ceremony is named as such', async () => {
    const other = await sample.enact(sample.signing(), 'acknowledged', device, crypto, {
      ceremonyId: SAMPLE.otherCeremonyId,
    });
    await fc.assert(
      fc.asyncProperty(places(), async (from) => {
        const result = await verify(having([...bundle.events.slice(0, from), ...other.events.slice(from)]));
        expect(detail(result, 'chain.ceremony')).toBe(
          `event ${from} is of another ceremony, ${SAMPLE.otherCeremonyId}`,
        );
      }),
    );
  });

  test('a whole bundle of another ceremony does not pass for this one', async () => {
    const other = await sample.enact(sample.signing(), 'acknowledged', device, crypto, {
      ceremonyId: SAMPLE.otherCeremonyId,
    });
    expect(faults(await verify(other, { claimed: (await sample.worldFor(bundle, device, crypto)).claimed }))).toEqual([
      'notice.match',
      'paper.match',
      'summary.match',
    ]);
  });

  test('any single character changed in the text never passes', async () => {
    const text = bundleText(bundle);
    const world = await sample.worldFor(bundle, device, crypto);
    await fc.assert(
      fc.asyncProperty(
        fc.nat(text.length - 1),
        fc.constantFrom('0', 'a', 'Z', '"', ' ', '}', '-', 'ő'),
        async (at, char) => {
          fc.pre(text[at] !== char);
          expect((await verifyEvidence(text.slice(0, at) + char + text.slice(at + 1), world)).ok).toBe(false);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('text that is not what it seems', () => {
  test.each([
    ['a key that stands twice', (text: string) => text.replace('"v":1}', '"v":1,"v":1}'), 'bundle.json'],
    ['white space', (text: string) => `${text} `, 'bundle.json'],
    ['a number spelled another way', (text: string) => text.replace('"pages":2', '"pages":2.0'), 'bundle.json'],
    ['a field nobody knows, at the top', (text: string) => text.replace(/"v":1\}$/, '"v":1,"w":1}'), 'bundle.schema'],
    [
      'a field nobody knows, in a signer',
      (text: string) => text.replace('"identifiedBy"', '"idNumber":"1","identifiedBy"'),
      'bundle.schema',
    ],
    ['no JSON', () => 'PDF', 'bundle.json'],
    ['brackets without end', () => '['.repeat(20_000), 'bundle.json'],
    ['too much', (text: string) => text + ' '.repeat(BUNDLE_BYTES), 'bundle.size'],
  ] as const)('%s is refused, and nothing behind it is looked at', async (_, spoil, check) => {
    const world = await sample.worldFor(bundle, device, crypto);
    const result = await verifyEvidence(spoil(bundleText(bundle)), world);
    const first = result.checks.find(({ ok }) => !ok);
    expect(first?.check).toBe(check);
    expect(result.bundle).toBeNull();
    expect(result.checks.at(-1)).toEqual({ check: 'device.sequence', ok: false, detail: 'not reached' });
  });
});

describe('time', () => {
  test.each([
    ['a ceremony from before the beacon', -7_200_000, 'before the beacon'],
    ['a ceremony from after it arrived', 7_200_000, 'after the bundle came'],
  ])('%s is found', async (_, shift, why) => {
    const beacon = await sample.beaconOf(server, addMs(SAMPLE.startsAt, -3_600_000));
    const startsAt = addMs(SAMPLE.startsAt, shift);
    const moved = await sample.enact(sample.signing({ beacon }), 'acknowledged', device, crypto, { startsAt });
    const result = await verify(moved, { serverKey: async () => server.publicKey });
    expect(faults(result)).toEqual(['time.order']);
    expect(detail(result, 'time.order')).toContain(why);
  });

  test.each([
    [-600_000, 'the clock goes back 590 s at event 3'],
    [600_000, 'the clock was moved 600 s by event 3'],
    [-121_000, 'the clock was moved -121 s by event 3'],
  ])('a clock moved by %i ms in the middle is found', async (jump, why) => {
    const result = await verify(await withClockMoved(3, jump));
    expect(faults(result)).toEqual(['time.order']);
    expect(detail(result, 'time.order')).toBe(why);
  });

  test.each([
    [60_000, ['clock-jump', 'never-in-contact']],
    [-60_000, ['clock-jump', 'never-in-contact']],
    [500, ['never-in-contact']],
  ] as const)('a clock set right by %i ms in the middle is remarked at most', async (jump, remarks) => {
    const result = await verify(await withClockMoved(3, jump));
    expect(result.ok).toBe(true);
    expect(result.remarks).toEqual(remarks);
  });

  test('a device whose clock is hours off, and says so, is judged by our time', async () => {
    const hours = 5 * 3_600_000;
    const clock = { timeZone: 'UTC', offsetMs: hours, offsetAgeMs: 1000 };
    const startsAt = addMs(SAMPLE.startsAt, hours);
    const off = await sample.enact(sample.signing({ clock }), 'acknowledged', device, crypto, { startsAt });
    const result = await verify(off);
    expect(result.ok).toBe(true);
    expect(result.remarks).toContain('clock-off');
  });

  test('a bundle that comes after 72 hours is late, not refused', async () => {
    const result = await verify(bundle, { receivedAt: addMs(SAMPLE.startsAt, 73 * 3_600_000 + 200_000) });
    expect(result).toMatchObject({ ok: true, remarks: expect.arrayContaining(['late']) });
  });
});

describe('the device', () => {
  const day = 86_400_000;
  test.each([
    ['unknown', { device: async () => null }, 'device.known', false],
    ['enrolled later', enrolled({ notBefore: addMs(SAMPLE.startsAt, day) }), 'device.valid-then', false],
    ['replaced before', enrolled({ replacedAt: addMs(SAMPLE.startsAt, -day) }), 'device.valid-then', false],
    [
      'revoked before the bundle came',
      enrolled({ revokedAt: addMs(SAMPLE.startsAt, 60_000) }),
      'device.valid-then',
      true,
    ],
    ['in doubt since before', enrolled({ compromisedSince: addMs(SAMPLE.startsAt, -day) }), 'device.valid-then', true],
    [
      "another person's",
      enrolled({ userId: SAMPLE.companyId as unknown as typeof SAMPLE.userId }),
      'device.known',
      false,
    ],
  ] as const)('%s', async (_, world, check, quarantine) => {
    const result = await verify(bundle, typeof world === 'function' ? await world() : world);
    expect(result.checks.find(({ ok }) => !ok)?.check).toBe(check);
    expect(result.quarantine).toBe(quarantine);
  });

  test('one that was replaced after it signed still counts', async () => {
    expect((await verify(bundle, await enrolled({ replacedAt: addMs(SAMPLE.startsAt, 300_000) })())).ok).toBe(true);
  });

  test('a number that came with another ceremony is refused, a missing one is a remark', async () => {
    const taken = await verify(bundle, { sequence: async () => ({ takenBy: SAMPLE.otherCeremonyId, highest: 3 }) });
    expect(faults(taken)).toEqual(['device.sequence']);
    const later = await sample.enact(sample.signing({ deviceSeq: 5 }), 'acknowledged', device, crypto);
    const gap = await verify(later, { sequence: async () => ({ takenBy: null, highest: 3 }) });
    expect(gap).toMatchObject({ ok: true, remarks: expect.arrayContaining(['sequence-gap']) });
  });
});

describe('what the server knows better', () => {
  test.each([
    ['another paper', { renderedSha256: async () => 'ff'.repeat(32) }, 'paper.match'],
    ['a renderer that is gone', { renderedSha256: async () => null }, 'paper.match'],
    ['another consent text', { consentSha256: async () => 'ff'.repeat(32) }, 'consent.known'],
    ['no such consent text', { consentSha256: async () => null }, 'consent.known'],
  ])('%s', async (_, world, check) => {
    expect(faults(await verify(bundle, world))).toEqual([check]);
  });

  test('other data than the notice has are named, and nothing is rendered for them', async () => {
    const notice = { id: SAMPLE.noticeId, companyId: SAMPLE.companyId, dataSha256: 'ff'.repeat(32) };
    const result = await verify(bundle, { notice, renderedSha256: () => Promise.reject(new Error('rendered')) });
    expect(faults(result)).toEqual(['data.match', 'paper.match']);
    expect(detail(result, 'paper.match')).toBe('not reached');
  });

  test.each(['outcome', 'head', 'pdfSha256', 'signerNames', 'closedAt', 'debtConfirmed', 'bundleSha256'] as const)(
    'a mutation that says another %s than its bundle is refused',
    async (key) => {
      const { claimed } = await sample.worldFor(bundle, device, crypto);
      const other = {
        outcome: 'refused',
        signerNames: ['Mr X'],
        closedAt: SAMPLE.startsAt,
        debtConfirmed: true,
      } as const;
      const lie = {
        ...claimed,
        ...{
          head: 'ff',
          pdfSha256: 'ff',
          bundleSha256: 'ff',
          ...other,
          [key]: key in other ? other[key as 'outcome'] : 'ff',
        },
      };
      const result = await verify(bundle, { claimed: { ...claimed, [key]: lie[key] } });
      expect(detail(result, 'summary.match')).toBe(`${key} is not what the bundle says`);
    },
  );
});

async function verify(given: EvidenceBundle, other: Partial<EvidenceWorld> = {}): Promise<Verified> {
  // What was cut off says nothing of itself: the mutation then says what the whole one said.
  const whole = given.events[0]?.body.type === 'prepared' && given.events.at(-1)?.body.type === 'closed';
  return verifyEvidence(bundleText(given), await sample.worldFor(whole ? given : bundle, device, crypto, other));
}

function faults(result: Verified): readonly string[] {
  return result.checks.filter(({ ok }) => !ok).map(({ check }) => check);
}

function detail(result: Verified, check: string): string {
  const found = result.checks.find((one) => one.check === check);
  expect(found?.ok, `${check} passed`).toBe(false);
  return found?.detail ?? '';
}

function having(events: readonly SignedEvent[]): EvidenceBundle {
  return { ...bundle, events: [...events] };
}

function changed(at: number, to: (event: SignedEvent) => SignedEvent): EvidenceBundle {
  return having(bundle.events.map((event, place) => (place === at ? to(event) : event)));
}

/** Signed like that by the device itself: only the clock gives it away. */
async function withClockMoved(from: number, jump: number): Promise<EvidenceBundle> {
  const events: SignedEvent[] = [];
  for (const { body } of bundle.events) {
    const { v: _v, seq, prev: _p, ...event } = body;
    const at = seq >= from ? addMs(body.at, jump) : body.at;
    const data = event.type === 'closed' ? { ...event.data, before: headOf(events) } : event.data;
    events.push(await appendEvent(events, { ...event, at, data }, crypto, device.sign));
  }
  return having(events);
}

function enrolled(other: Partial<NonNullable<Awaited<ReturnType<EvidenceWorld['device']>>>>) {
  return async (): Promise<Partial<EvidenceWorld>> => {
    const known = await (await sample.worldFor(bundle, device, crypto)).device(device.id);
    return { device: async () => known && { ...known, ...other } };
  };
}

async function newSigner(): Promise<sample.Signer> {
  const { subtle } = globalThis.crypto;
  const pair = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, false, ['sign', 'verify']);
  const { x = '', y = '' } = await subtle.exportKey('jwk', pair.publicKey);
  const publicKey = { kty: 'EC', crv: 'P-256', x, y } as const;
  const sign = async (bytes: Uint8Array) =>
    new Uint8Array(await subtle.sign({ name: 'ECDSA', hash: 'SHA-256' }, pair.privateKey, new Uint8Array(bytes)));
  return { id: await keyThumbprint(publicKey, crypto), publicKey, sign };
}

function eventAt(events: readonly SignedEvent[], place: number): SignedEvent {
  const event = events[place];
  if (!event) throw new Error(`there is no event ${place}`);
  return event;
}
