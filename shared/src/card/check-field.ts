import { fits } from './card-changes.ts';
import type { CardValue, CardValues } from './card.ts';
import type { CardPath, FieldSpec } from './card-fields.ts';
import { fieldSpecOf, itemOf } from './card-path.ts';
import { checkIdentifier } from './identifiers/check-identifier.ts';
import type { IdentifierProblem } from './identifiers/identifier.ts';
import type { Jurisdiction } from './jurisdiction.ts';
import { checkEmail, checkPhone, checkZip } from './reach-and-zip.ts';

/** `value` is the storage form. `proven`: a check digit agreed, which is more than the right shape. */
export type FieldCheck =
  | { readonly ok: true; readonly value: CardValue; readonly proven: boolean }
  | { readonly ok: false; readonly value: CardValue; readonly problem: IdentifierProblem };

export interface FieldContext {
  readonly jurisdiction: Jurisdiction;
  /** The other values of the card: an account is keyed against its БИК, a postal code against its country. */
  readonly values: CardValues;
  readonly allowSamples: boolean;
}

const COUNTRY_OF: Record<Jurisdiction, string | null> = { HU: 'HU', RU: 'RU', US: 'US', EU: null };

/** Is this value right for this field? Asked when a person leaves a field; an empty field is never wrong here. */
export function checkField(path: CardPath, value: CardValue, context: FieldContext): FieldCheck {
  const spec = fieldSpecOf(path);
  if (spec === null) return { ok: false, value, problem: { code: 'format' } };
  if (value === '') return { ok: true, value, proven: false };
  if (typeof value === 'string') return checkText(path, spec, value, context);
  return shaped(spec, value);
}

/** The country an address stands in: its own, else the card's, else the only one of the jurisdiction. */
export function countryOfAddress(address: string, context: FieldContext): string | null {
  const country = context.values[`${address}.country`] ?? context.values['country'];
  return typeof country === 'string' && country !== '' ? country : COUNTRY_OF[context.jurisdiction];
}

function checkText(path: CardPath, spec: FieldSpec, value: string, context: FieldContext): FieldCheck {
  if (spec.kind === 'identifier') {
    const { allowSamples } = context;
    const checked = checkIdentifier(spec.identifier, value, { allowSamples, ...companions(path, context) });
    if (!checked.ok) return checked;
    return { ok: true, value: checked.value, proven: checked.strength === 'check-digit' };
  }
  if (spec.kind === 'email') return checkEmail(value);
  if (spec.kind === 'phone') return checkPhone(value, context.jurisdiction);
  const address = /^(\w+Address)\.(zip|region)$/.exec(path);
  if (address) return checkAddressPart(address[1] ?? '', address[2] === 'zip', value, context);
  return shaped(spec, value);
}

function checkAddressPart(address: string, isZip: boolean, value: string, context: FieldContext): FieldCheck {
  const country = countryOfAddress(address, context);
  if (isZip) return checkZip(value, country);
  if (country !== 'US') return { ok: true, value, proven: false };
  const state = checkIdentifier('us.state', value, { allowSamples: context.allowSamples });
  return state.ok ? { ok: true, value: state.value, proven: false } : state;
}

function companions(path: CardPath, context: FieldContext): { bik?: string; country?: string } {
  const item = itemOf(path);
  const bik = item?.list === 'bankAccounts' ? context.values[`bankAccounts.${item.itemId}.bik`] : null;
  const country = context.values['country'] ?? COUNTRY_OF[context.jurisdiction];
  return {
    ...(typeof bik === 'string' && bik !== '' ? { bik } : {}),
    ...(typeof country === 'string' && country !== '' ? { country } : {}),
  };
}

function shaped(spec: FieldSpec, value: CardValue): FieldCheck {
  return fits(spec, value) ? { ok: true, value, proven: false } : { ok: false, value, problem: { code: 'format' } };
}
