import type { FieldKey } from './card-fields.ts';
import { fieldKeyOf, specOf } from './card-path.ts';
import type { IdentifierProblem } from './identifiers/identifier.ts';

/**
 * The sentences there are about a value that is not right. A sentence of the kind and part is the best one, then of
 * the kind and code, then of the code alone, which always exists.
 */
const SENTENCES = [
  'format',
  'length',
  'check-digit',
  'unknown-part',
  'sentinel',
  'sample',
  'contradiction',
  'hu.tax-number.format',
  'hu.tax-number.length',
  'hu.tax-number.check-digit',
  'hu.tax-number.vat-code',
  'hu.tax-number.county',
  'hu.group-tax-number.check-digit',
  'hu.group-tax-number.vat-code',
  'hu.group-tax-number.length',
  'hu.register-number.length',
  'hu.register-number.court',
  'hu.register-number.company-form',
  'hu.sole-trader-number.length',
  'hu.giro.length',
  'hu.giro.group-1',
  'hu.giro.group-2',
  'hu.statistical-code.length',
  'hu.personal-tax-id.length',
  'hu.personal-tax-id.format',
  'ru.inn.length',
  'ru.inn.check-digit',
  'ru.kpp.length',
  'ru.kpp.format',
  'ru.ogrn.length',
  'ru.ogrnip.length',
  'ru.ogrnip.format',
  'ru.okpo.length',
  'ru.bik.length',
  'ru.bik.format',
  'ru.account.length',
  'ru.account.account-key',
  'ru.corr-account.length',
  'ru.corr-account.format',
  'ru.corr-account.account-key',
  'ru.corr-account.bik',
  'eu.vat.format',
  'eu.vat.length',
  'eu.vat.check-digit',
  'eu.vat.country',
  'iban.length',
  'iban.check-digit',
  'iban.national-check',
  'iban.country',
  'bic.length',
  'bic.bic-country',
  'lei.length',
  'eori.format',
  'peppol.format',
  'peppol.scheme',
  'peppol.id',
  'us.ein.length',
  'us.ein.prefix',
  'us.aba.length',
  'us.aba.check-digit',
  'us.account.length',
  'us.state.state',
  'us.state.format',
  'email.format',
  'phone.format',
  'zip.format',
] as const;

export type ProblemWords = (typeof SENTENCES)[number];

const known = new Set<string>(SENTENCES);

/** Which sentence to show for a problem at this path: `hu.tax-number.county`, or `length` where nothing fits better. */
export function problemWords(path: string, problem: IdentifierProblem): ProblemWords {
  const kind = kindOf(path);
  const candidates = [`${kind}.${problem.part ?? ''}`, `${kind}.${problem.code}`];
  return candidates.find(isSentence) ?? problem.code;
}

function kindOf(path: string): string {
  const key: FieldKey | null = fieldKeyOf(path);
  if (key === null) return '';
  if (key.endsWith('Address.zip')) return 'zip';
  if (key.endsWith('Address.region')) return 'us.state';
  const spec = specOf(key);
  return spec.kind === 'identifier' ? spec.identifier : spec.kind;
}

function isSentence(words: string): words is ProblemWords {
  return known.has(words);
}
