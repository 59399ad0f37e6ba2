import canonicalize from 'canonicalize';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { fromBase64Url, toBase64Url, utf8, utf8Length } from './evidence-bytes.ts';
import { parseCanonical } from './strict-json.ts';

describe('canonical JSON', () => {
  test('is what another implementation of RFC 8785 writes', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'binary' }), (value) => {
        expect(canonicalJson(value)).toBe(canonicalize(value));
      }),
      { numRuns: 150 },
    );
  });

  // RFC 8785, 3.2.3 and appendix B.
  test.each([
    [
      '{"\\u20ac":"Euro Sign","\\r":"Carriage Return","\\ufb33":"Hebrew Letter Dalet With Dagesh","1":"One","\\ud83d\\ude00":"Emoji: Grinning Face","\\u0080":"Control","\\u00f6":"Latin Small Letter O With Diaeresis"}',
      '{"\\r":"Carriage Return","1":"One","\u0080":"Control","ö":"Latin Small Letter O With Diaeresis","€":"Euro Sign","😀":"Emoji: Grinning Face","\ufb33":"Hebrew Letter Dalet With Dagesh"}',
    ],
    [
      '{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}',
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    ],
    ['[-0, 5e-324, 9007199254740992, 295147905179352830000]', '[0,5e-324,9007199254740992,295147905179352830000]'],
  ])('writes the examples of the RFC as it says', (given, canonical) => {
    expect(canonicalJson(JSON.parse(given) as Json)).toBe(canonical); // JSON.parse makes nothing else
  });
});

describe('received text', () => {
  test('that is canonical is read as it is', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5, stringUnit: 'grapheme' }), (value) => {
        const text = canonicalJson(value);
        expect(parseCanonical(text)).toEqual({ ok: true, value: JSON.parse(text) });
      }),
    );
  });

  test.each([
    ['{"a":1,"a":1}', 'not-canonical'],
    ['{"b":1,"a":1}', 'not-canonical'],
    ['{"a":1 }', 'not-canonical'],
    ['{"a":-0}', 'not-canonical'],
    ['{"a":1.0}', 'not-canonical'],
    ['{"a":"\\u0041"}', 'not-canonical'],
    ['{"a":"\\ud800"}', 'not-canonical'],
    ['', 'not-json'],
    ['{"a":NaN}', 'not-json'],
    [`${'['.repeat(30)}${']'.repeat(30)}`, 'too-deep'],
    ['{"a":"[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[\\"[[["}', null],
    ['{"__proto__":1}', null],
  ])('%s', (text, fault) => {
    expect(parseCanonical(text)).toEqual(
      fault === null ? { ok: true, value: JSON.parse(text) } : { ok: false, error: fault },
    );
  });
});

describe('bytes', () => {
  test('UTF-8 is the platform’s', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect([...utf8(text)]).toEqual([...new TextEncoder().encode(text)]);
        expect(utf8Length(text)).toBe(utf8(text).length);
      }),
    );
    expect(() => utf8('\ud800')).toThrow(TypeError);
  });

  test('base64url is the platform’s, and only its own text is read back', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A', 'AB', 'AA=', 'A+', 'AAB', 'A A']) expect(fromBase64Url(text)).toBeNull();
  });
});
