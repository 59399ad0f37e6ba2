/** As much of PouchDB as the benchmarks use; it ships no types of its own. */
declare module 'pouchdb-browser' {
  type Stored<Doc> = Doc & { readonly _id: string; readonly _rev?: string };
  interface Replication {
    on(event: 'change' | 'complete' | 'error' | 'paused' | 'active', hear: (info: unknown) => void): Replication;
    cancel(): void;
  }
  export default class PouchDB<Doc> {
    constructor(name: string, options?: Readonly<Record<string, unknown>>);
    info(): Promise<{ readonly doc_count: number; readonly update_seq: number }>;
    put(doc: Stored<Doc>): Promise<unknown>;
    bulkDocs(docs: readonly Stored<Doc>[]): Promise<unknown>;
    allDocs(options?: {
      readonly include_docs: boolean;
    }): Promise<{ readonly rows: readonly { readonly id: string; readonly doc?: Stored<Doc> }[] }>;
    changes(options: Readonly<Record<string, unknown>>): { on(event: 'change', hear: () => void): void };
    readonly replicate: {
      from(url: string, options: Readonly<Record<string, unknown>>): Replication & Promise<unknown>;
    };
  }
}
