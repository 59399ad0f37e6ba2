/** The way between phones and server. Every message stands still here until somebody lets it go on. */
import type { FetchIt } from '@cession/client/sync/http-transport.ts';
import type { Lifeline } from '../world-1/lifeline.ts';
import type { Dice } from '../world.ts';
import type { Note } from './hashed-trace.ts';
import type { LineEnd, Parcel } from './parcel.ts';
import { sendOff } from './send-off.ts';

export interface SimLine {
  /** For one tab of a phone. */
  fetchFor(end: LineEnd, tab: Lifeline): FetchIt;
  /** What may go on now. */
  ready(): readonly Parcel[];
  remove(parcel: Parcel): void;
}

interface LineParts {
  readonly elapsed: () => number;
  readonly note: Note;
  readonly dice: Dice;
}

export function createSimLine(parts: LineParts): SimLine {
  let parcels: Parcel[] = [];
  const remove = (parcel: Parcel) => void (parcels = parcels.filter((other) => other !== parcel));
  const road = {
    ...{ ...parts, remove },
    put: (parcel: Parcel) => void parcels.push(parcel),
    carries: (parcel: Parcel) => parcels.includes(parcel),
  };
  return {
    remove,
    ready: () => parcels.filter(({ notBefore }) => notBefore <= parts.elapsed()),
    fetchFor: (end, tab) => (url, init) =>
      tab.isDead() ? new Promise(() => {}) : sendOff(road, { end, tab, url, init }),
  };
}
