import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { defineTable } from '../sync/table.ts';

/** The tenant: a supplier that uses Cession. Rules that differ by company stand here. */
export const Company = z.object({
  id: idSchema<'company'>(),
  name: z.string(),
  /** Made for showing: sample numbers and registry examples are let through. Decided when it is founded. */
  demo: z.boolean(),
  country: z.string(),
});
export type Company = z.infer<typeof Company>;

export const companies = defineTable({ name: 'companies', schema: Company });
