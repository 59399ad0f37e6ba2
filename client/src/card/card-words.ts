import { choicesOf, type Choice, type ChoiceListName } from '@cession/shared/card/card-choices.ts';
import type { CardValue } from '@cession/shared/card/card.ts';
import type { CardPath, FieldKey, Section } from '@cession/shared/card/card-fields.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { formatIdentifier } from '@cession/shared/card/identifiers/check-identifier.ts';
import type { IdentifierProblem } from '@cession/shared/card/identifiers/identifier.ts';
import { problemWords } from '@cession/shared/card/problem-words.ts';
import type { RequirementId } from '@cession/shared/card/requirements.ts';
import type { TextId } from '../text/areas.ts';
import { hintOf } from '../text/field-hints.ts';
import type { Text } from '../text/texts.ts';
import type { AddressName } from './field-place.ts';
import type { Unfit } from './stored-value.ts';
import { worldName } from './world-words.ts';

type T = Text['t'];

/** The heading over the parts of one address. */
export function groupTitle(t: T, address: AddressName): string {
  return t(`capture.address.${address}`);
}

export function sectionTitle(t: T, section: Section): string {
  return t(`card.section.${section}`);
}

export function fieldLabel(t: T, key: FieldKey): string {
  return t(`card.field.${key}`);
}

/** What the number looks like, or how exact it must be; most fields need no hint. */
export function fieldHint(t: T, key: FieldKey): string | undefined {
  const id = hintOf(key);
  return id === null ? undefined : t(id);
}

export function choiceLabel(t: T, list: ChoiceListName, code: Choice): string {
  // every code of every list has its words; the text area does not compile without
  return t(`card.choice.${list}.${code}` as Extract<TextId, `card.choice.${string}`>);
}

export function requirementName(t: T, id: RequirementId): string {
  return t(`requirement.${id}.name`);
}

/** What happens without it. */
export function requirementWhy(t: T, id: RequirementId): string {
  return t(`requirement.${id}.why`);
}

export function problemText(t: T, path: CardPath, problem: IdentifierProblem): string {
  return t(`identifier.${problemWords(path, problem)}`);
}

/** Why a value cannot be kept in its field at all, and what would fit. */
export function unfitText({ t, formatNumber }: Text, unfit: Unfit): string {
  switch (unfit.kind) {
    case 'too-long':
      return t('capture.field.tooLong', { length: formatNumber(unfit.length), max: formatNumber(unfit.max) });
    case 'number':
      return t('capture.field.number', { min: unfit.min, max: unfit.max });
    case 'shape':
      return t('capture.field.shape');
  }
}

/** A value as people read it: names instead of codes, numbers in groups, days in the person's language. */
export function valueText({ t, locale, formatDate }: Text, path: CardPath, value: CardValue): string {
  const spec = fieldSpecOf(path);
  const code = String(value);
  if (spec === null || code === '') return code === '' ? t('capture.field.empty') : code;
  switch (spec.kind) {
    case 'tick':
      return t(value === true ? 'capture.yes' : 'capture.no');
    case 'identifier':
      return formatIdentifier(spec.identifier, code);
    case 'choice': {
      const known = choicesOf[spec.choices].find((each) => each === code);
      return known === undefined ? code : choiceLabel(t, spec.choices, known);
    }
    case 'day':
      return formatDate(`${code}T12:00:00`);
    case 'country':
      return worldName(locale, 'region', code);
    case 'language':
      return worldName(locale, 'language', code);
    case 'currency':
      return worldName(locale, 'currency', code);
    case 'text':
    case 'long-text':
    case 'whole-number':
    case 'email':
    case 'phone':
    case 'person':
      return code;
  }
}
