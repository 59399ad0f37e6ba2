import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { PartyNumber } from '../agreement.ts';
import type { NoticeData } from '../notice-data.ts';
import type { LawKey } from '../wording/laws.ts';
import { block, warn, type Finding } from './finding.ts';

/** Any one of these kinds names a party well enough for the tax or register office of its jurisdiction. */
const EXPECTED: Readonly<Record<Jurisdiction, readonly PartyNumber['kind'][]>> = {
  HU: ['tax', 'group-tax', 'vat'],
  RU: ['inn'],
  EU: ['vat', 'tax', 'register', 'lei'],
  US: ['ein', 'state'],
};

/** Where the law wants the notice in writing or signed by one of the two: Ptk. 6:7(3), UCC 9-406(a). */
const SIGNED: Readonly<Record<Jurisdiction, LawKey | null>> = {
  HU: 'ptk-6-7-3',
  RU: null,
  EU: null,
  US: 'ucc-9-406-a',
};

/** Who is named how: signatories of the sender, numbers, addresses, a contact for proof. Partly law, partly house. */
export function partyRules(data: NoticeData): readonly Finding[] {
  return [...signatories(data), ...numbers(data), ...addresses(data)];
}

function signatories({ sender, supplier, jurisdiction }: NoticeData): readonly Finding[] {
  if (sender === 'factor') return [warn('factor-must-sign', 'sender', SIGNED[jurisdiction])];
  const [only, ...more] = supplier.signatories;
  return [
    ...(only === undefined ? [block('signatory-missing', 'supplier.signatories', SIGNED[jurisdiction])] : []),
    ...(only?.signingRule === 'joint' && more.length === 0
      ? [block('joint-signatory-missing', 'supplier.signatories')]
      : []),
    ...(sender === 'joint' ? [warn('factor-must-sign', 'sender')] : []),
  ];
}

function numbers(data: NoticeData): readonly Finding[] {
  const expected = EXPECTED[data.jurisdiction];
  return (['supplier', 'factor', 'debtor'] as const).flatMap((party) =>
    data[party].numbers.some(({ kind }) => expected.includes(kind)) ? [] : [warn('number-missing', `${party}.numbers`)],
  );
}

function addresses({ debtor, factor }: NoticeData): readonly Finding[] {
  const addressed = debtor.postalAddress.trim() !== '' || debtor.seat.trim() !== '';
  const reachable = factor.contact.phone.trim() !== '' || factor.contact.email.trim() !== '';
  return [
    ...(addressed ? [] : [warn('addressee-incomplete', 'debtor.postalAddress')]),
    ...(reachable ? [] : [warn('contact-missing', 'factor.contact')]),
  ];
}
