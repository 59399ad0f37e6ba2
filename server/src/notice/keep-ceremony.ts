import { ceremonies, type Ceremony } from '@cession/shared/notice/ceremony.ts';
import { closeCeremony } from '@cession/shared/notice/close-ceremony.ts';
import { coordinates, worksOnNotice } from '@cession/shared/notice/works-on-notice.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import type { UserId } from '@cession/shared/people/actor.ts';
import type { Jobs } from '../db/jobs.ts';
import { effectOf, type Effect, type EffectContext } from '../sync/effect.ts';
import { eventHashes, readBundle } from './event-hashes.ts';
import { sha256Hex } from './evidence-crypto.ts';
import { PROVE_CEREMONY } from './notice-jobs.ts';
import { bundleTable, paperHashTable } from './notice-tables.ts';
import type { ServerSigner } from './server-key.ts';

export interface KeepingParts {
  readonly signer: Pick<ServerSigner, 'receipt'>;
  readonly jobs: Pick<Jobs, 'enqueue'>;
}

type Args = ArgsOf<typeof closeCeremony>;

/**
 * The evidence is kept to the byte, its receipt is signed and its verification asked for, all together with the
 * ceremony's row. A different bundle under the same id is refused, and kept all the same.
 */
export function keepCeremony({ signer, jobs }: KeepingParts): Effect {
  return effectOf(closeCeremony, {
    check: async (context) => {
      const { notice, same } = context.rows;
      const mayHandIn = notice !== null && (worksOnNotice(notice, context.actor) || coordinates(context.actor));
      if (same !== null && mayHandIn && same.bundleSha256 !== sha256Hex(context.args.bundle)) await keepRaw(context);
      return null;
    },
    after: async (context) => {
      const change = context.changes.find(({ table }) => table === ceremonies.name);
      if (change?.op !== 'put') return [];
      const ceremony = change.row as Ceremony; // rows of this table are ceremonies
      const { companyId } = context.actor;
      // Of what arrived, not of what was said to have been sent.
      const bundleSha256 = await keepRaw(context);
      await keepHashes(context);
      await jobs.enqueue(context.tx, PROVE_CEREMONY, { companyId, id: ceremony.id });
      const receipt = await signer.receipt({ bundleSha256, head: ceremony.head, receivedAt: context.now });
      return [ceremonies.put({ ...ceremony, bundleSha256, receivedAt: context.now, receipt })];
    },
  });
}

async function keepRaw({ tx, actor, args, now }: EffectContext<Args>): Promise<string> {
  const { bundle: raw, ...summary } = args;
  const bundleSha256 = sha256Hex(raw);
  const sentBy = actor.userId as UserId; // the session's user
  const bundle = readBundle(raw);
  const prepared = bundle?.events[0]?.body;
  const deviceSeq = prepared?.type === 'prepared' ? prepared.data.deviceSeq : null;
  const kept = { companyId: actor.companyId, bundleSha256, ceremonyId: args.ceremonyId, raw, summary, sentBy };
  await tx
    .insert(bundleTable)
    .values({ ...kept, receivedAt: now, deviceKey: bundle?.deviceKey.id ?? args.deviceKey, deviceSeq })
    .onConflictDoNothing();
  return bundleSha256;
}

async function keepHashes({ tx, actor, args }: EffectContext<Args>): Promise<void> {
  const bundle = readBundle(args.bundle);
  if (bundle?.ceremonyId !== args.ceremonyId) return;
  const { companyId } = actor;
  const { ceremonyId } = args;
  const rows = eventHashes(bundle).map((event) => ({ companyId, ceremonyId, kind: 'event' as const, ...event }));
  if (rows.length > 0) await tx.insert(paperHashTable).values(rows).onConflictDoNothing();
}
