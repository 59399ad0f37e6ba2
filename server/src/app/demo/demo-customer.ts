import { itemPath, type ItemList } from '@cession/shared/card/card-path.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { demoId } from './demo-id.ts';

/** A customer of the demo: everything a complete card of theirs holds but the client manager. */
export interface DemoCustomer {
  /** Unique within the demo. */
  readonly key: string;
  readonly jurisdiction: Jurisdiction;
  readonly values: CardValues;
}

/** Who signs and who pays, the same for every country. */
export interface DemoPeople {
  readonly signs: readonly [name: string, position: string, phone: string];
  readonly pays: readonly [name: string, position: string, phone: string];
  readonly mailDomain: string;
  readonly language: string;
}

export function demoContacts(key: string, { signs, pays, mailDomain, language }: DemoPeople): CardValues {
  return {
    ...item('contacts', key, 'signs', {
      name: signs[0],
      position: signs[1],
      role: 'signatory',
      phone: signs[2],
      language,
      signs: true,
      signingRule: 'sole',
      authorityBasis: 'register',
    }),
    ...item('contacts', key, 'pays', {
      name: pays[0],
      position: pays[1],
      role: 'accounts-payable',
      phone: pays[2],
      email: `accounts@${mailDomain}`,
      language,
    }),
    preferredLanguage: language,
    invoiceChannel: 'email',
    invoiceEmail: `invoices@${mailDomain}`,
  };
}

export function demoAccount(key: string, parts: Readonly<Record<string, CardValue>>): CardValues {
  return item('bankAccounts', key, 'account', parts);
}

export function demoTerms(number: string, date: string, days: number, currency: string): CardValues {
  return { contractNumber: number, contractDate: date, paymentTermsDays: days, currency };
}

function item(list: ItemList, key: string, which: string, parts: Readonly<Record<string, CardValue>>): CardValues {
  const id = demoId('item', key, which);
  return Object.fromEntries(Object.entries(parts).map(([part, value]) => [itemPath(list, id, part), value]));
}
