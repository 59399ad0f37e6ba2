import { cards } from '@cession/shared/card/card.ts';
import { HandedOutcome, noticeHandoffs, type NoticeHandoff } from '@cession/shared/handoff/notice-handoff.ts';
import type { Ceremony } from '@cession/shared/notice/ceremony.ts';
import type { Notice } from '@cession/shared/notice/notice.ts';
import type { EnqueueNoticeHandoff } from '../notice/notice-work.ts';
import { countryOfCompany } from '../people/country-of-company.ts';
import type { RowWork } from '../sync/change-rows.ts';
import { countryOf } from './country-of.ts';
import { dueAt } from './service-level.ts';

/**
 * Gives a sealed notice that reached the debtor its place in accounting's queue of notices, once per ceremony. Runs in
 * the transaction that stores the seal, so there is never one without the other.
 */
export const enqueueNoticeHandoff: EnqueueNoticeHandoff = async (work, { companyId, notice, ceremony }) => {
  const outcome = HandedOutcome.safeParse(ceremony.outcome);
  if (!outcome.success || ceremony.seal === null) return [];
  if ((await work.load(noticeHandoffs.ref(ceremony.id))) !== null) return [];
  const { sealedAt, sha256 } = ceremony.seal;
  const due = dueAt({ receivedAt: sealedAt, dueBefore: null, ...(await countriesOf(work, companyId, notice)) });
  return [noticeHandoffs.put(handoffOf(notice, ceremony, { outcome: outcome.data, sealedAt, sha256, due }))];
};

async function countriesOf({ tx, load }: RowWork, companyId: string, notice: Notice) {
  const card = await load(cards.ref(notice.cardId));
  const cardCountry = countryOf(card ?? { jurisdiction: notice.data.jurisdiction, values: {} });
  return { cardCountry, companyCountry: (await countryOfCompany(tx, companyId)) || cardCountry };
}

interface Sealed {
  readonly outcome: NoticeHandoff['outcome'];
  readonly sealedAt: NoticeHandoff['enqueuedAt'];
  readonly sha256: string;
  readonly due: NoticeHandoff['dueAt'];
}

function handoffOf(notice: Notice, ceremony: Ceremony, { outcome, sealedAt, sha256, due }: Sealed): NoticeHandoff {
  return {
    id: ceremony.id,
    noticeId: notice.id,
    cardId: notice.cardId,
    ownerId: notice.ownerId,
    number: notice.number,
    debtorName: notice.data.debtor.legalName,
    jurisdiction: notice.data.jurisdiction,
    outcome,
    sealedSha256: sha256,
    dataSha256: notice.dataSha256,
    bundleSha256: ceremony.bundleSha256,
    head: ceremony.head,
    accountId: notice.accountId,
    accountVersion: notice.data.payee?.version ?? null,
    receivedAt: ceremony.receivedAt ?? sealedAt,
    enqueuedAt: sealedAt,
    dueAt: due,
    state: 'waiting',
    claimedBy: null,
    leaseUntil: null,
    filedBy: null,
    filedAt: null,
    note: '',
  };
}
