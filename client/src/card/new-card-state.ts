import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import type { CardValue } from '@cession/shared/card/card.ts';
import type { CardPath, FieldKey } from '@cession/shared/card/card-fields.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import { EU_COUNTRIES, jurisdictionOfCountry, type Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { idSchema } from '@cession/shared/kernel/id.ts';
import * as z from 'zod/mini';
import { toStored, type Typed } from './stored-value.ts';

/** Countries in the order a new card offers them; the others of the EU follow as a list. */
export const FIRST_COUNTRIES = ['HU', 'RU', 'US'] as const;

/** A card before its first save. The id is its own from the first keystroke: saving twice makes one card. */
export const NewCard = z.object({
  cardId: idSchema<'card'>(),
  /** ISO 3166-1 alpha-2. */
  country: z.string().check(z.refine((code) => jurisdictionOfCountry(code) !== null)),
  typed: z.record(z.string(), z.union([z.string(), z.boolean()])),
  /** Fields that came out of a pasted block. */
  pasted: z.array(z.string()),
  /** A person said of these cards: another customer, because … */
  kept: z.array(z.object({ otherId: idSchema<'card'>(), because: z.string() })),
});
export type NewCard = z.infer<typeof NewCard>;

export function rulesOf(country: string): Jurisdiction {
  return jurisdictionOfCountry(country) ?? 'EU';
}

export function isEuCountry(country: string): boolean {
  return EU_COUNTRIES.some((code) => code === country);
}

const NUMBERS = { HU: 'taxNumber', RU: 'inn', EU: 'euVatNumber', US: 'ein' } as const satisfies Record<
  Jurisdiction,
  FieldKey
>;

/** The one number that says which company it is. */
export function numberFieldOf(jurisdiction: Jurisdiction): (typeof NUMBERS)[Jurisdiction] {
  return NUMBERS[jurisdiction];
}

const FULL_LENGTH: Record<Jurisdiction, number | null> = { HU: 11, RU: 12, EU: null, US: 9 };

/** Nothing more will be typed: the number may be told right or wrong before the person leaves it. */
export function isWholeNumber(jurisdiction: Jurisdiction, typed: string): boolean {
  return typed.replace(/\D/g, '').length === FULL_LENGTH[jurisdiction];
}

/** The first save of the card; `unfit` are fields that hold what no card can keep. Values of other countries stay behind. */
export function createChanges(
  { country, typed }: Pick<NewCard, 'country' | 'typed'>,
  allowSamples: boolean,
): { changes: CardChanges; unfit: readonly CardPath[] } {
  const jurisdiction = rulesOf(country);
  const values = { ...typed, country };
  const changes: Record<CardPath, CardValue | null> = { country };
  const unfit: CardPath[] = [];
  for (const [path, value] of Object.entries(typed)) {
    if (!isFieldOf(path, jurisdiction)) continue;
    const stored = toStored(path, value, { jurisdiction, values, allowSamples });
    if (!stored.fits) unfit.push(path);
    else if (stored.value !== null) changes[path] = stored.value;
  }
  return { changes, unfit };
}

export function isFieldOf(path: CardPath, jurisdiction: Jurisdiction): boolean {
  const spec = fieldSpecOf(path);
  return spec !== null && (spec.in?.includes(jurisdiction) ?? true);
}

/** Something worth keeping has been typed. */
export function isBegun({ typed }: Pick<NewCard, 'typed'>): boolean {
  return Object.values(typed).some((value: Typed) => value !== '' && value !== false);
}
