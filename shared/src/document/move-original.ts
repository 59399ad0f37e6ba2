import * as z from 'zod/mini';
import { worksOn } from '../card/works-on.ts';
import { err, ok } from '../kernel/result.ts';
import type { UserId } from '../people/actor.ts';
import { defineMutator } from '../sync/mutator.ts';
import { documentIds, rowsOf } from './document-args.ts';
import { cardDocuments, OriginalMove, OriginalState } from './document.ts';
import { isOffice, isOfficeState, isOfficeStep, originalStep } from './original-moves.ts';

const MOST_MOVES = 50;

/**
 * Notes where the paper is. House rule: on its way is said by whoever works on the card, in the office only by the
 * office, with the place; a step back says why.
 */
export const moveOriginal = defineMutator({
  name: 'original.move',
  version: 1,
  args: z.object({
    ...documentIds,
    to: OriginalState,
    place: OriginalMove.shape.place,
    because: z.string().check(z.maxLength(300)),
  }),
  reads: (args) => rowsOf(args),
  decide: ({ card, document }, args, { actor, performedAt }) => {
    const office = isOffice(actor.roles);
    if (!card || !(office || worksOn(card, actor))) return err({ code: 'card.not-found' });
    if (!document || document.removed || document.cardId !== card.id) return err({ code: 'document.not-found' });
    const step = originalStep(document.original, args.to);
    if (step === null) return err({ code: 'original.no-such-step' });
    if (isOfficeStep(document.original, args.to) && !office) return err({ code: 'original.office-only' });
    const place = args.place.trim();
    const because = args.because.trim();
    if (isOfficeState(args.to) && place === '') return err({ code: 'original.place-missing' });
    if (step === 'back' && because === '') return err({ code: 'original.reason-missing' });
    if (document.moves.length >= MOST_MOVES) return err({ code: 'original.too-many-moves' });
    const by = actor.userId as UserId; // the session's user
    const move = { state: args.to, by, at: performedAt, place, ...(step === 'back' && { because }) };
    return ok([cardDocuments.put({ ...document, original: args.to, moves: [...document.moves, move] })]);
  },
});
