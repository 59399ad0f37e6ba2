import type { Card } from '@cession/shared/card/card.ts';
import type { NoticeParts } from '@cession/shared/notice/compose-notice.ts';
import { eq } from 'drizzle-orm';
import { cardTable } from '../../card/card-tables.ts';
import type { Database } from '../../db/client.ts';
import { inCompany } from '../../db/company-transaction.ts';
import { agreementTable, factorTable, payeeAccountTable, supplierTable } from '../../notice/agreement-tables.ts';
import { businessOf } from '../../notice/business-of.ts';
import { demoId } from './demo-id.ts';
import type { Scene } from './demo-spine.ts';

/** What the demo has so far, by the demo's own keys. */
export interface DemoRows {
  card(customer: string): Card;
  /** The card of a notice that is prepared in these scenes. */
  cardOf(noticeId: string, scenes: readonly Scene[]): Card;
  agreement(key: string, version: number): Omit<NoticeParts, 'card' | 'choices'>;
}

export async function readDemoRows(database: Database, company: string): Promise<DemoRows> {
  return inCompany(database, company, { accessMode: 'read only' }, async (tx) => {
    const cards = (await tx.select().from(cardTable).where(eq(cardTable.companyId, company))).map(businessOf);
    const [supplier] = await tx.select().from(supplierTable).where(eq(supplierTable.companyId, company));
    const factors = await tx.select().from(factorTable).where(eq(factorTable.companyId, company));
    const agreements = await tx.select().from(agreementTable).where(eq(agreementTable.companyId, company));
    const accounts = await tx.select().from(payeeAccountTable).where(eq(payeeAccountTable.companyId, company));
    const cardById = (id: string) => there(cards.find((card) => card.id === id));
    return {
      card: (customer) => cardById(demoId('card', company, customer)),
      cardOf: (noticeId, scenes) => {
        const args = scenes.map((scene) => scene.args as { readonly noticeId?: string; readonly cardId?: string }); // of this book
        return cardById(there(args.find((each) => each.noticeId === noticeId)?.cardId));
      },
      agreement: (key, version) => {
        const agreement = there(agreements.find(({ id }) => id === demoId('agreement', company, key)));
        const factor = there(factors.find(({ id }) => id === agreement.factorId));
        const account = there(accounts.find((each) => each.agreementId === agreement.id && each.version === version));
        return {
          supplier: businessOf(there(supplier)),
          agreement: businessOf(agreement),
          factor: businessOf(factor),
          // A version replaced since was in force when the paper was written.
          account: { ...businessOf(account), status: 'released' },
        };
      },
    };
  });
}

function there<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the demo speaks of something that is not there');
  return value;
}
