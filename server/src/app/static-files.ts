import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { getMimeType } from 'hono/utils/mime';
import { COMPRESSIBLE_CONTENT_TYPE_REGEX } from 'hono/utils/compress';

export type StaticFiles = {
  /** undefined when there is no such file; a person then gets the app itself, a program a 404. */
  serve(path: string, request: Request): Promise<Response | undefined>;
};

type Kept = {
  modifiedMs: number;
  type: string;
  etag: string;
  plain: Uint8Array<ArrayBuffer>;
  packed: Uint8Array<ArrayBuffer> | undefined;
};

const FOR_EVER = 'public, max-age=31536000, immutable';
const ASK_FIRST = 'no-cache';

/** The built app is a few megabytes: each file is read and packed once, and again only when it changed on disk. */
export function createStaticFiles(folder: string): StaticFiles {
  const kept = new Map<string, Kept>();
  return {
    async serve(path, request) {
      const name = safeName(path);
      if (name === undefined) return undefined;
      const file = await load(join(folder, name), kept);
      return file === undefined ? undefined : respond(file, name, request);
    },
  };
}

/** Plain names only: nothing that climbs out of the folder, no hidden files, no encoded characters. */
function safeName(path: string): string | undefined {
  const name = path === '/' ? '/index.html' : path;
  return /^(\/[A-Za-z0-9_@~-][A-Za-z0-9_@~.-]*)+$/.test(name) ? name : undefined;
}

async function load(path: string, kept: Map<string, Kept>): Promise<Kept | undefined> {
  const found = await stat(path).catch(() => undefined);
  if (found === undefined || !found.isFile()) return undefined;
  const known = kept.get(path);
  if (known?.modifiedMs === found.mtimeMs) return known;
  const plain = new Uint8Array(await readFile(path));
  const type = getMimeType(path) ?? 'application/octet-stream';
  const packed = COMPRESSIBLE_CONTENT_TYPE_REGEX.test(type)
    ? new Uint8Array(await promisify(gzip)(plain, { level: 9 }))
    : undefined;
  const etag = createHash('sha256').update(plain).digest('base64url').slice(0, 22);
  const file: Kept = { modifiedMs: found.mtimeMs, type, etag, plain, packed };
  kept.set(path, file);
  return file;
}

function respond(file: Kept, name: string, request: Request): Response {
  const headers = new Headers({
    'content-type': file.type,
    // Names under /assets carry a hash of their content. Everything else keeps its name when it changes.
    'cache-control': name.startsWith('/assets/') ? FOR_EVER : ASK_FIRST,
    etag: `W/"${file.etag}"`,
  });
  if (file.packed !== undefined) headers.set('vary', 'Accept-Encoding');
  if (request.headers.get('if-none-match')?.includes(file.etag)) return new Response(null, { status: 304, headers });
  const packed = acceptsGzip(request) ? file.packed : undefined;
  const body = packed ?? file.plain;
  if (packed !== undefined) headers.set('content-encoding', 'gzip');
  headers.set('content-length', String(body.byteLength));
  return new Response(request.method === 'HEAD' ? null : body, { headers });
}

function acceptsGzip(request: Request): boolean {
  return /(^|,)\s*gzip\s*(;\s*q=(1|0\.[0-9]*[1-9])[0-9.]*\s*)?(,|$)/i.test(
    request.headers.get('accept-encoding') ?? '',
  );
}
