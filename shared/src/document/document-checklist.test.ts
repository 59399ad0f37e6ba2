import { expect, test } from 'vitest';
import { hungarianKft, russianOoo } from '../../../tests/support/sample-cards.ts';
import type { Day, Instant } from '../kernel/instant.ts';
import { documentChecklist, isOverdue, type ChecklistCard, type ChecklistLine } from './document-checklist.ts';
import { documentTypesIn } from './document-kinds.ts';
import type { CardDocument } from './document.ts';

const BEGUN = '2026-11-02T09:00:00.000Z' as Instant; // literals of the right form
const TODAY = '2026-11-20' as Day;
const hungarian: ChecklistCard = { ...hungarianKft, createdAt: BEGUN };

function documentOf(given: Partial<CardDocument>): CardDocument {
  const one = {
    ...{ id: '0190dddd-0000-7000-8000-000000000001', cardId: '0190eeee-0000-7000-8000-000000000001' },
    ...{ audienceIds: [], type: 'supply-contract', noticeId: null, fileName: '', file: null, bytesAt: null, note: '' },
    ...{ form: 'paper-original', dueOn: null, original: 'promised', moves: [], addedAt: BEGUN, removed: false },
    ...{ addedBy: '0190aaaa-0000-7000-8000-000000000001', ...given },
  };
  return one as CardDocument; // ids made up above
}
const file = { sha256: 'a'.repeat(64), byteLength: 10, mediaType: 'image/jpeg' } as const;

function lineOf(card: ChecklistCard, type: string, documents: readonly CardDocument[] = []): ChecklistLine | undefined {
  return documentChecklist(card, documents, TODAY).find((line) => line.type === type);
}

test('a Hungarian card is asked for other papers than a Russian one', () => {
  const asked = (card: ChecklistCard) => documentChecklist(card, [], TODAY).map(({ type }) => type);
  expect(asked(hungarian)).toEqual(['register-extract', 'signing-specimen', 'supply-contract']);
  expect(asked({ ...russianOoo, createdAt: BEGUN })).toEqual(
    expect.arrayContaining(['signature-card', 'three-party-agreement', 'supply-contract']),
  );
  expect(documentTypesIn('US')).toContain('w-9');
  expect(documentTypesIn('HU')).not.toContain('w-9');
});

test('a contract is due thirty days after its day, but never before the card had its own thirty days', () => {
  expect(lineOf(hungarian, 'supply-contract')?.dueOn).toBe('2026-12-02');
  const fresh = { ...hungarian, values: { ...hungarian.values, contractDate: '2026-11-15' } };
  expect(lineOf(fresh, 'supply-contract')?.dueOn).toBe('2026-12-15');
});

test('a paper goes from missing over promised and outstanding to done', () => {
  const state = (documents: readonly CardDocument[]) => lineOf(hungarian, 'supply-contract', documents)?.state;
  expect(state([])).toBe('missing');
  expect(state([documentOf({})])).toBe('promised');
  expect(state([documentOf({ file })])).toBe('original-outstanding');
  expect(state([documentOf({ file, original: 'received' })])).toBe('done');
  expect(state([documentOf({ file, removed: true })])).toBe('missing');
});

test('what is due today is not overdue, what was due yesterday is, and what is in the office never is', () => {
  expect(isOverdue(documentOf({ dueOn: '2026-11-20' }), TODAY)).toBe(false);
  expect(isOverdue(documentOf({ dueOn: '2026-11-19' }), TODAY)).toBe(true);
  expect(isOverdue(documentOf({ dueOn: '2026-11-19', file, original: 'filed' }), TODAY)).toBe(false);
  expect(lineOf(hungarian, 'supply-contract', [documentOf({ dueOn: '2026-11-19' })])?.overdue).toBe(true);
});
