import type { listAccepted as Procedure } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure, OutputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { look, type DeskParts } from './desk-parts.ts';
import { countAccepted, readAccepted } from './read-accepted.ts';

export const ACCEPTED_PAGE = 50;

/** One page of the cleared cards, the newest first. Pages count from zero. */
export function listAccepted(
  parts: DeskParts,
  actor: Actor,
  input: InputOfProcedure<typeof Procedure>,
): Promise<OutputOfProcedure<typeof Procedure>> {
  return look(parts, actor, async (tx) => {
    const page = { limit: ACCEPTED_PAGE, offset: input.page * ACCEPTED_PAGE };
    const cards = await readAccepted(tx, actor, input, page);
    return { rows: cards.map(({ row }) => row), total: await countAccepted(tx, actor, input) };
  });
}
