import type { Sync } from '@cession/client/sync/start-sync.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import type { SavedLine } from '../acknowledged.ts';
import type { Dice } from '../dice.ts';

/** Who works, with what, and whom they tell. */
export interface WorkParts {
  readonly sync: Sync;
  readonly profile: Profile;
  readonly phone: number;
  readonly dice: Dice;
  readonly tell: (line: SavedLine) => void;
  /** What the phone should have saved and did not. */
  readonly trouble: (words: string) => void;
}
