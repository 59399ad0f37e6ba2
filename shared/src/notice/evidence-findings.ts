import type { EvidenceCheckName } from './evidence-checks.ts';

/** What one look found: a failure in plain words, or the fact that passed. */
export interface Found {
  readonly ok: boolean;
  readonly detail: string;
}
export type Findings = Partial<Record<EvidenceCheckName, Found>>;

export function passed(detail = ''): Found {
  return { ok: true, detail };
}

export function failed(detail: string): Found {
  return { ok: false, detail };
}

/** The first fault, or passed. */
export function foundFirst(faults: Iterable<string | null>, detail = ''): Found {
  for (const fault of faults) if (fault !== null) return failed(fault);
  return passed(detail);
}
