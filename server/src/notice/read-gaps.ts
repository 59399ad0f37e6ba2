import { and, eq, isNotNull } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { bundleTable, deviceTable } from './notice-tables.ts';

const MOST = 50;

/**
 * Ceremonies that devices counted and nobody received, by the newest key of each device: a new key goes on counting
 * where the one before stopped.
 */
export async function readGaps(
  tx: CompanyTransaction,
  companyId: string,
): Promise<ReadonlyMap<string, readonly number[]>> {
  const links = await tx
    .select({ keyId: deviceTable.keyId, replacedBy: deviceTable.replacedBy })
    .from(deviceTable)
    .where(eq(deviceTable.companyId, companyId));
  const bundles = await tx
    .select({ deviceKey: bundleTable.deviceKey, deviceSeq: bundleTable.deviceSeq })
    .from(bundleTable)
    .where(and(eq(bundleTable.companyId, companyId), isNotNull(bundleTable.deviceSeq)));
  const next = new Map(links.map(({ keyId, replacedBy }) => [keyId, replacedBy]));
  const seen = new Map<string, Set<number>>();
  for (const { deviceKey, deviceSeq } of bundles) {
    if (deviceKey === null || deviceSeq === null) continue;
    const key = newestOf(deviceKey, next);
    seen.set(key, (seen.get(key) ?? new Set()).add(deviceSeq));
  }
  return new Map([...seen].map(([key, numbers]) => [key, gapsIn(numbers)]));
}

function newestOf(keyId: string, next: ReadonlyMap<string, string | null>): string {
  let key = keyId;
  // As many steps as there are keys: a ring of keys that name each other must not turn for ever.
  for (let steps = next.size; steps > 0; steps -= 1) key = next.get(key) ?? key;
  return key;
}

function gapsIn(numbers: ReadonlySet<number>): number[] {
  const highest = Math.max(...numbers);
  const gaps: number[] = [];
  for (let number = 0; number < highest && gaps.length < MOST; number += 1) if (!numbers.has(number)) gaps.push(number);
  return gaps;
}
