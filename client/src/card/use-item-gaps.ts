import { itemOf } from '@cession/shared/card/card-path.ts';
import { checkGate } from '@cession/shared/card/gate.ts';
import { useMemo } from 'react';
import { today } from './use-gate.ts';
import type { SectionForm } from './use-section-form.ts';

/** How much each contact and each bank account still lacks, with what is typed counted in. */
export function useItemGaps({ rules, values }: SectionForm): ReadonlyMap<string, number> {
  const on = today();
  return useMemo(() => {
    const gaps = new Map<string, number>();
    for (const { path, document } of checkGate({ ...rules, values, on }).missing) {
      const item = itemOf(path)?.itemId;
      // A document is added on its own page, not in this form.
      if (item !== undefined && document === undefined) gaps.set(item, (gaps.get(item) ?? 0) + 1);
    }
    return gaps;
  }, [rules, values, on]);
}
