import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { msToInstant } from '../kernel/instant.ts';
import { readCeremony } from './evidence-grammar.ts';
import * as sample from './evidence.fixture.ts';
import type { EvidenceEvent } from './evidence.ts';
import type { CeremonyOutcome } from './notice.ts';

const { handedBack, handedOver, prepared, refused, shown, signed, signing, witnessed } = sample;

/** As events, closed at the end with this outcome. */
function closed(
  script: readonly sample.Happening[],
  outcome: CeremonyOutcome,
  count = script.length + 1,
): EvidenceEvent[] {
  const around = (seq: number) => ({
    ...{ v: 1 as const, ceremonyId: sample.SAMPLE.ceremonyId, seq, prev: '0'.repeat(64) },
    ...{ at: msToInstant(seq), mono: seq, session: 'page' },
  });
  const end = { type: 'closed' as const, data: { outcome, count, before: '0'.repeat(64) } };
  return [...script, end].map((one, seq) => ({ ...around(seq), ...one }));
}

const why = (script: readonly sample.Happening[], outcome: CeremonyOutcome = 'acknowledged') =>
  readCeremony(closed(script, outcome)).fault?.why ?? null;

/** The script without the first event of a kind. */
const without = (type: string, script = signing()) =>
  script.toSpliced(
    script.findIndex((one) => one.type === type),
    1,
  );
const end = [handedBack, witnessed];
const only = { signer: 0, incomingNumber: '17/2026', note: '' };

describe('a ceremony fits when', () => {
  test.each([
    ['somebody signs', signing(), 'acknowledged'],
    ['two sign jointly', sample.signingJointly({ method: 'typed', text: 'x' }), 'acknowledged'],
    ['it is refused unread', [prepared(), handedOver, refused, ...end], 'refused'],
    [
      'it is refused aloud, after the tablet came back',
      [prepared(), handedOver, handedBack, refused, witnessed],
      'refused',
    ],
    [
      'it is stamped only',
      [prepared(), handedOver, shown, { type: 'received-only', data: only }, ...end],
      'received-only',
    ],
    ['nobody is there', [prepared(), { type: 'absent', data: { note: '' } }, witnessed], 'absent'],
    [
      'it is the wrong person, said before or after',
      [prepared(), { type: 'wrong-person', data: { name: '', department: '', note: '' } }, witnessed],
      'wrong-person',
    ],
    [
      'one of two signs and the other refuses',
      [
        ...sample.signingJointly({ method: 'typed', text: 'x' }).slice(0, 6),
        { ...refused, data: { ...refused.data, signer: 1 } } as sample.Happening,
        ...end,
      ],
      'refused',
    ],
    ['the tablet goes back and forth', [prepared(), handedOver, handedBack, ...signing().slice(1)], 'acknowledged'],
  ] as const)('%s', (_, script, outcome) => {
    expect(why(script, outcome)).toBeNull();
  });
});

describe('a ceremony does not fit when', () => {
  test.each([
    ['nobody was identified', without('identified'), 'consent of somebody who was not identified'],
    ['nobody consented', without('consented'), 'signed before the consent'],
    [
      'nothing was shown',
      without('shown').filter(({ type }) => type !== 'section-read'),
      'signed before the notice was shown in this language',
    ],
    ['nobody witnessed it', without('witnessed'), 'closed cannot come when the ceremony is returned'],
    ['the tablet never came back', without('handed-back'), 'witnessed cannot come when the ceremony is decided'],
    ['it was never handed over', without('handed-over'), 'identified cannot come when the ceremony is ready'],
    ['it was not prepared', without('prepared'), 'handed-over cannot come when the ceremony is empty'],
    ['somebody signs twice', signing().toSpliced(7, 0, signed(0)), 'signed cannot come when the ceremony is decided'],
    [
      'a refusal follows the signature',
      signing().toSpliced(7, 0, refused),
      'refused cannot come when the ceremony is decided',
    ],
    [
      'a language is chosen after the paper was shown',
      signing().toSpliced(5, 0, { type: 'language-changed', data: { language: 'ru' } }),
      'consent in a language that was not chosen',
    ],
    [
      'another paper is shown',
      signing().toSpliced(4, 0, { type: 'shown', data: { language: 'hu', pdfSha256: 'aa'.repeat(32) } }),
      'one language was shown as two different papers',
    ],
    [
      'another name is confirmed',
      signing().map((one) => (one.type === 'identified' ? { ...one, data: { ...one.data, confirmedName: 'X' } } : one)),
      'another name was confirmed',
    ],
    [
      'somebody else witnesses',
      signing().map((one) =>
        one.type === 'witnessed' ? { ...one, data: { ...one.data, userId: sample.SAMPLE.companyId as never } } : one,
      ),
      'witnessed by somebody else',
    ],
    [
      'it is refused and was never offered',
      [prepared(), refused, witnessed],
      'refused before the tablet was handed over',
    ],
    [
      'one of two jointly is missing',
      sample.signingJointly({ method: 'typed', text: 'x' }).toSpliced(8, 1),
      'witnessed cannot come when the ceremony is ready',
    ],
  ] as const)('%s', (_, script, reason) => {
    expect(why(script)).toBe(reason);
  });

  test.each(['refused', 'with-exceptions', 'absent', 'received-only'] as const)(
    'it was signed and says %s',
    (outcome) => {
      expect(why(signing(), outcome)).toBe(`closed as ${outcome}, but it was acknowledged`);
    },
  );

  test('objections were named and it says there were none', () => {
    const objected = signing().map((one) =>
      one.type === 'signed' ? signed(0, { objections: { stated: 'list', text: 'Paid' } }) : one,
    );
    expect(why(objected)).toBe('closed as acknowledged, but it was with-exceptions');
  });

  test('the count is wrong, something follows the end, or there is no end', () => {
    expect(readCeremony(closed(signing(), 'acknowledged', 3)).fault?.why).toBe('closed counts 3 events, there are 11');
    const twice = closed(signing(), 'acknowledged');
    expect(readCeremony([...twice, ...twice.slice(-1)]).fault?.why).toBe(
      'closed cannot come when the ceremony is over',
    );
    expect(readCeremony(twice.slice(0, -1)).fault).toEqual({ seq: 10, why: 'it stops witnessed' });
  });

  test('any act of the debtor is left out, doubled or moved before the tablet was handed over', () => {
    const script = signing();
    const bare = script.filter((one) => one.type !== 'section-read' && one.type !== 'copy-given');
    fc.assert(
      fc.property(fc.constantFrom(...bare.slice(1)), (act) => {
        expect(why(without(act.type, bare))).not.toBeNull();
        expect(why([act, ...without(act.type, bare)])).not.toBeNull();
      }),
    );
  });
});
