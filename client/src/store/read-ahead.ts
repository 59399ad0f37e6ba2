import type { MetaRecord, OutboxEntry, SentMark, ViewRow } from './local-records.ts';
import type { Sealed, SealedEntry } from './db.ts';
import { plainCodec, type RowCodec } from './row-codec.ts';
import { atMost } from '../device/at-most.ts';

/** What a first screen may need, of one moment. The large late table is not among it. */
export interface ReadAhead {
  readonly meta: readonly MetaRecord[];
  readonly view: readonly ViewRow[];
  readonly outbox: readonly OutboxEntry[];
  readonly sent: readonly SentMark[];
}

/** As `public/before-app.js` leaves it: the browser makes objects of what it read only when `result` is asked for. */
interface Asked {
  readonly meta: IDBRequest<Sealed[]>;
  readonly outbox: IDBRequest<SealedEntry[]>;
  readonly sent: IDBRequest<Sealed[]>;
  readonly view: readonly IDBRequest<Sealed[]>[];
}

declare global {
  var cessionAhead: { readonly name: string; readonly found: Promise<Asked | null> } | undefined;
}

const PATIENCE_MS = 4000;

/**
 * What the page has read of this database before the app was there, or null. For the first opening only: later it is
 * not what lies there any more.
 */
export async function takeReadAhead(name: string, codec: RowCodec = plainCodec): Promise<ReadAhead | null> {
  const ahead = globalThis.cessionAhead;
  globalThis.cessionAhead = undefined;
  if (ahead?.name !== name) return null;
  // A connection that never answers must not be waited for: the app opens its own.
  const asked = await atMost(PATIENCE_MS, ahead.found);
  if (asked === null) return null;
  // What comes out of a store is what was sealed into it, hence the casts to that store's record.
  const opened = <R>(found: readonly { readonly body: unknown }[]) => found.map(({ body }) => codec.open(body) as R);
  return {
    meta: opened(asked.meta.result),
    outbox: opened(asked.outbox.result),
    sent: opened(asked.sent.result),
    view: opened(asked.view.flatMap(({ result }) => result)),
  };
}
