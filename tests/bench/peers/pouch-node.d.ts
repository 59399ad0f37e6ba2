/** What the benchmarks use of PouchDB 9 and express-pouchdb in Node, which carry no types of their own. */
declare module 'pouchdb-core' {
  export interface Replication extends Promise<unknown> {
    on(event: 'paused' | 'active' | 'denied' | 'error' | 'change' | 'complete', heard: (about: unknown) => void): this;
    cancel(): void;
  }
  export default class PouchDB {
    static plugin(plugin: unknown): typeof PouchDB;
    static defaults(options: object): typeof PouchDB;
    constructor(name: string, options?: object);
    bulkDocs(documents: readonly object[]): Promise<readonly object[]>;
    allDocs(options: object): Promise<{ readonly rows: readonly { readonly doc?: unknown }[] }>;
    destroy(): Promise<unknown>;
    readonly replicate: { to(target: PouchDB, options: object): Replication };
  }
}
declare module 'pouchdb-adapter-http';
declare module 'pouchdb-adapter-memory';
declare module 'pouchdb-mapreduce';
declare module 'pouchdb-replication';
declare module 'express-pouchdb' {
  import type PouchDB from 'pouchdb-core';
  export default function expressPouchdb(database: typeof PouchDB, options: object): unknown;
}
declare module 'express' {
  import type { RequestListener } from 'node:http';
  export default function express(): RequestListener & { use(path: string, handler: unknown): void };
}
