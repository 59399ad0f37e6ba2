/** What every contender is asked to do: keep documents with no network, then send them all. */
import type { CardDocument } from '../kit/card-documents.ts';

export interface PushTarget {
  readonly url: string;
  readonly databaseUrl: string;
  readonly cookie: string;
  readonly person: { readonly userId: string; readonly companyId: string; readonly roles: readonly string[] };
  /** Documents in one request. Ours is fixed by the protocol and takes no notice. */
  readonly batch: number;
}

export interface Pusher {
  /** Saved on this device; nothing may have been sent. */
  save(documents: readonly CardDocument[]): Promise<void>;
  /** Sends everything; answers when the last document is confirmed and the device has written that down. */
  drain(): Promise<void>;
  /** What the device holds now. */
  held(): Promise<readonly { readonly id: string; readonly values: unknown }[]>;
  close(): Promise<void>;
}

export type OpenPusher = (target: PushTarget) => Promise<Pusher>;

export const CONTENDERS = [
  'ours',
  'ours-memory',
  'ours-no-ledger',
  'rxdb-memory',
  'rxdb-dexie',
  'pouchdb',
  'tanstack',
  'insert-values',
  'insert-json',
] as const;
export type Contender = (typeof CONTENDERS)[number];

/** As the peers keep it: the same row ours keeps, made on the device. */
export function asRow(document: CardDocument, target: PushTarget) {
  const at = new Date().toISOString();
  return {
    id: document.id,
    ownerId: target.person.userId,
    helpers: [],
    jurisdiction: document.jurisdiction,
    status: 'draft',
    revision: 0,
    handoffId: null,
    values: document.values,
    keptApart: [],
    offer: null,
    bounced: null,
    createdAt: at,
    changedAt: at,
  };
}
export type PeerRow = ReturnType<typeof asRow>;
