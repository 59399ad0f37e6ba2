import { describe, expect, test } from 'vitest';
import { checkIdentifier } from '../../card/identifiers/check-identifier.ts';
import type { IdentifierKind } from '../../card/identifiers/identifier.ts';
import { JURISDICTIONS, type Jurisdiction } from '../../card/jurisdiction.ts';
import type { AccountNumbers, PartyNumber } from '../agreement.ts';
import { noticeRules } from '../rules/notice-rules.ts';
import { sampleNoticeData } from './sample-notice.ts';

const KINDS: Readonly<Record<Jurisdiction, Partial<Record<PartyNumber['kind'], IdentifierKind>>>> = {
  HU: { tax: 'hu.tax-number', register: 'hu.register-number' },
  RU: { inn: 'ru.inn', kpp: 'ru.kpp', ogrn: 'ru.ogrn' },
  EU: { vat: 'eu.vat', lei: 'lei' },
  US: { ein: 'us.ein' },
};

describe.each(JURISDICTIONS)('the sample of %s', (jurisdiction) => {
  const data = sampleNoticeData(jurisdiction);

  test('has numbers whose check digits hold', () => {
    const parties = [data.supplier, data.factor, data.debtor].flatMap(({ numbers }) =>
      numbers.flatMap(({ kind, value }) => {
        const check = KINDS[jurisdiction][kind];
        return check === undefined ? [] : [[check, value] as const];
      }),
    );
    const bad = [...parties, ...accounts(data.payee?.numbers), ...accounts(data.accountBefore?.numbers)].filter(
      ([kind, value, bik]) => !checkIdentifier(kind, value, { allowSamples: true, ...(bik && { bik }) }).ok,
    );
    expect(bad).toEqual([]);
  });

  test('may be prepared and warns of nothing but the factor’s own signature', () => {
    const loud = noticeRules(data).filter(({ severity }) => severity !== 'info');
    expect(loud.map(({ code }) => code)).toEqual(['factor-must-sign']);
  });

  test('cannot be mistaken for a real company', () => {
    for (const { contact } of [data.supplier, data.factor]) expect(contact.email).toMatch(/\.example$/);
    expect(data.verifyAddress).toMatch(/\.example\//);
  });
});

function accounts(numbers: AccountNumbers | undefined): readonly (readonly [IdentifierKind, string, string?])[] {
  if (numbers === undefined) return [];
  switch (numbers.kind) {
    case 'iban':
      return [['iban', numbers.iban], ...(numbers.giro === null ? [] : [['hu.giro', numbers.giro] as const])];
    case 'ru':
      return [
        ['ru.bik', numbers.bik],
        ['ru.account', numbers.account, numbers.bik],
        ['ru.corr-account', numbers.corrAccount, numbers.bik],
      ];
    case 'us':
      return [['us.aba', numbers.aba]];
  }
}
