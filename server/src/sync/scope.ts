import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Env } from './env.ts';

/** What a person may see, and the short name by which their phone notices that it changed. */
export interface Scope {
  readonly tokens: readonly string[];
  readonly name: string;
}

export async function scopeOf(env: Env, actor: SyncActor): Promise<Scope> {
  const tokens = [`user:${actor.userId}`, ...actor.roles.map((role) => `role:${role}`), 'all'].toSorted();
  const hash = await env.hash(new TextEncoder().encode(JSON.stringify([actor.companyId, ...tokens])));
  return { tokens, name: hash.slice(0, 16) };
}
