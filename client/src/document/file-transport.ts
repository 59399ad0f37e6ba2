import { FileComplete, FileParts } from '@cession/shared/document/file-answers.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type * as z from 'zod/mini';
import type { Timer } from '../device/ports.ts';
import { failureOf, type Heard } from '../sync/classify-failure.ts';
import type { FetchIt } from '../sync/http-transport.ts';
import type { TransportFailure } from '../sync/ports.ts';

/** The way of bytes to the server. Everything may be said again: it hears the same. */
export interface FileTransport {
  parts(sha256: string): Promise<Result<FileParts, TransportFailure>>;
  put(
    sha256: string,
    n: number,
    bytes: Uint8Array<ArrayBuffer>,
    partSha256: string,
  ): Promise<Result<unknown, TransportFailure>>;
  complete(sha256: string): Promise<Result<FileComplete, TransportFailure>>;
}
type FileComplete = z.infer<typeof FileComplete>;

/** A part of 256 KB on a bad line in a warehouse. */
const PATIENCE_MS = 60_000;

export function createFileTransport(timer: Timer, fetchIt: FetchIt): FileTransport {
  const call = async (path: string, init: RequestInit): Promise<Result<unknown, TransportFailure>> => {
    const heard: Heard = { status: null, retryAfter: null, isJson: false, timedOut: false };
    const patience = new AbortController();
    const cancel = timer.after(PATIENCE_MS, () => {
      heard.timedOut = true;
      patience.abort();
    });
    try {
      const answer = await fetchIt(`/files/${path}`, { ...init, signal: patience.signal });
      heard.status = answer.status;
      heard.retryAfter = answer.headers.get('retry-after');
      heard.isJson = answer.headers.get('content-type')?.includes('json') ?? false;
      const text = await answer.text();
      if (answer.ok && heard.isJson) return ok(JSON.parse(text) as unknown);
      return err(failureOf(heard, text));
    } catch {
      return err(failureOf({ ...heard, status: null }, ''));
    } finally {
      cancel();
    }
  };
  return {
    parts: async (sha256) => parsed(FileParts, await call(`${sha256}/parts`, { method: 'GET' })),
    put: (sha256, n, bytes, partSha256) =>
      call(`${sha256}/parts/${n}`, {
        method: 'PUT',
        body: bytes,
        headers: {
          'content-type': 'application/octet-stream',
          'content-length': String(bytes.byteLength),
          'content-sha256': partSha256,
        },
      }),
    complete: async (sha256) => parsed(FileComplete, await call(`${sha256}/complete`, { method: 'POST' })),
  };
}

function parsed<T>(schema: z.ZodMiniType<T>, heard: Result<unknown, TransportFailure>): Result<T, TransportFailure> {
  if (!heard.ok) return heard;
  const answer = schema.safeParse(heard.value);
  return answer.success ? ok(answer.data) : err({ kind: 'unreachable', why: 'garbled' });
}
