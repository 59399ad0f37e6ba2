import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { and, eq, inArray, isNotNull, ne } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { bundleTable, deviceTable } from './notice-tables.ts';
import type { KeptBundle } from './read-ceremony.ts';

/**
 * What is known of a device's numbers besides this bundle. A new key goes on counting where the one before stopped.
 * Only what the device's own person sent counts: a colleague cannot use up its numbers.
 */
export async function readSequence(
  tx: CompanyTransaction,
  { companyId, ceremonyId, sentBy }: KeptBundle,
  deviceKey: string,
  deviceSeq: number,
): Promise<{ readonly takenBy: CeremonyId | null; readonly highest: number | null }> {
  const keys = await keysOfDevice(tx, companyId, deviceKey);
  const others = await tx
    .select({ ceremonyId: bundleTable.ceremonyId, deviceSeq: bundleTable.deviceSeq })
    .from(bundleTable)
    .where(
      and(
        eq(bundleTable.companyId, companyId),
        eq(bundleTable.sentBy, sentBy),
        inArray(bundleTable.deviceKey, [...keys]),
        isNotNull(bundleTable.deviceSeq),
        ne(bundleTable.ceremonyId, ceremonyId),
      ),
    );
  const numbers = others.flatMap((other) => other.deviceSeq ?? []);
  return {
    takenBy: others.find((other) => other.deviceSeq === deviceSeq)?.ceremonyId ?? null,
    highest: numbers.length === 0 ? null : Math.max(...numbers),
  };
}

/** The key, those before it and those after it. */
async function keysOfDevice(tx: CompanyTransaction, companyId: string, keyId: string): Promise<ReadonlySet<string>> {
  const links = await tx
    .select({ keyId: deviceTable.keyId, replacedBy: deviceTable.replacedBy })
    .from(deviceTable)
    .where(and(eq(deviceTable.companyId, companyId), isNotNull(deviceTable.replacedBy)));
  const keys = new Set([keyId]);
  for (let size = 0; size < keys.size;) {
    size = keys.size;
    for (const { keyId: before, replacedBy: after } of links) {
      if (after === null || !(keys.has(before) || keys.has(after))) continue;
      keys.add(before);
      keys.add(after);
    }
  }
  return keys;
}
