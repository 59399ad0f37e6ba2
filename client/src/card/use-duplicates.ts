import { cardKeys } from '@cession/shared/card/card-key.ts';
import type { Card } from '@cession/shared/card/card.ts';
import { findDuplicates, type Duplicate } from '@cession/shared/card/duplicates.ts';
import { foldName } from '@cession/shared/card/fold-name.ts';
import { foldZip, registrationKeys } from '@cession/shared/card/registration-key.ts';
import { useDeferredValue, useMemo } from 'react';
import { useRows } from '../sync/live.ts';

type Self = Pick<Card, 'id' | 'jurisdiction' | 'values'> & {
  readonly keptApart: readonly { readonly otherId: string }[];
};

/** `early`: seen in a number that is not whole yet; enough to look, not enough to join two cards. */
export type PossibleDuplicate = Duplicate & { readonly early: boolean };

/** Cards of the whole company that may be this customer, from what the phone holds: no signal needed. */
export function useDuplicates({ id, jurisdiction, values, keptApart }: Self): readonly PossibleDuplicate[] {
  const others = useRows(cardKeys);
  // Typing goes first; the comparison with every card of the company follows.
  const name = useDeferredValue(text(values['legalName']) || text(values['shortName']) || text(values['tradeName']));
  const zip = foldZip(text(values['registeredAddress.zip']));
  const numbers = registrationKeys(jurisdiction, values).join(' ');
  const early = numbers === '' ? keySoFar(jurisdiction, values) : null;
  return useMemo(() => {
    const self = { id, foldedName: foldName(name), zip, keys: numbers === '' ? [] : numbers.split(' ') };
    const found = findDuplicates(self, others, keptApart).map((each) => ({ ...each, early: false }));
    if (early === null || found.length > 0) return found;
    return findDuplicates({ ...self, keys: [early] }, others, keptApart).map((each) => ({ ...each, early: true }));
  }, [id, numbers, early, name, zip, others, keptApart]);
}

/** The first eight digits of a Hungarian tax number say who it is before the rest is typed. */
function keySoFar(jurisdiction: Card['jurisdiction'], values: Card['values']): string | null {
  const digits = text(values['taxNumber']).replace(/\D/g, '');
  return jurisdiction === 'HU' && digits.length >= 8 ? `HU:${digits.slice(0, 8)}` : null;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}
