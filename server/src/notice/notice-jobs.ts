import type { JobKind } from '../db/jobs.ts';

/** Verify the evidence of a ceremony, then seal it. */
export const PROVE_CEREMONY: JobKind = {
  name: 'ceremony-prove',
  // About a month, at last once in an hour: an expired seal certificate is renewed meanwhile.
  retries: 700,
  retryDelayS: 5,
  retryDelayMaxS: 3600,
};

/** Add the timestamp to a sealed paper. */
export const STAMP_PAPER: JobKind = { name: 'ceremony-stamp', retries: 700, retryDelayS: 15, retryDelayMaxS: 3600 };

export const NOTICE_JOBS = [PROVE_CEREMONY, STAMP_PAPER] as const;
