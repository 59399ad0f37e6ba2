/** What is measured. Everything goes through the product's own code; the clock runs only during `run`. */
import { claimNext } from '@cession/server/handoff/claim-next.ts';
import { listAccepted } from '@cession/server/handoff/list-accepted.ts';
import { listQueue } from '@cession/server/handoff/list-queue.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import { newId } from '../kit/wire-phone.ts';
import { DEPARTED, EDITS, type AtWork } from './company-at-work.ts';

export interface Operation {
  readonly key: string;
  readonly title: string;
  /** The goal of 1.3 holds for it. */
  readonly hasGoal: boolean;
  /** Makes it ready; answers what is timed, which may answer what has to be put right afterwards. */
  prepare(at: AtWork): Promise<() => Promise<(() => Promise<void>) | void>>;
}

export const OPERATIONS: readonly Operation[] = [
  {
    key: 'push',
    title: `push of ${EDITS} edits, decided`,
    hasGoal: true,
    prepare: async (at) => {
      await at.pull();
      await at.pullElsewhere();
      const edits = at.editFifty();
      return () => at.push(edits);
    },
  },
  {
    key: 'pull-100',
    title: 'pull of 100 changed rows',
    hasGoal: true,
    prepare: async (at) => () => at.pull(2 * EDITS),
  },
  { key: 'pull-none', title: 'pull, nothing new', hasGoal: true, prepare: async (at) => () => at.pull(0) },
  {
    key: 'pull-others',
    title: 'pull, only things of others are new',
    hasGoal: true,
    prepare: async (at) => () => at.pullElsewhere(),
  },
  {
    key: 'pull-departed',
    title: `pull of ${DEPARTED} cards that left the phone`,
    hasGoal: true,
    prepare: async (at) => {
      await at.prepareDeparture();
      return () => at.pullDeparted();
    },
  },
  {
    key: 'hand-over',
    title: 'push of one hand-over, decided',
    hasGoal: true,
    prepare: async (at) => {
      const handOver = await at.prepareHandOver();
      return () => at.push([handOver]);
    },
  },
  {
    key: 'next',
    title: 'next from the queue, claimed',
    hasGoal: true,
    prepare: async (at) => async () => {
      const claimed = await claimNext(deskOf(at), at.accountant, {
        mutationId: newId() as Id<'mutation'>, // made here
        at: msToInstant(Date.now()),
      });
      if (claimed === null) throw new Error('nothing waits');
      return () => putBack(at, claimed.cardId);
    },
  },
  {
    key: 'queue',
    title: "the desk's queue as it opens",
    hasGoal: false,
    prepare: async (at) => async () => {
      const { rows } = await listQueue(deskOf(at), at.accountant, { show: 'waiting', jurisdiction: null, search: '' });
      if (rows.length !== Math.min(500, rows.length) || rows.length === 0) throw new Error('the queue is empty');
    },
  },
  {
    key: 'queue-search',
    title: 'search in the queue',
    hasGoal: false,
    prepare: async (at) => async () => {
      await listQueue(deskOf(at), at.accountant, { show: 'waiting', jurisdiction: null, search: 'kerékpár 9' });
    },
  },
  {
    key: 'accepted',
    title: 'first page of the cleared cards',
    hasGoal: false,
    prepare: async (at) => async () => {
      const filter = { jurisdiction: null, search: '', from: null };
      const { rows } = await listAccepted(deskOf(at), at.accountant, { ...filter, page: 0 });
      if (rows.length !== 50) throw new Error(`${rows.length} cleared cards on the first page`);
    },
  },
  {
    key: 'accepted-search',
    title: 'search in the cleared cards',
    hasGoal: false,
    prepare: async (at) => async () => {
      const filter = { jurisdiction: null, search: 'kerékpár 15', from: null };
      const { total } = await listAccepted(deskOf(at), at.accountant, { ...filter, page: 0 });
      if (total === 0) throw new Error('nothing was found');
    },
  },
];

function deskOf({ server }: AtWork) {
  return { database: server.database, env: server.env, spine: server.spine };
}

async function putBack({ server, accountant }: AtWork, cardId: string): Promise<void> {
  const act = { id: newId(), name: 'queue.put-back', v: 1, args: { cardId }, at: msToInstant(Date.now()) };
  const verdict = await server.spine.perform(accountant, act);
  if (!verdict.ok || verdict.value.state !== 'applied') throw new Error(`not put back: ${JSON.stringify(verdict)}`);
}
