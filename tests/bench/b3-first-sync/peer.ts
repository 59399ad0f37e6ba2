/** Runs inside the page: one store that fetches every card there is. */
export interface Row {
  readonly id: string;
  readonly ver: number;
  readonly status: string;
  readonly changedAt: string;
  readonly values: Readonly<Record<string, string | number | boolean>>;
}

export interface Peer {
  /** Resolves when all is stored and can be asked; `first` is called when there is something to show. */
  fetchAll(server: string, first: () => void): Promise<void>;
  /** What changed since. */
  fetchChanges(): Promise<void>;
  count(): Promise<number>;
}

export interface Fetched {
  readonly first: number;
  readonly total: number;
  readonly changes: number;
  readonly rows: number;
}

declare global {
  var ready: boolean;
  var benchFetch: (server: string) => Promise<{ first: number; total: number; rows: number }>;
  var benchChanges: () => Promise<number>;
}

export function servePeer(peer: Peer): void {
  globalThis.benchFetch = async (server) => {
    const begun = performance.now();
    let first = 0;
    await peer.fetchAll(server, () => (first ||= performance.now() - begun));
    return { first, total: performance.now() - begun, rows: await peer.count() };
  };
  globalThis.benchChanges = async () => {
    const begun = performance.now();
    await peer.fetchChanges();
    return performance.now() - begun;
  };
  globalThis.ready = true;
}
