import { createHash, randomUUID } from 'node:crypto';
import type { Env, Timer } from '../sync/env.ts';

/** The real clock, dice and hash, handed to the spine. */
export const serverEnv: Env = {
  now: () => Date.now(),
  mono: () => performance.now(),
  rand: () => Math.random(),
  uuid: () => randomUUID(),
  hash: async (bytes) => createHash('sha256').update(bytes).digest('hex'),
};

export const serverTimer: Timer = {
  after: (ms, work) => {
    const handle = setTimeout(work, ms);
    return { cancel: () => clearTimeout(handle) };
  },
};
