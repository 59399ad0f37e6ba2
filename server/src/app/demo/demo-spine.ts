import { mutators } from '@cession/shared/mutators.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { VerdictState } from '@cession/shared/sync/protocol.ts';
import type { Database } from '../../db/client.ts';
import { effects } from '../../effects.ts';
import type { Effect } from '../../sync/effect.ts';
import { createPgStore } from '../../sync/pg-store.ts';
import { createServerSpine } from '../../sync/spine.ts';
import { tables } from '../../tables.ts';
import { authorise } from '../authorise.ts';
import { serverEnv, serverTimer } from '../server-env.ts';

/** Something a person of the demo did. */
export interface Scene {
  readonly id: string;
  /** When it reached the server, and how much earlier the person did it on a phone without a signal. */
  readonly atMs: number;
  readonly offlineForMs: number;
  readonly who: SyncActor;
  readonly name: string;
  readonly args: unknown;
  /** What the person had seen; left out, everything that was there. */
  readonly base?: unknown;
  readonly ends: VerdictState;
}

/**
 * Plays the scenes in the order of their times, each on the clock of its own moment, through the same mutators, rules
 * and ledger as real work. A scene that ends otherwise than written stops the demo: it would tell a lie.
 */
export async function playScenes(
  database: Database,
  scenes: readonly Scene[],
  /** Laid over the plain list: what needs keys and a queue of work. */
  moreEffects: Readonly<Record<string, Effect>> = {},
): Promise<void> {
  let clock = 0;
  const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const spine = createServerSpine(
    {
      mutators,
      tables,
      effects: { ...effects, ...moreEffects },
      authorise,
      env: { ...serverEnv, now: () => clock },
      log: quiet,
    },
    { store: createPgStore(database, tables), timer: serverTimer },
  );
  try {
    for (const scene of scenes.toSorted((a, b) => a.atMs - b.atMs)) {
      clock = scene.atMs;
      const { id, name, args, base } = scene;
      const at = msToInstant(scene.atMs - scene.offlineForMs);
      const verdict = await spine.perform(scene.who, { id, name, v: 1, args, at, ...(base !== undefined && { base }) });
      if (!verdict.ok || verdict.value.state !== scene.ends) {
        throw new Error(`the demo's ${name} ended otherwise than written: ${JSON.stringify({ args, verdict })}`);
      }
    }
  } finally {
    await spine.stop();
  }
}
