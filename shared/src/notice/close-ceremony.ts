import * as z from 'zod/mini';
import { idSchema } from '../kernel/id.ts';
import { Instant } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { ceremonies, type Ceremony } from './ceremony.ts';
import { BUNDLE_BYTES, Objections } from './evidence.ts';
import { CeremonyOutcome, notices, type CeremonyOutcome as Outcome, type DatedFact, type Notice } from './notice.ts';
import { mayBePresented } from './may-be-presented.ts';
import { coordinates, worksOnNotice } from './works-on-notice.ts';

const Sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

/**
 * Hands in the evidence of one ceremony. What happened at the debtor's table is never refused for being late or second:
 * a ceremony on a notice that is decided already is kept beside it, and a person looks at both. The short form beside
 * the bundle is for the screen; the server proves that it says what the bundle says.
 */
export const closeCeremony = defineMutator({
  name: 'notice.close-ceremony',
  version: 1,
  args: z.object({
    ceremonyId: idSchema<'ceremony'>(),
    noticeId: idSchema<'notice'>(),
    outcome: CeremonyOutcome,
    /** Canonical JSON of the evidence; see evidence.ts. */
    bundle: z.string().check(z.minLength(2), z.maxLength(BUNDLE_BYTES)),
    bundleSha256: Sha256,
    head: Sha256,
    pdfSha256: Sha256,
    deviceKey: z.string().check(z.regex(/^[A-Za-z0-9_-]{43}$/)),
    signerNames: z.array(z.string().check(z.maxLength(120))).check(z.maxLength(6)),
    /** Device clock. */
    closedAt: Instant,
    /** The same moment by the server's clock, as far as the device knew it: what the facts are dated with. */
    happenedAt: Instant,
    objections: Objections,
    debtConfirmed: z.boolean(),
    defencesWaived: z.boolean(),
  }),
  reads: (args) => ({ notice: notices.ref(args.noticeId), same: ceremonies.ref(args.ceremonyId) }),
  decide: ({ notice, same }, args, context) => {
    if (!notice || !(worksOnNotice(notice, context.actor) || coordinates(context.actor)))
      return err({ code: 'notice.not-found' });
    if (same) return err({ code: same.bundleSha256 === args.bundleSha256 ? 'ceremony.kept' : 'ceremony.differs' });
    const ceremony = ceremonyOf(notice, args, context.receivedAt);
    if (!mayBePresented(notice)) return ok([ceremonies.put(ceremony)]);
    return ok([ceremonies.put(ceremony), notices.put(noticeAfter(notice, args, context.receivedAt))]);
  },
});

export interface CeremonySummary {
  readonly ceremonyId: Ceremony['id'];
  readonly outcome: Outcome;
  readonly bundleSha256: string;
  readonly head: string;
  readonly pdfSha256: string;
  readonly deviceKey: string;
  readonly signerNames: string[];
  readonly closedAt: Instant;
  readonly happenedAt: Instant;
  readonly objections: Objections;
  readonly debtConfirmed: boolean;
  readonly defencesWaived: boolean;
}

function ceremonyOf(notice: Notice, args: CeremonySummary, receivedAt: Instant | null): Ceremony {
  return {
    id: args.ceremonyId,
    noticeId: notice.id,
    cardId: notice.cardId,
    audienceIds: notice.audienceIds,
    outcome: args.outcome,
    bundleSha256: args.bundleSha256,
    head: args.head,
    pdfSha256: args.pdfSha256,
    deviceKey: args.deviceKey,
    signerNames: args.signerNames,
    closedAt: args.closedAt,
    receivedAt,
    stage: 'received',
    checks: [],
    remarks: [],
    receipt: null,
    seal: null,
    decided: null,
  };
}

/** Whether the paper reached the debtor, so that time runs. Refusing to sign does not undo that it was received. */
const REACHED: Readonly<Record<Outcome, boolean>> = {
  acknowledged: true,
  'with-exceptions': true,
  'received-only': true,
  refused: true,
  'wrong-person': false,
  absent: false,
};

/** The notice once this ceremony is over. Each fact stands by itself: receipt says nothing of the debt, and what was not said is not written down. */
export function noticeAfter(notice: Notice, args: CeremonySummary, receivedAt: Instant | null): Notice {
  const attempts = notice.attempts + 1;
  if (!REACHED[args.outcome]) return { ...notice, attempts };
  // Nothing can have happened after the server heard of it.
  const at = receivedAt !== null && receivedAt < args.happenedAt ? receivedAt : args.happenedAt;
  const fact: DatedFact = { at, by: 'ceremony', note: '', ceremonyId: args.ceremonyId };
  const signed = args.outcome === 'acknowledged' || args.outcome === 'with-exceptions';
  const objections = args.objections.stated === 'list' ? args.objections.text : '';
  return {
    ...notice,
    attempts,
    refusals: notice.refusals + (args.outcome === 'refused' ? 1 : 0),
    status: 'closed',
    outcome: args.outcome,
    ceremonyId: args.ceremonyId,
    facts: {
      ...notice.facts,
      // The first receipt counts: signing later does not move it.
      noticeReceived: notice.facts.noticeReceived ?? fact,
      ...(notice.accountId === null ? {} : { instructionReceived: notice.facts.instructionReceived ?? fact }),
      ...(signed ? { acknowledged: fact } : {}),
      ...(signed && args.debtConfirmed ? { debtConfirmed: fact } : {}),
      ...(signed && args.defencesWaived ? { defencesWaived: fact } : {}),
      ...(args.objections.stated === 'not-stated' ? {} : { objectionsStated: { ...fact, note: objections } }),
    },
  };
}
