import * as z from 'zod/mini';
import { checkGate } from '../card/gate.ts';
import { cards, type Card } from '../card/card.ts';
import { heldBy } from '../card/held-document.ts';
import { worksOn } from '../card/works-on.ts';
import { cardDocuments, FILE_LIMITS, type CardDocument, type DocumentId } from '../document/document.ts';
import { idSchema } from '../kernel/id.ts';
import { isDay } from '../kernel/instant.ts';
import { err, ok } from '../kernel/result.ts';
import { companies } from '../people/company.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator, type MutationContext } from '../sync/mutator.ts';
import type { Ref } from '../sync/table.ts';
import { handoffs, type Handoff, type Snapshot } from './handoff.ts';

/**
 * Gives a complete card to accounting: an immutable snapshot, next revision. The gate is the same on the
 * phone and on the server, and nobody is let past it.
 */
export const handOverCard = defineMutator({
  name: 'card.hand-over',
  version: 1,
  args: z.object({
    cardId: idSchema<'card'>(),
    handoffId: idSchema<'handoff'>(),
    /** The documents the person saw on the card and hands over with it. Absent from phones that knew none. */
    documentIds: z.optional(z.array(idSchema<'document'>()).check(z.maxLength(FILE_LIMITS.perCard))),
  }),
  reads: ({ cardId, handoffId, documentIds }, actor) => ({
    ...documentRefs(documentIds ?? []),
    card: cards.ref(cardId),
    company: companies.ref(actor.companyId),
    earlier: handoffs.ref(handoffId),
  }),
  decide: ({ card, company, earlier, ...read }, args, context) => {
    if (!card || !worksOn(card, context.actor)) return err({ code: 'card.not-found' });
    if (earlier) return err({ code: 'handoff.exists' });
    if (card.status === 'handed-over') return err({ code: 'card.with-accounting' });
    if (card.status === 'accepted') return err({ code: 'card.accepted-already' });
    const documents = documentsOf(card, read, args.documentIds ?? []);
    const verdict = checkGate({
      jurisdiction: card.jurisdiction,
      values: card.values,
      allowSamples: company?.demo ?? false,
      on: dayOf(context),
      documents: heldBy(card.id, documents),
    });
    if (verdict.missing.length > 0) {
      const missing = verdict.missing.map(({ requirement, path }) => ({ requirement, path }));
      return err({ code: 'card.incomplete', missing });
    }
    const revision = card.revision + 1;
    const snapshot = snapshotOf(card, documents, revision, verdict.ruleset, context);
    const handoff = handoffOf(card, args.handoffId, snapshot, context);
    return ok([
      handoffs.put(handoff),
      cards.put({ ...card, status: 'handed-over', revision, handoffId: args.handoffId }),
    ]);
  },
});

type DocumentKey = `document ${string}`;

function documentRefs(ids: readonly DocumentId[]): Record<DocumentKey, Ref<CardDocument>> {
  return Object.fromEntries(
    ids.map((id): [DocumentKey, Ref<CardDocument>] => [`document ${id}`, cardDocuments.ref(id)]),
  );
}

/** One that is gone, or was never this card's, is simply not handed over; the gate says if it was needed. */
function documentsOf(
  card: Card,
  read: Readonly<Record<DocumentKey, CardDocument | null>>,
  ids: readonly DocumentId[],
): CardDocument[] {
  return [...new Set(ids)].toSorted().flatMap((id) => {
    const document = read[`document ${id}`] ?? null;
    return document !== null && document.cardId === card.id && !document.removed ? [document] : [];
  });
}

function snapshotOf(
  card: Card,
  documents: readonly CardDocument[],
  revision: number,
  ruleset: string,
  context: MutationContext,
): Snapshot {
  return {
    cardId: card.id,
    revision,
    jurisdiction: card.jurisdiction,
    ownerId: card.ownerId,
    values: { ...card.values },
    ruleset,
    ...(documents.length > 0 && {
      documents: documents.map(({ id, type, file, form }) => ({ id, type, sha256: file?.sha256 ?? null, form })),
    }),
    submittedAt: context.performedAt,
  };
}

function handoffOf(card: Card, id: Handoff['id'], snapshot: Snapshot, context: MutationContext): Handoff {
  return {
    id,
    cardId: card.id,
    audienceIds: [card.ownerId, ...card.helpers],
    revision: snapshot.revision,
    snapshot,
    sha256: null,
    submittedBy: context.actor.userId as UserId, // the session's user
    receivedAt: context.receivedAt,
    state: 'waiting',
    points: [],
    note: '',
    verdictBy: null,
    verdictAt: null,
  };
}

/** The server's day where there is one: a wrong clock in a pocket must not revive an expired authority. */
function dayOf(context: MutationContext) {
  const day = (context.receivedAt ?? context.performedAt).slice(0, 10);
  return isDay(day) ? day : null;
}
