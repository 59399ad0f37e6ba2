import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { PublicKey } from '@cession/shared/notice/evidence.ts';
import { eq } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { serverKeyTable } from './notice-tables.ts';
import type { ServerSigner } from './server-key.ts';

/** Written down at every start: when the key is changed, what the one before signed can still be checked. */
export async function rememberServerKey(database: Database, signer: ServerSigner, now: Instant): Promise<void> {
  const { keyId, publicKey } = signer;
  await database.insert(serverKeyTable).values({ keyId, publicKey, firstUsedAt: now }).onConflictDoNothing();
}

/** null for a key that was never ours. */
export async function earlierKey(database: Database, keyId: string): Promise<PublicKey | null> {
  const [known] = await database.select().from(serverKeyTable).where(eq(serverKeyTable.keyId, keyId));
  return known?.publicKey ?? null;
}
