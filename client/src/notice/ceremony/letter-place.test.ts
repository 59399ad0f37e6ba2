import { NO_CEREMONY, type CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import type { EvidenceOf, SignerIdentity } from '@cession/shared/notice/evidence.ts';
import { describe, expect, test } from 'vitest';
import { gapsIn, NO_ANSWERS, objectionsIn, openAt, signerAt, stepBefore, type LetterPlace } from './letter-place.ts';

const signer = (name: string): SignerIdentity => ({
  ...{ name, title: '', authority: 'statutory', authorityReference: '', identifiedBy: 'known' },
});
// Only the signers are read here.
const prepared = {
  signers: [signer('Anna'), signer('Béla')],
  signingRule: 'joint',
} as unknown as EvidenceOf<'prepared'>['data'];
const handed: CeremonyState = { ...NO_CEREMONY, place: 'handed', handedOver: true, language: 'hu', prepared };
const kept = (part: Partial<LetterPlace>): LetterPlace => ({
  ...{ ceremonyId: 'c', signer: 0, step: 'answers', language: 'ru', answers: { ...NO_ANSWERS, list: '№ 7' } },
  ...part,
});

describe('a tablet that was started anew', () => {
  test('opens at the page the reader had reached, with their answers', () => {
    expect(openAt(handed, 'c', kept({}))).toEqual(kept({}));
  });

  test('asks for the signature again: what was drawn is not kept', () => {
    expect(openAt(handed, 'c', kept({ step: 'review' })).step).toBe('sign');
  });

  test('begins with the language where nothing is known, or only another ceremony', () => {
    expect(openAt(handed, 'c', null)).toMatchObject({ step: 'language', language: 'hu', answers: NO_ANSWERS });
    expect(openAt(handed, 'c', kept({ ceremonyId: 'other' })).step).toBe('language');
  });

  test('thanks whoever has decided, and nobody else', () => {
    expect(openAt({ ...handed, place: 'decided', outcome: 'refused' }, 'c', kept({})).step).toBe('thanks');
    expect(openAt(handed, 'c', kept({ step: 'thanks' })).step).toBe('language');
  });

  test('goes to the second signer with nothing answered for them', () => {
    const place = openAt({ ...handed, signed: [0] }, 'c', kept({}));
    expect(place).toMatchObject({ step: 'next-signer', signer: 1, answers: NO_ANSWERS });
  });
});

test('the next to sign is the first who has not', () => {
  expect([[], [0], [1], [0, 1]].map((signed) => signerAt({ ...handed, signed }))).toEqual([0, 1, 0, 1]);
});

test('no answer is recorded as no statement, never as “none”', () => {
  expect(objectionsIn(NO_ANSWERS)).toEqual({ stated: 'not-stated' });
  expect(objectionsIn({ ...NO_ANSWERS, objections: 'none' })).toEqual({ stated: 'none' });
  expect(objectionsIn({ ...NO_ANSWERS, objections: 'list', list: ' № 7 ' })).toEqual({ stated: 'list', text: '№ 7' });
});

test('signing needs the consent, and a list that is announced must say something', () => {
  expect(gapsIn(NO_ANSWERS)).toEqual(['consent']);
  expect(gapsIn({ ...NO_ANSWERS, consents: true })).toEqual([]);
  expect(gapsIn({ ...NO_ANSWERS, consents: true, objections: 'list', list: ' ' })).toEqual(['objections']);
});

test('who looked at another way out comes back to where they were', () => {
  expect(stepBefore('refuse', 'changes')).toBe('changes');
  expect(stepBefore('wrong-person', 'review')).toBe('review');
  expect(stepBefore('stamp', 'review')).toBe('refuse');
  // A tablet started anew does not know it, nor who holds it.
  expect(stepBefore('wrong-person', null)).toBe('identity');
});
