import { createHash } from 'node:crypto';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import { ok } from '@cession/shared/kernel/result.ts';
import type { FileDesk } from '../server-model/model-parts.ts';

/** Says it has the first part of every file, and in the end the whole; it keeps nothing of it. */
export function partAckedUnstored(desk: FileDesk): FileDesk {
  const said = new Set<string>();
  return {
    parts: async (actor, sha256) => {
      const answer = await desk.parts(actor, sha256);
      if (!answer.ok || !said.has(sha256)) return answer;
      return ok({ ...answer.value, parts: [...new Set([0, ...answer.value.parts])].toSorted((a, b) => a - b) });
    },
    put: async (actor, sha256, n, bytes, partSha256) => {
      if (n !== 0) return desk.put(actor, sha256, n, bytes, partSha256);
      said.add(sha256);
      return ok({});
    },
    complete: async (actor, sha256) =>
      said.has(sha256) ? ok({ safeAt: msToInstant(Date.UTC(2026, 10, 20)) }) : desk.complete(actor, sha256),
  };
}

/** The last byte of a part turns over on its way to the server's disk, the first time each part comes. */
export function partsRot(desk: FileDesk): FileDesk {
  const rotten = new Set<string>();
  return {
    ...desk,
    put: (actor, sha256, n, bytes, partSha256) => {
      const key = `${sha256}/${n}`;
      if (rotten.has(key)) return desk.put(actor, sha256, n, bytes, partSha256);
      rotten.add(key);
      const bad = bytes.slice();
      bad[bad.length - 1] = (bad[bad.length - 1] ?? 0) ^ 1;
      return desk.put(actor, sha256, n, bad, createHash('sha256').update(bad).digest('hex'));
    },
  };
}
