import type { Jurisdiction } from '../card/jurisdiction.ts';
import { checkIdentifier, formatIdentifier } from '../card/identifiers/check-identifier.ts';
import type { IdentifierKind, IdentifierProblem } from '../card/identifiers/identifier.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { AccountNumbers } from './agreement.ts';

export type AccountKind = AccountNumbers['kind'];
/** A number of an account, by the name it has in AccountNumbers. */
export type AccountPart = 'iban' | 'bic' | 'giro' | 'bik' | 'account' | 'corrAccount' | 'aba' | 'lockbox';

export interface AccountProblem {
  readonly part: AccountPart | 'kind';
  /** The kind whose sentence tells what is wrong; null: it is not the number itself. */
  readonly kind: IdentifierKind | null;
  readonly problem: IdentifierProblem;
}

export interface AccountLine {
  readonly part: AccountPart;
  /** Grouped as people read it aloud: in fours, or as its register prints it. */
  readonly text: string;
}

/** The parts an account of this kind has, in the order people read them, and which may be left out. */
export const ACCOUNT_PARTS = {
  iban: [
    { part: 'iban', kind: 'iban', optional: false },
    { part: 'bic', kind: 'bic', optional: true },
    { part: 'giro', kind: 'hu.giro', optional: true },
  ],
  ru: [
    { part: 'bik', kind: 'ru.bik', optional: false },
    { part: 'account', kind: 'ru.account', optional: false },
    { part: 'corrAccount', kind: 'ru.corr-account', optional: false },
  ],
  us: [
    { part: 'aba', kind: 'us.aba', optional: false },
    { part: 'account', kind: 'us.account', optional: false },
    { part: 'bic', kind: 'bic', optional: true },
    { part: 'lockbox', kind: null, optional: true },
  ],
} as const satisfies Record<
  AccountKind,
  readonly { readonly part: AccountPart; readonly kind: IdentifierKind | null; readonly optional: boolean }[]
>;

/** The kind of account debtors pay to under this law: domestic numbers in Russia and the United States, IBAN elsewhere. */
export function accountKindOf(jurisdiction: Jurisdiction): AccountKind {
  if (jurisdiction === 'RU') return 'ru';
  return jurisdiction === 'US' ? 'us' : 'iban';
}

/** One part; null where the account has none. */
export function accountPart(numbers: AccountNumbers, part: AccountPart): string | null {
  return Object.entries(numbers).find(([name]) => name === part)?.[1] ?? null;
}

/**
 * The numbers in storage form, or everything that is wrong with them: check digits by the rule of each kind (IBAN: ISO
 * 13616; Russian accounts: the key against the БИК; ABA: weights 3-7-1), an account of another country's kind, and a
 * GIRO number that names another account than the IBAN beside it. Published examples pass in demo companies only.
 */
export function checkAccountNumbers(
  numbers: AccountNumbers,
  context: { readonly jurisdiction: Jurisdiction; readonly allowSamples: boolean },
): Result<AccountNumbers, readonly AccountProblem[]> {
  if (numbers.kind !== accountKindOf(context.jurisdiction)) {
    return err([{ part: 'kind', kind: null, problem: { code: 'contradiction' } }] satisfies AccountProblem[]);
  }
  const bik = accountPart(numbers, 'bik');
  const world = { allowSamples: context.allowSamples, ...(bik === null ? {} : { bik }) };
  const problems: AccountProblem[] = [];
  const right: Record<string, string | null> = {};
  for (const { part, kind, optional } of ACCOUNT_PARTS[numbers.kind]) {
    const typed = (accountPart(numbers, part) ?? '').trim();
    right[part] = typed === '' ? null : typed;
    if (typed === '' && optional) continue;
    if (kind === null) continue;
    const check = checkIdentifier(kind, typed, world);
    right[part] = check.value;
    if (!check.ok) problems.push({ part, kind, problem: check.problem });
  }
  if (problems.length === 0 && !sameAccount(right)) {
    problems.push({ part: 'giro', kind: null, problem: { code: 'contradiction' } });
  }
  if (problems.length > 0) return err(problems);
  return ok({ kind: numbers.kind, ...right } as AccountNumbers); // every part of the kind was filled in above
}

/** A Hungarian IBAN ends in the 24 digits of its GIRO number; 16 digits stand for 24 with zeros. */
function sameAccount({ iban, giro }: Readonly<Record<string, string | null>>): boolean {
  if (!giro || !iban) return true;
  return iban.startsWith('HU') && iban.slice(4) === giro.replaceAll('-', '').padEnd(24, '0');
}

/** Every number there is, grouped so that two people can compare it digit by digit. */
export function accountLines(numbers: AccountNumbers): AccountLine[] {
  return ACCOUNT_PARTS[numbers.kind].flatMap(({ part, kind }) => {
    const value = accountPart(numbers, part);
    return value === null || value === '' ? [] : [{ part, text: groupedNumber(kind, value) }];
  });
}

const IN_FOURS: readonly (IdentifierKind | null)[] = ['ru.account', 'ru.corr-account', 'us.account'];
const IN_THREES: readonly (IdentifierKind | null)[] = ['ru.bik', 'us.aba'];

function groupedNumber(kind: IdentifierKind | null, value: string): string {
  if (IN_FOURS.includes(kind)) return value.replace(/(.{4})(?=.)/g, '$1 ');
  if (IN_THREES.includes(kind)) return value.replace(/(.{3})(?=.)/g, '$1 ');
  return kind === null ? value : formatIdentifier(kind, value);
}

/** The last four places of the account: enough to tell two apart in a list, too little to pay to. */
export function lastFour(numbers: AccountNumbers): string {
  return (accountPart(numbers, numbers.kind === 'iban' ? 'iban' : 'account') ?? '').slice(-4);
}
