import { describe, expect, test } from 'vitest';
import {
  bitsOf,
  derBytes,
  NotDer,
  oidOf,
  readDer,
  smallIntegerOf,
  timeOf,
} from '@cession/shared/paper/verifier/der.ts';
import * as write from '@cession/shared/paper/verifier/der-writer.ts';
import { readPem, writePem } from '@cession/shared/paper/verifier/pem.ts';

const hex = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'hex'));

describe('what was written is read again', () => {
  test.each(['1.2.840.113549.1.7.2', '2.16.840.1.101.3.4.2.1', '2.5.4.3', '1.3.6.1.4.1.99999.1'])('name %s', (id) => {
    expect(oidOf(readDer(write.oid(id)))).toBe(id);
  });

  test.each([0, 1, 127, 128, 255, 256, 65_535, 2 ** 40])('number %i', (value) => {
    expect(smallIntegerOf(readDer(write.integer(value)))).toBe(value);
  });

  test.each(['1999-12-31T23:59:59.000Z', '2026-11-20T12:00:00.000Z', '2050-01-01T00:00:00.000Z'])('time %s', (iso) => {
    expect(new Date(timeOf(readDer(write.time(Date.parse(iso))))).toISOString()).toBe(iso);
  });

  test('values of every length around the edges of the header', () => {
    for (const length of [0, 127, 128, 255, 256, 65_535, 65_536]) {
      const bytes = write.octets(new Uint8Array(length));
      expect(derBytes(readDer(bytes)).length).toBe(bytes.length);
    }
  });

  test('a block of PEM, beside blocks of another kind', () => {
    const text = `${writePem('PRIVATE KEY', hex('00'))}words\n${writePem('CERTIFICATE', new Uint8Array(100).fill(7))}`;
    expect(readPem(text, 'CERTIFICATE')).toEqual([new Uint8Array(100).fill(7)]);
  });
});

describe('refused, because it could be written in another way too', () => {
  test.each([
    ['nothing', ''],
    ['a header alone', '30'],
    ['a value cut off', '300502'],
    ['bytes behind the value', '050000'],
    ['a length without an end', '3080020101 0000'.replace(' ', '')],
    ['a length in more bytes than needed', '04810141'],
    ['a length with a leading zero', '0482000141'],
    ['a number with a leading zero', '02020001'],
    ['a number without digits', '0200'],
    ['a boolean that is neither', '010101'],
    ['NULL with content', '050100'],
    ['a tag of many bytes', '1f8101'],
    ['a member longer than what holds it', '30030204 01'.replace(' ', '')],
  ])('%s', (_, bytes) => {
    expect(() => readDer(hex(bytes))).toThrow(NotDer);
  });

  test('a value nested without end', () => {
    let bytes = write.nothing();
    for (let depth = 0; depth < 100; depth++) bytes = write.sequence(bytes);
    expect(() => readDer(bytes)).toThrow(NotDer);
  });

  test('bits that are no whole bytes', () => {
    expect(() => bitsOf(readDer(hex('03020480')))).toThrow(NotDer);
  });
});
