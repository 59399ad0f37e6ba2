import type { Snapshot } from '@cession/shared/handoff/handoff.ts';

/** ISO 3166-1 alpha-2. A card of a jurisdiction with one country may leave the field empty. */
export function countryOf(snapshot: Pick<Snapshot, 'jurisdiction' | 'values'>): string {
  const country = snapshot.values['country'];
  if (typeof country === 'string' && country !== '') return country.toUpperCase();
  // No member state is the average one; Germany has neither the fewest nor the most holidays.
  return snapshot.jurisdiction === 'EU' ? 'DE' : snapshot.jurisdiction;
}
