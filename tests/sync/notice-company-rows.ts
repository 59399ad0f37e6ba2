/** The rows a company needs before its people can present notices. */
import { randomUUID } from 'node:crypto';
import type { Card } from '@cession/shared/card/card.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { agreements, factors, payeeAccounts, suppliers } from '@cession/shared/notice/agreement.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import { sampleNoticeData } from '@cession/shared/notice/wording/sample-notice.ts';
import type { CompanyId, UserId } from '@cession/shared/people/actor.ts';

export function agreementRows(companyId: CompanyId, by: UserId, at: Instant) {
  const chief = randomUUID() as UserId; // made here
  const { supplier, factor, agreement, jurisdiction } = sampleNoticeData('HU');
  const { accountId: id, ...account } = payeeOf(companyId);
  const contact = (of: typeof supplier.contact) => ({
    contactName: of.name,
    contactPhone: of.phone,
    contactEmail: of.email,
  });
  const { numbers, seat, legalName, signatories } = supplier;
  const agreementId = idFrom(companyId, 'a') as never; // an id of the kind the row wants
  return [
    suppliers.put({
      ...{ id: companyId, legalName, jurisdiction, numbers, seat, signatories, specimenOnFile: null },
      ...contact(supplier.contact),
    }),
    factors.put({
      ...{ id: idFrom(companyId, 'f') as never, legalName: factor.legalName, jurisdiction },
      ...{ numbers: factor.numbers, seat: factor.seat, ...contact(factor.contact) },
    }),
    agreements.put({
      ...{ id: agreementId, factorId: idFrom(companyId, 'f') as never, jurisdiction, currency: 'HUF' },
      ...{ ...agreement, threeParty: null, accountId: id, status: 'open' },
    }),
    payeeAccounts.put({
      ...{ id, ...account, agreementId, status: 'released', because: 'first' },
      ...{ proposedBy: by, proposedAt: at, decidedBy: chief, decidedAt: at, rejectedBecause: null },
    }),
  ];
}

export function payeeOf(companyId: CompanyId): NonNullable<NoticeData['payee']> {
  const { payee } = sampleNoticeData('HU');
  if (payee === null) throw new Error('the sample instructs');
  return { ...payee, accountId: idFrom(companyId, 'c') as typeof payee.accountId };
}

/** An id that belongs to the company and to nothing else. */
export function idFrom(companyId: string, digit: string): string {
  return `${companyId.slice(0, -1)}${digit}`.replace(/^./, digit);
}

export function cardOf(id: Card['id'], ownerId: UserId, at: Instant): Card {
  return {
    ...{ id, ownerId, helpers: [], jurisdiction: 'HU', status: 'draft', revision: 0, handoffId: null },
    ...{ values: { legalName: 'Bemutató Gépgyártó Zrt.' }, keptApart: [], offer: null, bounced: null },
    ...{ createdAt: at, changedAt: at },
  };
}
