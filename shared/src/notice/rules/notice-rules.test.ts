import { describe, expect, test } from 'vitest';
import { JURISDICTIONS, type Jurisdiction } from '../../card/jurisdiction.ts';
import type { NoticeData } from '../notice-data.ts';
import { LAWS } from '../wording/laws.ts';
import { sampleNoticeData } from '../wording/sample-notice.ts';
import { hungarianInstruction, hungarianNotice } from './hungarian-rules.ts';
import { mayBePrepared, noticeRules } from './notice-rules.ts';

function sample(jurisdiction: Jurisdiction, change: Partial<NoticeData> = {}): NoticeData {
  return { ...sampleNoticeData(jurisdiction), ...change };
}
const found = (data: NoticeData) =>
  noticeRules(data).map(({ code, severity, stops, article }) => [code, severity, stops, article] as const);
const NOWHERE = { number: '', signedOn: '' };

describe('in Hungary', () => {
  test('a notice needs the fact of assignment and the claim, not the name of the factor', () => {
    const data = sample('HU');
    expect(hungarianNotice({ ...data, factor: { ...data.factor, legalName: '' }, payee: null })).toEqual([]);
    expect(hungarianNotice(sample('HU', { scope: { kind: 'contract' }, supplyContract: NOWHERE }))).toMatchObject([
      { code: 'claim-not-identified', severity: 'block', article: 'ptk-6-197-1' },
    ]);
    expect(hungarianNotice({ ...data, agreement: { ...data.agreement, number: ' ' } })).toMatchObject([
      { code: 'assignment-not-stated', severity: 'block' },
    ]);
  });

  test('an instruction needs the factor and its seat or its account: either place is enough', () => {
    const data = sample('HU');
    const { payee } = data;
    if (payee === null) throw new Error('the sample instructs');
    const noAccount = { ...payee, numbers: { kind: 'iban', iban: '', bic: null, giro: null } as const };
    const noSeat = { ...data.factor, seat: '' };
    expect(hungarianInstruction({ ...data, factor: noSeat })).toEqual([]);
    expect(hungarianInstruction({ ...data, payee: noAccount })).toEqual([]);
    const neither = hungarianInstruction({ ...data, factor: noSeat, payee: noAccount });
    expect(neither).toMatchObject([{ code: 'instruction-incomplete', severity: 'block', article: 'ptk-6-198-1' }]);
  });

  test('a notice without instruction leaves it to the factor alone, which is worth a warning', () => {
    expect(found(sample('HU', { payee: null }))).toContainEqual([
      'instruction-left-to-factor',
      'warn',
      null,
      'ptk-6-198-2',
    ]);
  });

  test('the factor’s notice without proof has no effect and is not prepared', () => {
    const data = sample('HU', { sender: 'factor', proofAttached: false });
    expect(found(data)).toContainEqual(['sender-without-proof', 'block', 'prepare', 'ptk-6-197-3']);
    expect(mayBePrepared(data)).toBe(false);
    expect(mayBePrepared({ ...data, proofAttached: true })).toBe(true);
    expect(mayBePrepared({ ...data, sender: 'supplier' })).toBe(true);
  });

  test('recourse without a register entry stops activation, not preparing', () => {
    const { agreement } = sample('HU');
    const data = sample('HU', { agreement: { ...agreement, registerEntry: null } });
    expect(found(data)).toContainEqual(['register-entry-missing', 'block', 'activate', 'ptk-6-406']);
    expect(mayBePrepared(data)).toBe(true);
    expect(
      found(sample('HU', { agreement: { ...agreement, registerEntry: null, recourse: false } })),
    ).not.toContainEqual(['register-entry-missing', 'block', 'activate', 'ptk-6-406']);
  });

  test('future claims need a contract by which they can be told', () => {
    const data = sample('HU', { scope: { kind: 'contract' }, supplyContract: { number: 'X', signedOn: '' } });
    expect(found(data)).toContainEqual(['future-claims-not-identifiable', 'block', 'prepare', 'ptk-6-194-2']);
  });
});

describe('in Russia', () => {
  test('the person to be paid must be named', () => {
    expect(found(sample('RU', { payee: null }))).toContainEqual(['payee-missing', 'block', 'prepare', 'gk-830-1']);
  });

  test('the factor alone without proof may be sent, but the debtor may withhold', () => {
    const data = sample('RU', { sender: 'factor', proofAttached: false });
    expect(found(data)).toContainEqual(['debtor-may-withhold', 'warn', null, 'gk-385-1']);
    expect(mayBePrepared(data)).toBe(true);
    expect(found({ ...data, sender: 'supplier' }).map(([code]) => code)).not.toContain('debtor-may-withhold');
  });

  test('proof on request and the clock for objections are told, whoever sends', () => {
    for (const sender of ['supplier', 'factor', 'joint'] as const) {
      const all = found(sample('RU', { sender }));
      expect(all).toContainEqual(['proof-on-request', 'info', null, 'gk-830-2']);
      expect(all).toContainEqual(['objections-clock', 'info', null, 'gk-386']);
    }
  });
});

describe('in the United States', () => {
  test('payment must be directed to the factor, and the rights reasonably identified', () => {
    const data = sample('US', { payee: null, supplyContract: NOWHERE });
    expect(found(data)).toContainEqual(['payee-missing', 'block', 'prepare', 'ucc-9-406-a']);
    expect(found(data)).toContainEqual(['claim-not-identified', 'block', 'prepare', 'ucc-9-406-b']);
  });

  test('proof is owed on request also when the supplier sent it', () => {
    expect(found(sample('US', { sender: 'supplier' }))).toContainEqual([
      'proof-on-request',
      'info',
      null,
      'ucc-9-406-c',
    ]);
  });
});

describe('in the Union', () => {
  test('currency and country of payment are told as rules of the house, without an article', () => {
    const data = sample('EU');
    const row = {
      invoiceNumber: '1',
      issuedOn: '2026-11-01',
      dueOn: '2026-12-01',
      amountMinor: 1,
      waybillNumber: null,
    };
    const all = found({
      ...data,
      scope: { kind: 'list', rows: [{ ...row, currency: 'CZK' }] },
      accountBefore: {
        holderName: 'X',
        numbers: { kind: 'iban', iban: 'DE89370400440532013000', bic: null, giro: null },
      },
    });
    expect(all).toContainEqual(['currency-differs', 'info', null, null]);
    expect(all).toContainEqual(['country-of-payment-differs', 'info', null, null]);
  });

  test('no finding cites an article, and the law of the contract is asked for', () => {
    const all = found(sample('EU', { governingLaw: '', payee: null, sender: 'factor', proofAttached: false }));
    expect(all.filter(([, , , article]) => article !== null)).toEqual([]);
    expect(all).toContainEqual(['governing-law-missing', 'warn', null, null]);
  });
});

describe.each(JURISDICTIONS)('under every law, here %s', (jurisdiction) => {
  test('a supplier’s notice nobody signs is not prepared, nor one joint signatory alone', () => {
    const { supplier } = sample(jurisdiction);
    const nobody = sample(jurisdiction, { supplier: { ...supplier, signatories: [] } });
    const [first] = supplier.signatories;
    if (first === undefined) throw new Error('the sample has a signatory');
    const alone = { ...supplier, signatories: [{ ...first, signingRule: 'joint' as const }] };
    expect(mayBePrepared(nobody)).toBe(false);
    expect(found(sample(jurisdiction, { supplier: alone })).map(([code]) => code)).toContain('joint-signatory-missing');
  });

  test('impossible days, a due day before the invoice and an invoice listed twice are named where they stand', () => {
    const { scope: _, ...rest } = sample(jurisdiction);
    const row = { issuedOn: '2026-11-10', dueOn: '2026-12-10', amountMinor: 100, currency: 'EUR', waybillNumber: null };
    const rows = [
      { ...row, invoiceNumber: 'A 1' },
      { ...row, invoiceNumber: 'a1' },
      { ...row, invoiceNumber: 'B', dueOn: '2026-11-09' },
      { ...row, invoiceNumber: 'C', issuedOn: '2026-02-30' },
      { ...row, invoiceNumber: 'D', issuedOn: '2026-11-25', dueOn: '2026-12-25' },
    ];
    const paths = noticeRules({ ...rest, scope: { kind: 'list', rows } }).map(({ code, path }) => `${code} ${path}`);
    expect(paths).toEqual(
      expect.arrayContaining([
        'invoice-twice scope.rows.1.invoiceNumber',
        'due-before-issued scope.rows.2.dueOn',
        'day-impossible scope.rows.3.issuedOn',
        'invoice-after-notice scope.rows.4.issuedOn',
      ]),
    );
  });

  test('every article a finding names was read', () => {
    const broken = sample(jurisdiction, {
      payee: null,
      sender: 'factor',
      proofAttached: false,
      supplyContract: NOWHERE,
    });
    const cited = noticeRules(broken).flatMap(({ article }) => (article === null ? [] : [article]));
    expect(cited.filter((article) => LAWS[article] === undefined)).toEqual([]);
    expect(cited.length > 0).toBe(jurisdiction !== 'EU');
  });

  test('a contact for proof and an address are asked for', () => {
    const data = sample(jurisdiction);
    const codes = found({
      ...data,
      factor: { ...data.factor, numbers: [], contact: { name: '', phone: '', email: '' } },
      debtor: { ...data.debtor, seat: '', postalAddress: '' },
    }).map(([code]) => code);
    expect(codes).toEqual(expect.arrayContaining(['contact-missing', 'addressee-incomplete', 'number-missing']));
  });
});

test('a holder whose name is not the factor’s is a warning where banks compare names', () => {
  const named = (jurisdiction: Jurisdiction) => {
    const data = sample(jurisdiction);
    if (data.payee === null) throw new Error('the sample instructs');
    return found({ ...data, payee: { ...data.payee, holderName: 'Other' } }).map(([code]) => code);
  };
  expect(JURISDICTIONS.filter((jurisdiction) => named(jurisdiction).includes('holder-is-not-factor'))).toEqual([
    'HU',
    'EU',
  ]);
});

test('totals that cannot be added exactly are refused, several currencies are told', () => {
  const row = { issuedOn: '2026-11-10', dueOn: '2026-12-10', waybillNumber: null };
  const rows = [
    { ...row, invoiceNumber: '1', amountMinor: Number.MAX_SAFE_INTEGER, currency: 'EUR' },
    { ...row, invoiceNumber: '2', amountMinor: 1, currency: 'EUR' },
    { ...row, invoiceNumber: '3', amountMinor: 1, currency: 'USD' },
  ];
  const codes = found(sample('EU', { scope: { kind: 'list', rows } })).map(([code]) => code);
  expect(codes).toEqual(expect.arrayContaining(['total-too-large', 'several-currencies']));
});
