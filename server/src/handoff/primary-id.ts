import type { Snapshot } from '@cession/shared/handoff/handoff.ts';

/** The number accounting knows a customer by, as it was captured. */
export function primaryIdOf({ jurisdiction, values }: Pick<Snapshot, 'jurisdiction' | 'values'>): string {
  const read = (path: string): string => String(values[path] ?? '');
  switch (jurisdiction) {
    case 'HU':
      return read('taxNumber') || read('euVatNumber') || read('registerNumber');
    case 'RU':
      return [read('inn'), read('kpp')].filter((part) => part !== '').join('/');
    case 'EU':
      return read('euVatNumber') || read('nationalRegisterId');
    case 'US':
      return read('ein');
  }
}
