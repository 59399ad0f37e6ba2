import type { MetaRecord, OutboxEntry } from '@cession/client/store/local-records.ts';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import type { Transport } from '@cession/client/sync/ports.ts';
import type { PushRequest } from '@cession/shared/sync/protocol.ts';
import type { FileBox } from '@cession/client/document/file-box.ts';
import { ok } from '@cession/shared/kernel/result.ts';
import type { Bug, Seams } from '../world.ts';
import { rehearse, replay, type Written } from './recorded-disk.ts';

/** Mistakes a phone could have been built with. */
export const clientBugs: readonly Bug[] = [
  { name: 'cursor-before-rows', breaks: ['I5', 'I4'], tier: 1, seams: { disk: cursorFirst } },
  { name: 'ack-by-200', breaks: ['I1', 'I2', 'I6'], tier: 1, seams: { transport: takeAnyAnswerForYes } },
  { name: 'drop-on-401', breaks: ['I1'], tier: 1, seams: { transport: dropOnSignIn } },
  { name: 'upgrade-transforms-outbox', breaks: ['I6', 'I2'], tier: 1, seams: { upgrade: tidyOutbox } },
  { name: 'second-tab-not-persisted', breaks: ['I1', 'I13'], tier: 1, seams: { disk: onlyFirstTabSaves } },
  { name: 'file-dropped-on-upload-start', breaks: ['I14'], tier: 1, seams: { fileTransport: dropOnSending } },
  { name: 'file-kept-after-record', breaks: ['I13', 'I14'], tier: 1, seams: { fileBox: keepLater } },
];

/** The cursor moves in a transaction of its own, and the rows it speaks of follow in the next. */
function cursorFirst(...[disk, { step }]: Parameters<NonNullable<Seams['disk']>>): LocalStore {
  return {
    close: () => disk.close(),
    tx: async (mode, stores, work) => {
      if (mode === 'r' || !stores.includes('confirmed')) return disk.tx(mode, stores, work);
      const { value, written } = await rehearse(disk, stores, work);
      if (!written.some((one) => isCursor(one))) return disk.tx(mode, stores, work);
      await replay(
        disk,
        stores,
        written.filter((one) => isCursor(one)),
      );
      await step('cursor-stored');
      await replay(
        disk,
        stores,
        written.filter((one) => !isCursor(one)),
      );
      return value;
    },
  };
}

function isCursor({ store, records }: Written): boolean {
  return store === 'meta' && (records as readonly MetaRecord[]).some(({ key }) => key === 'server'); // of this store
}

/** Status 200, so it was done: whatever the answer says, and whoever gave it. */
function takeAnyAnswerForYes(transport: Transport): Transport {
  let epoch: string | null = null;
  return {
    ...transport,
    push: async (request) => {
      const answer = await transport.push(request);
      if (answer.ok) epoch = answer.value.epoch;
      const was200 =
        answer.ok || (answer.error.kind === 'unreachable' && ['captive-portal', 'garbled'].includes(answer.error.why));
      if (!was200 || epoch === null) return answer;
      const verdicts = request.mutations.map(({ id }) => ({ id, state: 'applied' as const }));
      return ok({ ...(answer.ok ? answer.value : { epoch, now: nowOf(request) }), verdicts });
    },
  };
}

function nowOf({ mutations }: PushRequest) {
  const [first] = mutations;
  if (first === undefined) throw new Error('nothing was sent');
  return first.at;
}

/** The session has ended: what was to be sent under it is thrown away. */
function dropOnSignIn(...[transport, { disk }]: Parameters<NonNullable<Seams['transport']>>): Transport {
  return {
    ...transport,
    push: async (request) => {
      const answer = await transport.push(request);
      if (answer.ok || answer.error.kind !== 'sign-in') return answer;
      const ids = new Set(request.mutations.map(({ id }) => id));
      await disk.tx('rw', ['outbox'], async (tx) => {
        const gone = (await tx.all('outbox')).filter(({ id }) => ids.has(id));
        await tx.remove(
          'outbox',
          gone.map(({ seq }) => seq),
        );
      });
      return answer;
    },
  };
}

/** The new version likes its values tidy, also those that were written down long ago. */
async function tidyOutbox(disk: LocalStore): Promise<void> {
  await disk.tx('rw', ['outbox'], async (tx) => {
    await tx.put(
      'outbox',
      (await tx.all('outbox')).map((entry) => tidied(entry)),
    );
  });
}

function tidied(entry: OutboxEntry): OutboxEntry {
  const { changes, ...args } = entry.args as { readonly changes?: Readonly<Record<string, unknown>> }; // by their schema
  if (changes === undefined) return entry;
  const tidy = (value: unknown) => (typeof value === 'string' ? value.replace(/;$/, '.') : value);
  const better = Object.fromEntries(Object.entries(changes).map(([path, value]) => [path, tidy(value)]));
  return { ...entry, args: { ...args, changes: better } };
}

/** Whoever does not lead leaves the writing to the one who does. */
function onlyFirstTabSaves(...[disk, { tab }]: Parameters<NonNullable<Seams['disk']>>): LocalStore {
  if (tab === 0) return disk;
  return {
    close: () => disk.close(),
    tx: async (mode, stores, work) => {
      if (mode === 'r' || !stores.includes('drafts')) return disk.tx(mode, stores, work);
      return (await rehearse(disk, stores, work)).value;
    },
  };
}

/** The bytes are on their way, so they need not be kept. */
function dropOnSending(...[transport, { box }]: Parameters<NonNullable<Seams['fileTransport']>>) {
  const put: typeof transport.put = async (sha256, n, bytes, partSha256) => {
    await box.drop(sha256);
    return transport.put(sha256, n, bytes, partSha256);
  };
  return { ...transport, put };
}

/** Said to be kept at once; put on the disk when somebody looks for it. */
function keepLater(box: FileBox): FileBox {
  const later: (() => Promise<unknown>)[] = [];
  const flushed = async (): Promise<FileBox> => {
    for (let keep = later.shift(); keep !== undefined; keep = later.shift()) await keep();
    return box;
  };
  return {
    keep: (...kept) => {
      later.push(() => box.keep(...kept));
      return Promise.resolve(ok(null));
    },
    find: async (sha256) => (await flushed()).find(sha256),
    all: async () => (await flushed()).all(),
    part: async (sha256, n) => (await flushed()).part(sha256, n),
    bytes: async (file) => (await flushed()).bytes(file),
    note: async (sha256, change) => (await flushed()).note(sha256, change),
    drop: async (sha256) => (await flushed()).drop(sha256),
    subscribe: (changed) => box.subscribe(changed),
  };
}
