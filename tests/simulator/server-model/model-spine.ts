import { hash as hashOf } from 'node:crypto';
import { authorise } from '@cession/server/app/authorise.ts';
import { effects } from '@cession/server/effects.ts';
import { bounceOffer } from '@cession/server/handoff/bounce-offer.ts';
import { fileArrived, takeFile } from '@cession/server/handoff/file-arrived.ts';
import type { Effect } from '@cession/server/sync/effect.ts';
import type { Env, SpineLog, Timer } from '@cession/server/sync/env.ts';
import { createServerSpine, type ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { tables } from '@cession/server/tables.ts';
import { mutators, type MutationName } from '@cession/shared/mutators.ts';
import { registerMutators, type MutatorRegistry } from '@cession/shared/sync/mutator.ts';
import { LATE_MUTATORS, type ModelServerParts } from './model-parts.ts';

/**
 * What tier 1 adds to each mutator: what the product adds. The model's database understands the statements of all of
 * them but `notice.close-ceremony` and `ceremony.decide`, which need the server's key and its queue of work.
 */
export const modelEffects: Readonly<Record<MutationName, Effect>> = effects;

/** Stands in the ledger where a person would, as in the product. */
export const NOBODY = '00000000-0000-0000-0000-000000000000';

type Rules = Readonly<Record<string, Effect>>;

interface SpineWorld {
  readonly store: ServerStore;
  readonly timer: Timer;
  readonly env: Env;
  readonly log: SpineLog;
  /** Laid over the effects. */
  readonly over: (rules: Rules) => Rules;
}

export function createModelSpine(world: SpineWorld, version: 'today' | 'yesterday'): ServerSpine {
  const { env, log } = world;
  return createServerSpine(
    { mutators: knownTo[version], tables, effects: world.over(modelEffects), authorise, env, log },
    world,
  );
}

/** The spine whose mutators no person can send: files that arrived, and offers nobody answered. */
export function createClerkSpine({ store, timer, env, log, over }: SpineWorld): ServerSpine {
  return createServerSpine(
    {
      mutators: clerks,
      tables,
      effects: over({ [fileArrived.name]: takeFile }),
      authorise: ({ userId }) => (userId === NOBODY ? null : { code: 'permission.denied' }),
      env,
      log,
    },
    { store, timer },
  );
}

const clerks = registerMutators([fileArrived, bounceOffer]);
const late: ReadonlySet<string> = LATE_MUTATORS;
const knownTo: Readonly<Record<'today' | 'yesterday', MutatorRegistry>> = {
  today: mutators,
  yesterday: registerMutators([...mutators.values()].filter(({ name }) => !late.has(name))),
};

export function envOf({ now, mono, rand, uuid }: ModelServerParts): Env {
  return { now, mono, rand, uuid, hash: async (bytes) => hashOf('sha256', bytes) };
}

export const QUIET: SpineLog = { info: () => undefined, warn: () => undefined, error: () => undefined };
