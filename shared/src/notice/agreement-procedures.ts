import * as z from 'zod/mini';
import type { CardStatus } from '../card/card.ts';
import type { Jurisdiction } from '../card/jurisdiction.ts';
import { defineQuery } from '../kernel/procedure.ts';
import type { Agreement, DebtorLimit, Factor, PayeeAccount, Supplier } from './agreement.ts';

/** A customer by name, for choosing whose limit it is. */
export interface LimitedCustomer {
  readonly cardId: string;
  readonly name: string;
  readonly jurisdiction: Jurisdiction;
  readonly status: CardStatus;
}

/** Everything the desk shows of agreements. One company has a handful, so it comes in one piece. */
export interface AgreementsView {
  readonly supplier: Supplier | null;
  readonly factors: readonly Factor[];
  readonly agreements: readonly Agreement[];
  readonly accounts: readonly PayeeAccount[];
  readonly limits: readonly DebtorLimit[];
  /** Customers that limits are about. */
  readonly customers: readonly LimitedCustomer[];
  /** Names of whoever proposed, decided or said something, by id. */
  readonly names: Readonly<Record<string, string>>;
}

export const listAgreements = defineQuery('agreements.list', z.object({})).answers<AgreementsView>();

/** Customers whose name holds what was typed; at most twenty, by name. */
export const searchCustomers = defineQuery(
  'agreements.customers',
  z.object({ search: z.string().check(z.maxLength(120)) }),
).answers<readonly LimitedCustomer[]>();
