import { cardKeys } from './card/card-key.ts';
import { cards } from './card/card.ts';
import { handoffs } from './handoff/handoff.ts';
import { questions } from './handoff/question.ts';
import { people } from './people/actor.ts';
import { companies } from './people/company.ts';
import { conflicts } from './sync/conflict.ts';

/** The tables a phone holds, in the order they are shown to the sync spine. Their names are the wire names. */
export const phoneTables = [companies, people, cards, cardKeys, handoffs, questions, conflicts] as const;
