import { expect, test } from 'vitest';
import { problemWords } from './problem-words.ts';

const ACCOUNT = 'bankAccounts.0190aaaa-0000-7000-8000-0000000000ba';

test.each([
  ['taxNumber', { code: 'unknown-part', part: 'county' }, 'hu.tax-number.county'],
  ['taxNumber', { code: 'check-digit' }, 'hu.tax-number.check-digit'],
  ['taxNumber', { code: 'sentinel' }, 'sentinel'],
  [`${ACCOUNT}.giro`, { code: 'check-digit', part: 'group-2' }, 'hu.giro.group-2'],
  [`${ACCOUNT}.account`, { code: 'check-digit', part: 'account-key' }, 'ru.account.account-key'],
  ['registeredAddress.zip', { code: 'format' }, 'zip.format'],
  ['registeredAddress.region', { code: 'unknown-part', part: 'state' }, 'us.state.state'],
  ['invoiceEmail', { code: 'format' }, 'email.format'],
  ['ogrn', { code: 'check-digit' }, 'check-digit'],
  ['nowhere', { code: 'format' }, 'format'],
] as const)('%s with %j is told as %s', (path, problem, words) => {
  expect(problemWords(path, problem)).toBe(words);
});
