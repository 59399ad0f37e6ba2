import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { companies } from '@cession/shared/people/company.ts';
import { useMemo } from 'react';
import { useSession } from '../people/session.tsx';
import { useRow } from '../sync/live.ts';
import type { Rules } from './form-state.ts';

/** Whose rules a card follows here. A company made for showing lets sample numbers through, as its server does. */
export function useRules(jurisdiction: Jurisdiction): Rules {
  const { profile } = useSession();
  const allowSamples = useRow(companies, profile.companyId)?.demo ?? profile.demo;
  return useMemo(() => ({ jurisdiction, allowSamples }), [jurisdiction, allowSamples]);
}
