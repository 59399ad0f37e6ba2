import { mutationTable } from '@cession/server/sync/spine-tables.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import type { ServerStore } from '@cession/server/sync/store.ts';
import type { PushRequest, Verdict } from '@cession/shared/sync/protocol.ts';
import { and, eq } from 'drizzle-orm';

/** Whatever comes under a number of a device that is known already passes for what came first under that number. */
export function seqOnly(spine: ServerSpine, store: ServerStore): ServerSpine {
  return {
    ...spine,
    receivePush: async (actor, body) => {
      const request = body as PushRequest; // phones of the simulator send nothing else
      const known = await idsBySeq(store, actor.companyId, request.device);
      const isKnown = ({ id, seq }: PushRequest['mutations'][number]) => known.has(seq) && known.get(seq) !== id;
      const doubles = request.mutations.filter(isKnown);
      const mutations = request.mutations.filter((one) => !isKnown(one));
      const answer = await spine.receivePush(actor, { ...request, mutations });
      if (!answer.ok) return answer;
      const passed = doubles.map(({ id }): Verdict => ({ id, state: 'noop' }));
      return { ...answer, value: { ...answer.value, verdicts: [...answer.value.verdicts, ...passed] } };
    },
  };
}

async function idsBySeq(
  store: ServerStore,
  companyId: string,
  device: string,
): Promise<ReadonlyMap<number | null, string>> {
  const { id, seq, deviceId } = mutationTable;
  const rows = await store.write(companyId, ({ database }) =>
    database
      .select({ id, seq })
      .from(mutationTable)
      .where(and(eq(mutationTable.companyId, companyId), eq(deviceId, device))),
  );
  return new Map(rows.map((row) => [row.seq, row.id]));
}
