import { cards, type Card } from '@cession/shared/card/card.ts';
import type { Decision, Mutator, Refs } from '@cession/shared/sync/mutator.ts';
import { markHandled } from '../invariants/memory.ts';
import type { Play } from '../play.ts';
import type { Dice, SimPhone } from '../world.ts';

export interface Command {
  readonly name: string;
  /** How often it comes up, against the sum of all. */
  readonly weight: number;
  run(play: Play, dice: Dice): Promise<void>;
}

/** Half of what happens on the first phone; null when nobody has one that is on. */
export function aPhone({ world }: Play, dice: Dice): SimPhone | null {
  const on = world.phones.filter((phone) => phone.isOn());
  return on.length === 0 ? null : dice.pick(on);
}

/** On a phone that is on. */
export function onAPhone(act: (play: Play, phone: SimPhone, dice: Dice) => Promise<void> | void): Command['run'] {
  return async (play, dice) => {
    const phone = aPhone(play, dice);
    if (phone !== null) await act(play, phone, dice);
  };
}

/** A card this person sees; in half of all plays nearly always the same one. */
export function aCard(play: Play, phone: SimPhone, dice: Dice, fits: (card: Card) => boolean = () => true) {
  if (!phone.isOn()) return null;
  const seen = (phone.rows(cards.name) as readonly Card[]).filter((card) => fits(card)); // rows pass their schema first
  if (seen.length === 0) return null;
  const hot = seen.find(({ id }) => id === play.cards[0]?.id);
  const isThere = hot !== undefined && dice.chance(play.isHot ? 90 : 40);
  return isThere ? hot : dice.pick(seen.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
}

/** Through any of the open tabs. */
export async function perform<Name extends string, Args, R extends Refs, D extends Decision>(
  { play, phone, dice }: { play: Play; phone: SimPhone; dice: Dice },
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  supersedes?: string,
): Promise<boolean> {
  const extra = play.tabs.get(phone.name) ?? 0;
  const tab = extra > 0 && dice.chance(60) ? 1 + dice.below(extra) : 0;
  const done = await phone.perform(mutator, args, { tab, ...(supersedes !== undefined && { supersedes }) });
  if (done?.saved === true && supersedes !== undefined) markHandled(play.memory, supersedes);
  return done?.saved === true;
}
