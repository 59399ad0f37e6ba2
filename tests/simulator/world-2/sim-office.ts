/** The server as an operator handles it. */
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Dice, SimOffice } from '../world.ts';
import { deliver } from './deliver.ts';
import type { Note } from './hashed-trace.ts';
import { killProcess } from './kill-process.ts';
import type { Parcel } from './parcel.ts';
import { createServerPair, type PairParts, type ServerPair, type Version } from './server-pair.ts';
import { HOST, type ServerProcess } from './server-process.ts';
import type { SimDatabase } from './sim-database.ts';
import type { SimLine } from './sim-line.ts';

export interface WorldOffice extends SimOffice {
  /** One delivery, or several at the same moment; each parcel is heard of, or breaks. */
  deliver(parcels: readonly Parcel[], dice: Dice): Promise<void>;
  /** Counts whatever may have been written. */
  written(): number;
  found(companyId: string, rows: Parameters<ServerProcess['spine']['writeRows']>[1]): Promise<void>;
  /** Today's version runs in both processes. */
  settleIn(): Promise<void>;
}

export interface OfficeParts extends PairParts {
  readonly db: SimDatabase;
  readonly line: SimLine;
  readonly dice: Dice;
  readonly note: Note;
}

export function createSimOffice(parts: OfficeParts): WorldOffice {
  const { dice } = parts;
  const servers = createServerPair(parts);
  const inside = { ...parts, servers };
  let written = 0;
  /** Before anything that may write. */
  const writes = <T>(work: () => T): T => {
    written += 1;
    return work();
  };
  return {
    written: () => written,
    deliver: (parcels, from) => writes(() => deliver(inside, parcels, from)),
    killProcess: () => writes(() => killProcess(inside, dice)),
    found: (companyId, rows) => writes(async () => servers.all()[0]?.spine.writeRows(companyId, rows)),
    backup: () => parts.db.backup(),
    restore: () => writes(() => restore(parts)),
    deploy: (version) => writes(() => deploy(inside, version)),
    settleIn: async () => {
      if (servers.version() !== 'today') servers.start('today');
    },
    perform: (actor, name, args) => writes(() => perform(inside, actor, name, args)),
    work: () => writes(async () => dice.pick(servers.all()).spine.leftOver.runOnce(true)),
  };
}

async function restore({ db, env, note }: OfficeParts): Promise<void> {
  await db.restore(env.uuid());
  note({ who: 'office', what: 'restores the backup' });
}

type Inside = OfficeParts & { readonly servers: ServerPair };

async function deploy({ servers, note }: Inside, version: Version): Promise<void> {
  servers.start(version);
  note({ who: 'office', what: `deploys ${version}` });
  await servers.all()[0]?.spine.leftOver.runOnce(true);
}

/** Somebody at a desk, through whichever process answers. */
async function perform(
  { servers, env, dice, note }: Inside,
  actor: SyncActor,
  name: string,
  args: unknown,
): Promise<Verdict | null> {
  const by = dice.pick(servers.all());
  const verdict = await askDesk(by, actor, { id: env.uuid(), name, v: 1, args, at: msToInstant(env.now()) });
  note({ who: 'desk', what: `${name}: ${verdict?.state ?? 'no answer'}` });
  return verdict;
}

async function askDesk({ fetchIt }: ServerProcess, actor: SyncActor, act: object): Promise<Verdict | null> {
  const headers = { 'content-type': 'application/json', origin: HOST, cookie: `person=${actor.userId}` };
  const answer = await fetchIt('/trpc/desk.perform', { method: 'POST', headers, body: JSON.stringify(act) });
  if (answer.status !== 200) return null;
  return ((await answer.json()) as { result: { data: Verdict } }).result.data; // what desk.perform answers
}
