import { checkBic, checkIban } from './bank.ts';
import { checkEori } from './eori.ts';
import { checkEuVat } from './european-union.ts';
import {
  checkGiro,
  checkGroupTaxNumber,
  checkHungarianEuVat,
  checkPersonalTaxId,
  checkRegisterNumber,
  checkSoleTraderNumber,
  checkStatisticalCode,
  checkTaxNumber,
} from './hungary.ts';
import { verdict } from './identifier.ts';
import type { CheckTyped, IdentifierCheck, IdentifierContext, IdentifierKind } from './identifier.ts';
import { checkLei } from './lei.ts';
import { LONGEST_TYPED, plainText } from './normalise.ts';
import { checkPeppol } from './peppol.ts';
import { checkBik, checkInn, checkKpp, checkOgrn, checkOgrnip, checkOkpo, checkOkved } from './russia.ts';
import { checkAccount, checkCorrespondentAccount } from './russian-account.ts';
import { checkAba, checkEin, checkSsnOrEin, checkState, checkUsAccount } from './united-states.ts';

const CHECKS: Record<IdentifierKind, CheckTyped> = {
  'hu.tax-number': checkTaxNumber,
  'hu.group-tax-number': checkGroupTaxNumber,
  'hu.eu-vat': checkHungarianEuVat,
  'hu.register-number': checkRegisterNumber,
  'hu.sole-trader-number': checkSoleTraderNumber,
  'hu.giro': checkGiro,
  'hu.statistical-code': checkStatisticalCode,
  'hu.personal-tax-id': checkPersonalTaxId,
  'ru.inn': checkInn,
  'ru.kpp': checkKpp,
  'ru.ogrn': checkOgrn,
  'ru.ogrnip': checkOgrnip,
  'ru.okpo': checkOkpo,
  'ru.okved': checkOkved,
  'ru.bik': checkBik,
  'ru.account': checkAccount,
  'ru.corr-account': checkCorrespondentAccount,
  'eu.vat': checkEuVat,
  iban: checkIban,
  bic: checkBic,
  lei: checkLei,
  eori: checkEori,
  peppol: checkPeppol,
  'us.ein': checkEin,
  'us.aba': checkAba,
  'us.account': checkUsAccount,
  'us.state': checkState,
  'us.ssn-or-ein': checkSsnOrEin,
};

/**
 * Normalises what a person typed or pasted and checks it by the rule of its kind; each rule names its source beside it.
 * Never throws and never looks at more than the first 201 UTF-16 units: a longer text is refused as `length`.
 */
export function checkIdentifier(kind: IdentifierKind, raw: string, context: IdentifierContext): IdentifierCheck {
  if (raw.length > LONGEST_TYPED) {
    return verdict(raw.slice(0, LONGEST_TYPED + 1), 'format', { code: 'length' });
  }
  const typed = plainText(raw);
  return typed === '' ? verdict('', 'format', { code: 'length' }) : CHECKS[kind](typed, context);
}

const FORMATS: Partial<Record<IdentifierKind, (value: string) => string>> = {
  iban: inFours,
  lei: inFours,
  'us.ein': asEin,
  'us.ssn-or-ein': asEin,
};

/** A stored value as people read it: IBAN and LEI in fours, EIN `12-3456789`. Kinds stored readable stay as they are. */
export function formatIdentifier(kind: IdentifierKind, value: string): string {
  return FORMATS[kind]?.(value) ?? value;
}

function inFours(value: string): string {
  return value.replace(/(.{4})(?=.)/g, '$1 ');
}

function asEin(value: string): string {
  return value.replace(/^(\d{2})(\d{7})$/, '$1-$2');
}
