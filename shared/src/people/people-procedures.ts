import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import type { Instant } from '../kernel/instant.ts';
import { defineMutation, defineQuery } from '../kernel/procedure.ts';
import { Role, type Person, type Profile } from './actor.ts';

/** Who I am here: what the phone keeps to open without a signal. */
export const whoAmI = defineQuery('people.me', z.object({})).answers<Profile>();

export interface Colleague extends Person {
  readonly email: string;
}

export const listPeople = defineQuery('people.list', z.object({})).answers<readonly Colleague[]>();

/** Adds a person, changes what they may do, or closes their account. */
export const savePerson = defineMutation(
  'people.save',
  z.object({
    id: z.nullable(idSchema<'user'>()),
    name: z.string().check(z.trim(), z.minLength(1), z.maxLength(120)),
    email: z.email().check(z.maxLength(254)),
    roles: z.array(Role).check(z.minLength(1), z.maxLength(8)),
    active: z.boolean(),
    /** Only for a new person, or to set the password anew. */
    password: z.nullable(z.string().check(z.minLength(10), z.maxLength(128))),
  }),
).answers<{ id: string }>();

export interface QuarantinedRow {
  readonly id: string;
  readonly name: string;
  readonly userName: string;
  readonly receivedAt: Instant;
  readonly reason: string;
}

export interface DarkPhone {
  readonly deviceId: string;
  readonly userName: string;
  readonly lastSeen: Instant;
  readonly pending: number;
  readonly oldestPendingAt: Instant | null;
}

/** What the office must look at: quarantined mutations, and phones with unsent work that went dark. */
export const listHeldUp = defineQuery('office.held-up', z.object({})).answers<{
  readonly quarantined: readonly QuarantinedRow[];
  readonly darkPhones: readonly DarkPhone[];
}>();
