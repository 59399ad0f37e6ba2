import type { Instant } from '@cession/shared/kernel/instant.ts';
import { instantToMs, msToInstant } from '@cession/shared/kernel/instant.ts';
import type { InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { enrolDevice as Procedure } from '@cession/shared/notice/device-procedures.ts';
import { keyThumbprint, verifyText } from '@cession/shared/notice/signed-text.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import { and, eq, gt } from 'drizzle-orm';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { findDevice, isDevice, type DeviceParts, type DeviceRefusal } from './devices.ts';
import { serverCrypto } from './evidence-crypto.ts';
import { newNonce } from './nonce.ts';
import { deviceChallengeTable, deviceTable } from './notice-tables.ts';

type Input = InputOfProcedure<typeof Procedure>;
type Output = OutputOfProcedure<typeof Procedure>;

/** A key is enrolled by somebody who has just shown who they are, not by a session found open on a table. */
const FRESH_MS = 15 * 60 * 1000;

/**
 * Makes a device's key known, for the person and company of the session. Who asks again with the same key (the answer
 * was lost) hears the first answer, though the number is spent.
 */
export async function enrolDevice(
  parts: DeviceParts,
  actor: Actor,
  input: Input,
  signedInAt: Instant,
): Promise<Result<Output, DeviceRefusal>> {
  const now = msToInstant(parts.env.now());
  if (instantToMs(now) - instantToMs(signedInAt) > FRESH_MS) return err('device.sign-in-again');
  const { nonce, publicKey, label, build } = input;
  const isProven = await verifyText(
    'enrol',
    { nonce, publicKey, label, build },
    input.signature,
    publicKey,
    serverCrypto,
  );
  if (!isProven) return err('device.not-proven');
  const deviceKey = await keyThumbprint(publicKey, serverCrypto);
  const kept = await inCompany(parts.database, actor.companyId, {}, (tx) => keep(tx, actor, input, deviceKey, now));
  if (!kept.ok) return kept;
  return ok({ deviceKey, notBefore: kept.value, beacon: await parts.signer.beacon(now, newNonce()) });
}

/** Answers from when on the key counts. */
async function keep(
  tx: CompanyTransaction,
  actor: Actor,
  input: Input,
  deviceKey: string,
  now: Instant,
): Promise<Result<Instant, DeviceRefusal>> {
  const known = await findDevice(tx, actor.companyId, deviceKey);
  if (known !== null) {
    if (known.userId !== actor.userId) return err('device.taken');
    return known.revokedAt === null ? ok(known.notBefore) : err('device.revoked');
  }
  const replaced = input.replaces === null ? null : await checkReplaced(tx, actor, input, input.replaces);
  if (replaced !== null && !replaced.ok) return replaced;
  if (!(await spend(tx, actor, input.nonce, now))) return err('device.nonce-spent');
  const { companyId } = actor;
  const userId = actor.userId as UserId; // the session's user
  const { publicKey, label, build } = input;
  await tx.insert(deviceTable).values({
    ...{ companyId, keyId: deviceKey, publicKey, userId, label, build },
    ...{ notBefore: now, lastBeaconAt: now, because: '' },
  });
  if (input.replaces !== null)
    await tx
      .update(deviceTable)
      .set({ replacedBy: deviceKey, replacedAt: now })
      .where(isDevice(companyId, input.replaces.deviceKey));
  return ok(now);
}

/** The key before says, with its own signature, who comes after it. */
async function checkReplaced(
  tx: CompanyTransaction,
  actor: Actor,
  { nonce, publicKey, label, build }: Input,
  replaces: NonNullable<Input['replaces']>,
): Promise<Result<true, DeviceRefusal>> {
  // Locked: of two keys that would follow the same one at once, the second finds the first.
  const [before] = await tx
    .select()
    .from(deviceTable)
    .where(isDevice(actor.companyId, replaces.deviceKey))
    .for('update');
  if (before === undefined || before.userId !== actor.userId) return err('device.unknown');
  if (before.revokedAt !== null) return err('device.revoked');
  const body = { nonce, publicKey, label, build };
  const agrees = await verifyText('replace', body, replaces.signature, before.publicKey, serverCrypto);
  return agrees && before.replacedBy === null ? ok(true) : err('device.not-proven');
}

/** Taken out by whoever uses it: of two at once, one finds it. */
async function spend(tx: CompanyTransaction, actor: Actor, nonce: string, now: Instant): Promise<boolean> {
  const { companyId, nonce: column, userId, expiresAt } = deviceChallengeTable;
  const spent = await tx
    .delete(deviceChallengeTable)
    .where(
      and(
        eq(companyId, actor.companyId),
        eq(column, nonce),
        eq(userId, actor.userId as UserId), // the session's user
        gt(expiresAt, now),
      ),
    )
    .returning({ nonce: column });
  return spent.length === 1;
}
