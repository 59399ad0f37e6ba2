import { cardKeys } from './card/card-key.ts';
import { cards } from './card/card.ts';
import { cardDocuments } from './document/document.ts';
import { handoffs } from './handoff/handoff.ts';
import { questions } from './handoff/question.ts';
import { agreements, debtorLimits, factors, payeeAccounts, suppliers } from './notice/agreement.ts';
import { ceremonies } from './notice/ceremony.ts';
import { notices } from './notice/notice.ts';
import { people } from './people/actor.ts';
import { companies } from './people/company.ts';
import { conflicts } from './sync/conflict.ts';

/** The tables a phone holds, in the order they are shown to the sync spine. Their names are the wire names. */
export const phoneTables = [
  companies,
  people,
  cards,
  cardKeys,
  handoffs,
  questions,
  conflicts,
  cardDocuments,
  factors,
  suppliers,
  agreements,
  payeeAccounts,
  debtorLimits,
  notices,
  ceremonies,
] as const;
