import * as z from 'zod/mini';
import type { Instant } from '../kernel/instant.ts';
import { Instant as InstantSchema } from '../kernel/instant.ts';
import { defineMutation, defineQuery } from '../kernel/procedure.ts';
import { PublicKey, type Beacon } from './evidence.ts';

const Base64Url = z.string().check(z.regex(/^[A-Za-z0-9_-]+$/), z.maxLength(400));
/** RFC 7638 thumbprint of a device's key. */
const DeviceKeyId = z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/));

/** The key the server signs beacons and receipts with; `keyId` is its RFC 7638 thumbprint. */
export interface ServerKey {
  readonly keyId: string;
  readonly publicKey: PublicKey;
}

/** A nonce for one enrolment by this person, good for ten minutes and once. */
export const deviceChallenge = defineMutation('device.challenge', z.object({})).answers<{
  readonly nonce: string;
  readonly serverKey: ServerKey;
  readonly now: Instant;
}>();

/**
 * Makes a device's key known. `signature` is by that key over `signedText('enrol', {nonce, publicKey, label, build})`:
 * whoever enrols holds it. `replaces`: the key this device used until now, with that key's signature over
 * `signedText('replace', …)` of the same body; from then on the old key signs no new ceremonies.
 *
 * The same key of the same person again answers as the first time. Refusals: `device.sign-in-again` (the session is
 * older than the server allows for this), `device.nonce-spent`, `device.not-proven` (a signature does not fit),
 * `device.taken` (the key is somebody else's), `device.revoked`.
 */
export const enrolDevice = defineMutation(
  'device.enrol',
  z.strictObject({
    nonce: Base64Url,
    publicKey: PublicKey,
    /** For people: "Anna's tablet". */
    label: z.string().check(z.minLength(1), z.maxLength(120)),
    build: z.string().check(z.maxLength(160)),
    signature: Base64Url,
    replaces: z.nullable(z.strictObject({ deviceKey: DeviceKeyId, signature: Base64Url })),
  }),
).answers<{
  readonly deviceKey: string;
  /** Server clock; the key counts from here. */
  readonly notBefore: Instant;
  readonly beacon: Beacon;
}>();

/**
 * The server's signed time, and whether it still trusts this device. `serverKey` is the one it signs with now: a phone
 * keeps every key it was given, because receipts may be older. Refusal: `device.unknown`.
 */
export const deviceBeacon = defineMutation('device.beacon', z.strictObject({ deviceKey: DeviceKeyId })).answers<{
  readonly beacon: Beacon;
  readonly revoked: boolean;
  readonly serverKey: ServerKey;
}>();

export interface EnrolledDevice {
  readonly deviceKey: string;
  readonly userId: string;
  readonly userName: string;
  readonly label: string;
  readonly build: string;
  readonly notBefore: Instant;
  readonly lastSeen: Instant;
  /** Numbers of ceremonies it counted that have not arrived, at most 50; on the newest key of a device only. */
  readonly gaps: readonly number[];
  /** When another key took its place. */
  readonly replacedAt: Instant | null;
  readonly revoked: {
    readonly at: Instant;
    readonly because: string;
    readonly compromisedSince: Instant | null;
  } | null;
}

/** Every device of the company, newest first. */
export const listDevices = defineQuery('device.list', z.object({})).answers<readonly EnrolledDevice[]>();

/**
 * Takes trust away for good. What the device sends from now on waits for a person; what it signed from
 * `compromisedSince` on is doubted even if it arrived before. Refusals: `device.unknown`, `device.revoked`.
 */
export const revokeDevice = defineMutation(
  'device.revoke',
  z.strictObject({
    deviceKey: DeviceKeyId,
    because: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
    compromisedSince: z.nullable(InstantSchema),
  }),
).answers<{ readonly revokedAt: Instant }>();
