/** What happened in a world, in order, and one hash over all of it that counts. */
import { createHash } from 'node:crypto';
import type { Happening } from '../world.ts';

export type Note = (happening: Omit<Happening, 'at'>) => void;

/** What begins with a wave is for readers only. */
export function createHashedTrace(now: () => number) {
  const happenings: Happening[] = [];
  const hash = createHash('sha256');
  return {
    happenings,
    note: (given: Omit<Happening, 'at'>): void => {
      const happening = { at: now(), ...given };
      happenings.push(happening);
      if (given.what.startsWith('~')) return;
      const said = given.message === undefined ? '' : JSON.stringify(given.message.body);
      hash.update(`${happening.at} ${given.who} ${given.to ?? ''} ${given.what} ${said}\n`);
    },
    hash: () => hash.copy().digest('hex').slice(0, 16),
  };
}
