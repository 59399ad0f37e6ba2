import type { FileBox, KeptFile } from '@cession/client/document/file-box.ts';
import { StorageFailure } from '@cession/client/store/local-store.ts';
import type { DocumentFile } from '@cession/shared/document/document.ts';
import { partCount, partOf } from '@cession/shared/document/file-parts.ts';
import { err, ok } from '@cession/shared/kernel/result.ts';
import { never } from './lifeline.ts';
import type { DiskUser, SimDisk, StoredFile } from './sim-disk.ts';

/** The box of files of one tab, on the phone's one disk: the promises of the real one. */
export function createSimFileBox(disk: SimDisk, user: DiskUser): FileBox {
  const listeners = new Set<() => void>();
  const tell = () => {
    for (const listener of listeners) listener();
  };
  const files = async () => (user.life.isDead() ? never() : disk.state().files);
  const change = async (work: (all: Map<string, StoredFile>) => void): Promise<void> => {
    await disk.writeFiles(user, work);
    tell();
  };
  return {
    keep: async (file, bytes, nowMs) => {
      try {
        await change((all) => keep(all, file, bytes, nowMs));
        return ok(null);
      } catch (failure) {
        if (failure instanceof StorageFailure) return err(failure.fault);
        throw failure;
      }
    },
    find: async (sha256) => (await files()).get(sha256)?.about ?? null,
    all: async () => [...(await files()).values()].map(({ about }) => about),
    part: async (sha256, n) => (await files()).get(sha256)?.parts[n] ?? null,
    bytes: async (file) => whole((await files()).get(file.sha256), file),
    note: (sha256, said) =>
      change((all) => {
        const known = all.get(sha256);
        if (known) all.set(sha256, { ...known, about: { ...known.about, ...said } });
      }),
    drop: (sha256) => change((all) => void all.delete(sha256)),
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function keep(all: Map<string, StoredFile>, file: DocumentFile, bytes: Uint8Array<ArrayBuffer>, nowMs: number): void {
  const known = all.get(file.sha256)?.about.state;
  if (known === 'waiting' || known === 'safe') return;
  const about: KeptFile = { ...file, state: 'waiting', code: null, sent: 0, keptAt: nowMs, safeAt: null };
  const parts = Array.from({ length: partCount(bytes.byteLength) }, (_, n) => partOf(bytes, n));
  all.set(file.sha256, { about, parts });
}

function whole(stored: StoredFile | undefined, { byteLength }: DocumentFile): Uint8Array<ArrayBuffer> | null {
  const bytes = new Uint8Array(byteLength);
  let at = 0;
  for (const part of stored?.parts ?? []) {
    if (at + part.byteLength > byteLength) return null;
    bytes.set(part, at);
    at += part.byteLength;
  }
  return at === byteLength ? bytes : null;
}
