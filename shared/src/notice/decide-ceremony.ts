import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { ceremonies, type Ceremony } from './ceremony.ts';
import { notices, type DatedFact, type Notice, type NoticeFacts } from './notice.ts';
import { coordinates } from './works-on-notice.ts';

/**
 * A coordinator decides about evidence that did not pass: accepted, it is sealed and the certificate names what failed;
 * set aside, it stays on file and proves nothing. The server adds that nobody decides about what they witnessed
 * themselves. Refuses what waits for no decision. A notice whose deciding ceremony is set aside can be presented anew.
 */
export const decideCeremony = defineMutator({
  name: 'ceremony.decide',
  version: 1,
  args: z.object({
    ceremonyId: idSchema<'ceremony'>(),
    noticeId: idSchema<'notice'>(),
    decision: z.enum(['accept', 'set-aside']),
    because: z.string().check(z.trim(), z.minLength(1), z.maxLength(500)),
  }),
  reads: (args) => ({ ceremony: ceremonies.ref(args.ceremonyId), notice: notices.ref(args.noticeId) }),
  decide: ({ ceremony, notice }, args, { actor, performedAt, receivedAt }) => {
    if (!ceremony || !notice || ceremony.noticeId !== notice.id || !coordinates(actor))
      return err({ code: 'ceremony.not-found' });
    if (ceremony.stage !== 'review' && ceremony.stage !== 'quarantined') return err({ code: 'ceremony.not-waiting' });
    const { decision, because } = args;
    const by = actor.userId as UserId; // the session's user
    const decided = { by, at: receivedAt ?? performedAt, decision, because };
    const stage = decision === 'accept' ? 'verified' : 'set-aside';
    const changes = [ceremonies.put({ ...ceremony, stage, decided })];
    const decides = notice.ceremonyId === ceremony.id;
    if (decision === 'set-aside') return ok([...changes, notices.put(withoutCeremony(notice, ceremony))]);
    return ok(decides ? [...changes, notices.put({ ...notice, status: 'closed' })] : changes);
  },
});

/**
 * As if it had not been: what only this ceremony said is taken back; what a person, the post or another ceremony said
 * stays. Where it had the first receipt, the signature that came after it is the first.
 */
export function withoutCeremony(notice: Notice, { id, closedAt }: Ceremony): Notice {
  const isOwn = (fact: DatedFact | undefined): boolean =>
    fact?.by === 'ceremony' && (fact.ceremonyId === undefined ? fact.at === closedAt : fact.ceremonyId === id);
  const kept: NoticeFacts = Object.fromEntries(Object.entries(notice.facts).filter(([, fact]) => !isOwn(fact)));
  const signed = kept.acknowledged;
  const next = (fact: 'noticeReceived' | 'instructionReceived') =>
    signed !== undefined && isOwn(notice.facts[fact]) ? { [fact]: signed } : {};
  const facts = { ...kept, ...next('noticeReceived'), ...next('instructionReceived') };
  if (notice.ceremonyId !== id) return { ...notice, facts };
  return { ...notice, status: 'prepared', outcome: null, ceremonyId: null, facts };
}
