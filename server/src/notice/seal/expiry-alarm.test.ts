import { beforeAll, describe, expect, test } from 'vitest';
import { sealExpiry } from './expiry-alarm.ts';
import { makeCertificate, makeKeyPair, publicKeyOf } from './make-certificate.ts';

const DAY_MS = 86_400_000;
const END = Date.parse('2028-11-20T12:00:00.000Z');

let certificate: Uint8Array;

beforeAll(async () => {
  const pair = await makeKeyPair();
  const self = { name: 'Seal', organization: 'Tests', key: await publicKeyOf(pair), privateKey: pair.privateKey };
  certificate = await makeCertificate(
    { ...self, notBefore: END - 730 * DAY_MS, notAfter: END, use: { kind: 'seal' } },
    self,
  );
});

describe('the certificate of the seal', () => {
  test.each([
    [730, 'fine'],
    [61, 'fine'],
    [60.9, 'soon'],
    [60, 'soon'],
    [1, 'soon'],
    [0, 'soon'],
    [-0.001, 'expired'],
    [-400, 'expired'],
    [730.001, 'not-yet'],
  ])('%s days before its end is %s', (days, state) => {
    expect(sealExpiry(certificate, new Date(END - days * DAY_MS)).state).toBe(state);
  });

  test('says in words when it has to be renewed and what happens otherwise', () => {
    expect(sealExpiry(certificate, new Date(END - 12.5 * DAY_MS))).toEqual({
      state: 'soon',
      daysLeft: 12,
      notAfter: '2028-11-20T12:00:00.000Z',
      words: 'The certificate of the seal "Seal" expires in 12 days, on 2028-11-20: renew it.',
    });
    expect(sealExpiry(certificate, new Date(END + DAY_MS))).toMatchObject({
      daysLeft: 0,
      words: 'The certificate of the seal "Seal" expired on 2028-11-20: nothing is sealed until it is renewed.',
    });
  });
});
