import type { Env } from './ports.ts';
import { mono, now, rand } from './clock.ts';
import { newId } from './new-id.ts';
import { sha256 } from './sha256.ts';

export const browserEnv: Env = { now, mono, rand, uuid: newId, hash: sha256 };
