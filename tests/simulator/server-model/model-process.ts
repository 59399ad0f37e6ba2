import { claimNext } from '@cession/server/handoff/claim-next.ts';
import { bounceOffer } from '@cession/server/handoff/bounce-offer.ts';
import { overdueOffers } from '@cession/server/handoff/overdue-offers.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import { createFileDesk, databaseOf } from './file-desk.ts';
import type { FileDesk, ModelServerParts } from './model-parts.ts';
import type { SpineLog } from '@cession/server/sync/env.ts';
import { createClerkSpine, createModelSpine, envOf, NOBODY, QUIET } from './model-spine.ts';
import { ModelGap } from './model-words.ts';

/** One running process of the server: what it holds in memory is gone with it. */
export interface ModelProcess {
  readonly spine: ServerSpine;
  readonly files: FileDesk;
  /** The next item of the queue, by the product's own search. null: none is free. */
  claimNext(actor: SyncActor, mutationId: string): Promise<{ readonly cardId: string } | null>;
  bounceOverdueOffers(): Promise<void>;
  stop(): void;
}

export function startProcess(
  parts: ModelServerParts,
  opened: ServerStore,
  version: 'today' | 'yesterday',
): ModelProcess {
  const { seams = {}, timer } = parts;
  const log = loudAboutGaps(parts);
  const env = envOf(parts);
  const store = seams.serverStore?.(opened) ?? opened;
  const world = { store, timer, env, log, over: seams.serverEffects ?? ((rules) => rules) };
  const real = createModelSpine(world, version);
  const spine = seams.spine?.(real, { store }) ?? real;
  const clerk = createClerkSpine(world);
  const files = createFileDesk(store, clerk, env);
  return {
    spine,
    files: seams.fileDesk?.(files, { store }) ?? files,
    claimNext: (actor, mutationId) => {
      const input = { mutationId, at: msToInstant(env.now()) } as Parameters<typeof claimNext>[2]; // ids made here
      return claimNext({ database: databaseOf(store, actor.companyId), env, spine }, actor, input);
    },
    bounceOverdueOffers: async () => {
      const now = msToInstant(env.now());
      for (const companyId of await store.companies()) {
        const overdue = await store.write(companyId, (tx) => overdueOffers(tx.database, companyId, now));
        for (const args of overdue) {
          const act = { id: env.uuid(), name: bounceOffer.name, v: bounceOffer.version, args, at: now };
          await clerk.perform({ userId: NOBODY, companyId, roles: [] }, act);
        }
      }
    },
    stop: () => {
      void spine.stop();
      void clerk.stop();
    },
  };
}

/** The spine puts aside what breaks it. What the model cannot do must not hide there. */
function loudAboutGaps({ log = QUIET, surprise }: ModelServerParts): SpineLog {
  const tell = (say: SpineLog['error']): SpineLog['error'] => {
    return (event, fields) => {
      if (fields?.['error'] instanceof ModelGap) surprise?.(fields['error']);
      say(event, fields);
    };
  };
  return { info: log.info, warn: tell(log.warn), error: tell(log.error) };
}
