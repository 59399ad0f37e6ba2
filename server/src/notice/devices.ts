import type { InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { addMs, instantToMs, msToInstant } from '@cession/shared/kernel/instant.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type {
  deviceBeacon,
  deviceChallenge,
  EnrolledDevice,
  listDevices,
} from '@cession/shared/notice/device-procedures.ts';
import type { Actor, UserId } from '@cession/shared/people/actor.ts';
import { and, desc, eq, lt } from 'drizzle-orm';
import type { Database } from '../db/client.ts';
import { inCompany, type CompanyTransaction } from '../db/company-transaction.ts';
import { peopleTable } from '../people/people-tables.ts';
import type { Env } from '../sync/env.ts';
import { deviceChallengeTable, deviceTable, type DeviceRow } from './notice-tables.ts';
import { newNonce } from './nonce.ts';
import { readGaps } from './read-gaps.ts';
import type { ServerSigner } from './server-key.ts';

export interface DeviceParts {
  readonly database: Database;
  readonly env: Pick<Env, 'now'>;
  readonly signer: ServerSigner;
}

export type DeviceRefusal =
  | 'device.unknown'
  | 'device.sign-in-again'
  | 'device.nonce-spent'
  | 'device.not-proven'
  | 'device.taken'
  | 'device.revoked';

const CHALLENGE_MS = 10 * 60 * 1000;

/** A number for this person to sign; those nobody used are swept out on the way. */
export async function challengeDevice(
  { database, env, signer }: DeviceParts,
  actor: Actor,
): Promise<OutputOfProcedure<typeof deviceChallenge>> {
  const now = msToInstant(env.now());
  const nonce = newNonce();
  const { companyId } = actor;
  await inCompany(database, companyId, {}, async (tx) => {
    await tx
      .delete(deviceChallengeTable)
      .where(and(eq(deviceChallengeTable.companyId, companyId), lt(deviceChallengeTable.expiresAt, now)));
    const userId = actor.userId as UserId; // the session's user
    await tx.insert(deviceChallengeTable).values({ companyId, nonce, userId, expiresAt: addMs(now, CHALLENGE_MS) });
  });
  return { nonce, serverKey: publicPart(signer), now };
}

/** The server's signed time. A revoked device hears it too: it must learn that it was. */
export async function beaconFor(
  { database, env, signer }: DeviceParts,
  actor: Actor,
  { deviceKey }: InputOfProcedure<typeof deviceBeacon>,
): Promise<Result<OutputOfProcedure<typeof deviceBeacon>, DeviceRefusal>> {
  const now = msToInstant(env.now());
  const device = await inCompany(database, actor.companyId, {}, async (tx) => {
    const own = and(isDevice(actor.companyId, deviceKey), eq(deviceTable.userId, actor.userId as UserId)); // the session's user
    const [row] = await tx.update(deviceTable).set({ lastBeaconAt: now }).where(own).returning();
    return row;
  });
  if (!device) return err('device.unknown');
  const beacon = await signer.beacon(now, newNonce());
  return ok({ beacon, revoked: device.revokedAt !== null, serverKey: publicPart(signer) });
}

/** Every device of the company, newest first. */
export async function devicesOf(
  { database }: Pick<DeviceParts, 'database'>,
  actor: Actor,
): Promise<OutputOfProcedure<typeof listDevices>> {
  const { rows, gaps } = await inCompany(database, actor.companyId, { accessMode: 'read only' }, async (tx) => {
    const found = await tx
      .select({ device: deviceTable, userName: peopleTable.name })
      .from(deviceTable)
      .leftJoin(
        peopleTable,
        and(eq(peopleTable.companyId, deviceTable.companyId), eq(peopleTable.id, deviceTable.userId)),
      )
      .where(eq(deviceTable.companyId, actor.companyId))
      .orderBy(desc(deviceTable.notBefore), deviceTable.keyId);
    return { rows: found, gaps: await readGaps(tx, actor.companyId) };
  });
  return rows.map(({ device, userName }) => enrolled(device, userName ?? '', gaps.get(device.keyId) ?? []));
}

function enrolled(device: DeviceRow, userName: string, gaps: readonly number[]): EnrolledDevice {
  const { keyId, userId, label, build, notBefore, replacedAt, revokedAt, because, compromisedSince } = device;
  return {
    deviceKey: keyId,
    userId,
    userName,
    label,
    build,
    notBefore,
    lastSeen: later(device.lastBeaconAt ?? notBefore, notBefore),
    gaps,
    replacedAt,
    revoked: revokedAt === null ? null : { at: revokedAt, because, compromisedSince },
  };
}

function later<T extends DeviceRow['notBefore']>(a: T, b: T): T {
  return instantToMs(a) > instantToMs(b) ? a : b;
}

export function isDevice(companyId: string, keyId: string) {
  return and(eq(deviceTable.companyId, companyId), eq(deviceTable.keyId, keyId));
}

export async function findDevice(tx: CompanyTransaction, companyId: string, keyId: string): Promise<DeviceRow | null> {
  const [row] = await tx.select().from(deviceTable).where(isDevice(companyId, keyId));
  return row ?? null;
}

export function publicPart({ keyId, publicKey }: ServerSigner) {
  return { keyId, publicKey };
}
