import type { Card, CardValues } from '../card/card.ts';
import { itemOf } from '../card/card-path.ts';
import type { Instant } from '../kernel/instant.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { Agreement, Factor, PartyNumber, PayeeAccount, Supplier } from './agreement.ts';
import type { NoticeData, Party, Scope, SenderRole } from './notice-data.ts';
import type { NoticeId } from './notice.ts';

export interface NoticeChoices {
  readonly noticeId: NoticeId;
  readonly sender: SenderRole;
  readonly proofAttached: boolean;
  readonly scope: Scope;
  /** Days as YYYY-MM-DD. */
  readonly issuedOn: string;
  readonly effectiveOn: string;
  readonly place: string;
  readonly supplyContract: { readonly number: string; readonly signedOn: string };
  readonly accountBefore: NoticeData['accountBefore'];
  readonly governingLaw: string;
  /** false: the notice names the factor and leaves the instruction to pay to it. */
  readonly withInstruction: boolean;
  readonly preparedAt: Instant;
  /** Origin of the public page that checks papers, without a path. */
  readonly origin: string;
}

export interface NoticeParts {
  readonly card: Card;
  readonly supplier: Supplier;
  readonly factor: Factor;
  readonly agreement: Agreement;
  /** The account in force of the agreement. */
  readonly account: PayeeAccount | null;
  readonly choices: NoticeChoices;
}

export type ComposeRefusal =
  | { readonly code: 'notice.no-account' }
  | { readonly code: 'notice.agreement-ended' }
  | { readonly code: 'notice.debtor-incomplete'; readonly missing: readonly string[] };

/**
 * What a notice says, put together from the card, the agreement and the rep's choices. Pure. Refuses an agreement that
 * ended, an instruction without a released account, and a debtor without name, seat or contract (UCC 9-406(b)(1),
 * Ptk. 6:194(2): claims must be identifiable). Nothing of the account comes from the rep.
 */
export function composeNotice(parts: NoticeParts): Result<NoticeData, ComposeRefusal> {
  const { card, supplier, factor, agreement, account, choices } = parts;
  if (agreement.status === 'ended') return err({ code: 'notice.agreement-ended' });
  if (choices.withInstruction && account?.status !== 'released') return err({ code: 'notice.no-account' });
  const debtor = debtorOf(card);
  const missing = missingOf(debtor, choices);
  if (missing.length > 0) return err({ code: 'notice.debtor-incomplete', missing });
  return ok({
    v: 1,
    noticeId: choices.noticeId,
    number: noticeNumber(agreement.number, choices.noticeId),
    jurisdiction: agreement.jurisdiction,
    preparedAt: choices.preparedAt,
    issuedOn: choices.issuedOn,
    place: choices.place,
    sender: choices.sender,
    proofAttached: choices.proofAttached,
    supplier: { ...partyOf(supplier), signatories: supplier.signatories, contact: contactOf(supplier) },
    factor: { ...partyOf(factor), contact: contactOf(factor) },
    debtor: { ...debtor, postalAddress: postalAddressOf(card.values) || debtor.seat },
    supplyContract: { ...choices.supplyContract },
    agreement: {
      number: agreement.number,
      signedOn: agreement.signedOn,
      recourse: agreement.recourse,
      registerEntry: agreement.registerEntry,
      threeParty: agreement.threeParty,
    },
    payee: choices.withInstruction && account ? payeeOf(account) : null,
    accountBefore: choices.accountBefore,
    scope: choices.scope,
    effectiveOn: choices.effectiveOn,
    copies: 3,
    governingLaw: choices.governingLaw,
    verifyAddress: `${choices.origin}/verify`,
  });
}

/** A number people can read out: the agreement's, and eight digits of the notice's own id that carry its chance. */
export function noticeNumber(agreementNumber: string, id: NoticeId): string {
  return `${agreementNumber.slice(0, 28)}/N-${id.slice(-8).toUpperCase()}`;
}

/** Telephone numbers of the card: those a call-back may use. In the card's order, without those taken away. */
export function numbersOnFile(card: Card): string[] {
  const phones = Object.entries(card.values).filter(([path]) => {
    const item = itemOf(path);
    return (
      item?.list === 'contacts' && item.part === 'phone' && card.values[`contacts.${item.itemId}.removed`] !== true
    );
  });
  return [...new Set(phones.map(([, value]) => String(value)))].slice(0, 20);
}

/** The released account as it is printed: exactly the row, nothing else. */
export function payeeOf(account: PayeeAccount): NonNullable<NoticeData['payee']> {
  const { id, version, holderName, bankName, currency, numbers } = account;
  return { accountId: id, version, holderName, bankName, currency, numbers };
}

function partyOf({ legalName, numbers, seat }: Supplier | Factor): Party {
  return { legalName, numbers, seat };
}

function contactOf({ contactName, contactPhone, contactEmail }: Supplier | Factor) {
  return { name: contactName, phone: contactPhone, email: contactEmail };
}

const DEBTOR_NUMBERS = [
  ['taxNumber', 'tax'],
  ['groupTaxNumber', 'group-tax'],
  ['euVatNumber', 'vat'],
  ['registerNumber', 'register'],
  ['soleTraderNumber', 'register'],
  ['nationalRegisterId', 'register'],
  ['inn', 'inn'],
  ['kpp', 'kpp'],
  ['ogrn', 'ogrn'],
  ['ogrnip', 'ogrn'],
  ['ein', 'ein'],
  ['stateOfOrganisation', 'state'],
  ['lei', 'lei'],
] as const satisfies readonly (readonly [string, PartyNumber['kind']])[];

function debtorOf({ values }: Card): Party {
  const numbers = DEBTOR_NUMBERS.flatMap(([path, kind]) => {
    const value = textOf(values, path);
    return value === '' ? [] : [{ kind, value: value.slice(0, 60) }];
  });
  return { legalName: textOf(values, 'legalName'), numbers, seat: addressLine(values, 'registeredAddress') };
}

function missingOf(debtor: Party, { supplyContract }: NoticeChoices): string[] {
  return [
    ...(debtor.legalName === '' ? ['legalName'] : []),
    ...(debtor.seat === '' ? ['registeredAddress'] : []),
    ...(supplyContract.number.trim() === '' ? ['contractNumber'] : []),
    ...(supplyContract.signedOn === '' ? ['contractDate'] : []),
  ];
}

function postalAddressOf(values: CardValues): string {
  return values['postalDiffers'] === true ? addressLine(values, 'postalAddress') : '';
}

/** One line: postal code and town, street and number, region, country code. */
function addressLine(values: CardValues, name: string): string {
  const part = (key: string): string => textOf(values, `${name}.${key}`);
  const town = [part('zip'), part('city')].filter(Boolean).join(' ');
  const street = [part('street'), part('streetType'), part('houseNumber')].filter(Boolean).join(' ');
  if (town === '' && street === '') return '';
  return [town, street, part('region'), part('country')].filter(Boolean).join(', ').slice(0, 300);
}

function textOf(values: CardValues, path: string): string {
  const value = values[path];
  return typeof value === 'string' ? value : '';
}
