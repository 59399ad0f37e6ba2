/** Everything that can go wrong on a line, by the name the report gives it. */
export const FAULTS = [
  /** Held up for a while. */
  'delayed',
  /** Reset before it reached a server. */
  'lostRequest',
  /** Reset in the middle of its body: the server hears half of it. */
  'halfRequest',
  /** The server has answered, so its commit is done; the phone hears nothing. */
  'lostAnswer',
  /** The connection ends in the middle of the answer. */
  'halfAnswer',
  /** Both servers hear the same bytes at the same moment. */
  'twice',
  /** A finished push comes again, later, on a connection of its own. */
  'replayed',
  /** No phone reaches anything for some seconds. */
  'cut',
  /** The servers' connections to the database are reset. */
  'databaseReset',
  /** The database hears and commits; the server never hears its answer. */
  'databaseMute',
] as const;
export type Fault = (typeof FAULTS)[number];
export type Victim = 'browser' | 'server' | 'postgres';

/** What was done to everybody, counted while it happens. */
export interface Tally {
  readonly kills: Record<Victim, number>;
  readonly faults: Record<Fault, number>;
  /** Pushes that reached a server, with those that came again. */
  pushes: number;
}

export function createTally(): Tally {
  return {
    kills: { browser: 0, server: 0, postgres: 0 },
    // one entry per name of the list
    faults: Object.fromEntries(FAULTS.map((name) => [name, 0])) as Record<Fault, number>,
    pushes: 0,
  };
}
