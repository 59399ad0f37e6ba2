import type { Instant } from '@cession/shared/kernel/instant.ts';
import type { LocalTx } from '../store/local-store.ts';

/** The small facts of this phone, each under its key in the `meta` store. */
export interface Meta {
  device: { readonly deviceId: string; readonly incarnation: string };
  /** `rev` counts committed writes, so that a tab notices one it has missed; `seq` numbers the outbox. */
  counters: { readonly rev: number; readonly seq: number };
  server: {
    readonly epoch: string | null;
    readonly scope: string | null;
    readonly cursor: number;
    /** A restored server was noticed; it has not been offered the receipts yet. */
    readonly reconcile: boolean;
  };
  contact: { readonly at: Instant; readonly clockOffsetMs: number };
  link: LinkState;
  firstSync: { readonly done: number; readonly total: number } | null;
  app: { readonly version: string };
  /** When old receipts were last looked for, by the server's clock. */
  tidied: { readonly at: Instant };
}

/** How things stand with the server, as the last try found them. */
export type LinkState = 'unknown' | 'ok' | 'unreachable' | 'paused-auth' | 'needs-update' | 'blocked';

/** Facts with an answer before there is one. */
export type FactWithDefault = 'counters' | 'server' | 'link' | 'firstSync';

export const EMPTY_META: { readonly [K in FactWithDefault]: Meta[K] } = {
  counters: { rev: 0, seq: 0 },
  server: { epoch: null, scope: null, cursor: 0, reconcile: false },
  link: 'unknown',
  firstSync: null,
};

export async function readMeta<K extends FactWithDefault>(tx: LocalTx, key: K): Promise<Meta[K]> {
  const found = await tx.get('meta', key);
  // Only writeMeta writes this store.
  return (found === undefined ? EMPTY_META[key] : found.value) as Meta[K];
}

export async function findMeta<K extends keyof Meta>(tx: LocalTx, key: K): Promise<Meta[K] | undefined> {
  // Only writeMeta writes this store.
  return (await tx.get('meta', key))?.value as Meta[K] | undefined;
}

export async function writeMeta<K extends keyof Meta>(tx: LocalTx, key: K, value: Meta[K]): Promise<void> {
  await tx.put('meta', [{ key, value }]);
}
