/** A phone that talks to a server spine without a network in between. */
import { randomUUID } from 'node:crypto';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { PullRequest, PullResponse, Verdict, WireMutation, WireRow } from '@cession/shared/sync/protocol.ts';
import type { ServerSpine } from '@cession/server/sync/spine.ts';
import { must } from './server-world.ts';

export type Draft = Partial<WireMutation> & Pick<WireMutation, 'name' | 'args'>;

/** It numbers what it sends and remembers where its pulls stand. */
export function newPhone(actor: SyncActor, home: ServerSpine) {
  const sender = newSender();
  const push = (mutations: readonly unknown[], server = home) => server.receivePush(actor, sender.request(mutations));
  const verdicts = async (mutations: readonly unknown[], server = home): Promise<readonly Verdict[]> =>
    must(await push(mutations, server)).verdicts;
  return {
    actor,
    ...sender,
    push,
    verdicts,
    verdict: async (mutation: WireMutation, server = home): Promise<Verdict> => {
      const [verdict] = await verdicts([mutation], server);
      if (verdict === undefined) throw new Error('a push of one answers one verdict');
      return verdict;
    },
    pullPage: (more: Partial<PullRequest> = {}, server = home) => server.servePull(actor, sender.pullRequest(more)),
    /** Every page to the end; then the cursor moves. */
    pull: async (more: Partial<PullRequest> = {}, server = home): Promise<PullResponse> => {
      const rows: WireRow[] = [];
      const departed: PullResponse['departed'] = [];
      let page: string | null = null;
      for (;;) {
        const response: PullResponse = must(await server.servePull(actor, sender.pullRequest({ ...more, page })));
        rows.push(...response.rows);
        departed.push(...response.departed);
        page = response.next ?? null;
        if (page !== null) continue;
        sender.standAt(response);
        return { ...response, rows, departed };
      }
    },
  };
}
export type Phone = ReturnType<typeof newPhone>;

function newSender() {
  const device = randomUUID();
  const incarnation = randomUUID();
  let seq = 0;
  let at: Pick<PullRequest, 'epoch' | 'scope' | 'cursor'> = { epoch: null, scope: null, cursor: 0 };
  return {
    say: (draft: Draft): WireMutation => {
      seq += 1;
      return { id: randomUUID(), seq, v: 1, at: msToInstant(Date.now()), ...draft };
    },
    request: (mutations: readonly unknown[]) => ({
      ...{ p: 1, epoch: null, device, incarnation, app: 'test' },
      pending: { count: mutations.length, oldest: null },
      mutations,
    }),
    pullRequest: (more: Partial<PullRequest> = {}): PullRequest => ({
      ...{ p: 1, device, incarnation, page: null, limit: 1000, verdictsFor: [] },
      ...at,
      ...more,
    }),
    standAt: ({ epoch, scope, cursor }: PullResponse) => {
      if (cursor !== undefined) at = { epoch, scope, cursor };
    },
  };
}
