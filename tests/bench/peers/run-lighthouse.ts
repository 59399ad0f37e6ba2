/** Lighthouse on one page of a browser that is already running, as a mid-range phone. */
import lighthouse from 'lighthouse';

export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Audits that cost points, in Lighthouse's own words. */
  readonly complaints: readonly string[];
}

const CATEGORIES = ['performance', 'accessibility', 'best-practices'];

/** The page keeps what it stored: a signed-in phone with its cards is what is looked at. */
export async function runLighthouse(url: string, port: number): Promise<Scores> {
  const result = await lighthouse(url, {
    ...{ port, output: 'json', logLevel: 'error', formFactor: 'mobile' },
    ...{ disableStorageReset: true, onlyCategories: CATEGORIES },
  });
  if (result === undefined) throw new Error('Lighthouse gave no answer');
  const { categories, audits, runtimeError } = result.lhr;
  if (runtimeError !== undefined) throw new Error(runtimeError.message);
  const score = (name: string) => Math.round((categories[name]?.score ?? 0) * 100);
  const weighed = CATEGORIES.flatMap((name) => categories[name]?.auditRefs ?? []).filter(({ weight }) => weight > 0);
  const complaints = weighed.flatMap(({ id }) => {
    const audit = audits[id];
    const lacking = audit !== undefined && audit.score !== null && audit.score < 0.9;
    return lacking ? [`${audit.title}${audit.displayValue === undefined ? '' : ` (${audit.displayValue})`}`] : [];
  });
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    complaints,
  };
}
