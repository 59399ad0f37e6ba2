import type { Effect } from '../sync/effect.ts';
import { weighDecision } from './weigh-decision.ts';
import { keepCeremony, type KeepingParts } from './keep-ceremony.ts';

/** What needs the server's key or its queue of work. Laid over the plain list where the app is put together. */
export function noticeEffects(parts: KeepingParts): Readonly<Record<NeedsParts, Effect>> {
  return { 'notice.close-ceremony': keepCeremony(parts), 'ceremony.decide': weighDecision(parts.jobs) };
}

type NeedsParts = 'notice.close-ceremony' | 'ceremony.decide';

/** Stands in the plain list: evidence is never taken in by a server that cannot sign for it. */
export const needsNoticeParts: Effect = {
  check: () => Promise.reject(new Error('this server was put together without noticeEffects')),
};
