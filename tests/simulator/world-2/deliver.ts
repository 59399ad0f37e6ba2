/** What arrives at the server: once, twice, or together with others; and what is said to it. */
import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Dice } from '../world.ts';
import type { Note } from './hashed-trace.ts';
import type { Heard, Parcel } from './parcel.ts';
import type { ServerPair } from './server-pair.ts';
import type { SimDatabase } from './sim-database.ts';
import type { SimLine } from './sim-line.ts';
import { interleave } from './statement-gate.ts';

export interface Delivery {
  readonly servers: ServerPair;
  readonly db: SimDatabase;
  readonly line: SimLine;
  readonly note: Note;
}

/** One delivery, or several at the same moment; each parcel is heard of, or breaks. */
export async function deliver(by: Delivery, parcels: readonly Parcel[], dice: Dice): Promise<void> {
  const sendings = parcels.flatMap((parcel) => {
    const to = parcel.fault === 'twice' ? by.servers.all() : [dice.pick(by.servers.all())];
    return to.map((one) => ({ parcel, work: () => parcel.send(one.fetchIt) }));
  });
  const [only] = sendings;
  const alone = sendings.length === 1 && only !== undefined;
  const works = sendings.map(({ work }) => work);
  const heard = alone ? [await only.work()] : await interleave(works, dice, by.db.lockWaits);
  for (const [at, { parcel }] of sendings.entries()) {
    const one = heard[at];
    if (one !== undefined && parcel.phase === 'request') hear(by, parcel, one);
    else if (one !== undefined) noteAnswer(by, parcel, one, `${parcel.kind} again`);
  }
}

function hear(by: Delivery, parcel: Parcel, heard: Heard): void {
  noteAnswer(by, parcel, heard, parcel.kind);
  parcel.heard = heard;
  parcel.phase = 'answer';
  if (parcel.isGhost) by.line.remove(parcel);
  if (parcel.fault === 'lost-answer') {
    by.line.remove(parcel);
    parcel.breaks();
  }
}

/** The second answer of what was delivered twice is heard by nobody, but it was said. */
function noteAnswer({ note }: Delivery, { kind, from }: Parcel, { status, text }: Heard, what: string): void {
  const body = readable(text);
  note({
    who: 'server',
    to: from.name,
    what: `${what} ${status}${statesIn(body)}`,
    message: { kind, isAnswer: true, actor: from.actor, body },
  });
}

/** What was asked for, out of the envelope that every procedure's answer has. */
function readable(text: string): unknown {
  try {
    const said = JSON.parse(text) as { readonly result?: { readonly data: unknown } }; // whatever JSON it is
    return said?.result === undefined ? said : said.result.data;
  } catch {
    return text;
  }
}

/** The verdicts of a push, in its own order. */
function statesIn(body: unknown): string {
  const { verdicts = [] } = Object(body) as { verdicts?: readonly Verdict[] }; // an answer of the spine, or it has none
  return verdicts.length === 0 ? '' : `: ${verdicts.map(({ state, refusal }) => refusal?.code ?? state).join(' ')}`;
}
