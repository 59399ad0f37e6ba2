import * as z from 'zod/mini';
import { idSchema, type Id } from '../kernel/id.ts';
import { defineTable } from '../sync/table.ts';

export type UserId = Id<'user'>;
export type CompanyId = Id<'company'>;

export const ROLES = [
  'rep',
  'client-manager',
  'coordinator',
  'accountant',
  'chief-accountant',
  'sales-manager',
  'admin',
  'auditor',
] as const;
export const Role = z.enum(ROLES);
export type Role = z.infer<typeof Role>;

/** Whoever is signed in. Comes from the session on the server and from the device profile on the phone. */
export interface Actor {
  readonly userId: string;
  readonly companyId: string;
  readonly roles: readonly string[];
}

/** A colleague as everybody in the company may see them. Never a customer's contact person. */
export const Person = z.object({
  id: idSchema<'user'>(),
  name: z.string(),
  roles: z.array(Role),
  active: z.boolean(),
});
export type Person = z.infer<typeof Person>;

export const people = defineTable({ name: 'people', schema: Person });

/** What the phone keeps of its own sign-in, so that it opens without a signal. */
export const Profile = z.object({
  userId: idSchema<'user'>(),
  companyId: idSchema<'company'>(),
  companyName: z.string(),
  name: z.string(),
  email: z.string(),
  roles: z.array(Role),
  /** A company made for showing: sample numbers from registries are let through. */
  demo: z.boolean(),
});
export type Profile = z.infer<typeof Profile>;
