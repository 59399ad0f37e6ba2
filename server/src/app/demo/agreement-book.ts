import type { AccountNumbers, Agreement, DebtorLimit, Factor, Supplier } from '@cession/shared/notice/agreement.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { demoId } from './demo-id.ts';
import type { Scene } from './demo-spine.ts';

export type DemoSupplier = Omit<Supplier, 'id' | 'specimenOnFile'> & { readonly specimen: string | null };
export type DemoAgreement = Omit<Agreement, 'id' | 'factorId' | 'accountId'>;
export type DemoLimit = Pick<DebtorLimit, 'amountMinor' | 'status' | 'decidedOn' | 'note'>;

export interface DemoAccount {
  readonly holderName: string;
  readonly bankName: string;
  readonly numbers: AccountNumbers;
  readonly because: string;
}

/** What a company has agreed with its factors, told one scene after another. Times are those of the server's clock. */
export class AgreementBook {
  readonly scenes: Scene[] = [];
  readonly #company: string;
  readonly #coordinator: SyncActor;
  readonly #chief: SyncActor;
  readonly #versions = new Map<string, number>();
  readonly #inForce = new Map<string, string>();

  constructor(company: string, coordinator: SyncActor, chief: SyncActor) {
    this.#company = company;
    this.#coordinator = coordinator;
    this.#chief = chief;
  }

  supplier(atMs: number, supplier: DemoSupplier): void {
    this.#add(atMs, this.#coordinator, 'supplier.save', supplier);
  }

  factor(atMs: number, key: string, factor: Omit<Factor, 'id'>): void {
    this.#add(atMs, this.#coordinator, 'factor.save', { id: demoId('factor', this.#company, key), ...factor });
  }

  agreement(atMs: number, key: string, factor: string, agreement: DemoAgreement): void {
    const factorId = demoId('factor', this.#company, factor);
    this.#add(atMs, this.#coordinator, 'agreement.save', { ...this.#of(key), factorId, ...agreement });
  }

  propose(atMs: number, key: string, account: DemoAccount): void {
    const version = (this.#versions.get(key) ?? 0) + 1;
    const over = version === 1 ? null : this.#accountId(key, version - 1);
    this.#versions.set(key, version);
    const args = { ...this.#of(key), accountId: this.#accountId(key, version), over, ...account };
    this.#add(atMs, this.#coordinator, 'payee-account.propose', args);
  }

  release(atMs: number, key: string): void {
    const accountId = this.#newest(key);
    const replaces = this.#inForce.get(key) ?? null;
    this.#inForce.set(key, accountId);
    this.#add(atMs, this.#chief, 'payee-account.release', { ...this.#of(key), accountId, replaces });
  }

  reject(atMs: number, key: string, because: string): void {
    const accountId = this.#newest(key);
    this.#add(atMs, this.#chief, 'payee-account.reject', { ...this.#of(key), accountId, because });
  }

  limit(atMs: number, key: string, customer: string, limit: DemoLimit): void {
    const limitId = demoId('debtor-limit', this.#company, key, customer);
    const cardId = demoId('card', this.#company, customer);
    this.#add(atMs, this.#coordinator, 'limit.set', { ...this.#of(key), limitId, cardId, ...limit });
  }

  #of(key: string) {
    return { agreementId: demoId('agreement', this.#company, key) };
  }

  #newest(key: string): string {
    return this.#accountId(key, this.#versions.get(key) ?? 0);
  }

  #accountId(key: string, version: number): string {
    return demoId('payee-account', this.#company, key, String(version));
  }

  #add(atMs: number, who: SyncActor, name: string, args: object): void {
    const id = demoId<'mutation'>('mutation', this.#company, 'agreements', String(this.scenes.length));
    this.scenes.push({ id, atMs, offlineForMs: 0, who, name, args, ends: 'applied' });
  }
}
