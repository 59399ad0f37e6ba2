import type { DocumentId } from '@cession/shared/document/document.ts';
import { FILE_LIMITS } from '@cession/shared/document/document.ts';
import { isUuid } from '@cession/shared/kernel/id.ts';
import type { Actor } from '@cession/shared/people/actor.ts';
import { can } from '@cession/shared/people/permissions.ts';
import { showFile } from './show-file.ts';
import { completeFile, takePart, tellParts, type Taken, type TakeParts } from './take-files.ts';

export interface FileDoor extends TakeParts {
  /** Who asks; or the answer for whoever may not. */
  readonly who: (request: Request) => Promise<Actor | Response>;
  readonly refuse: (status: number, code: string, sentence: string) => Response;
}

/** The largest body this door takes. */
export const MOST_PART_BYTES = FILE_LIMITS.partBytes;

/** Files on their way in, part by part, and on their way out, one at a time. */
export function serveFiles(door: FileDoor): (request: Request) => Promise<Response> {
  return async (request) => {
    const route = routeOf(request);
    if (route === null) return door.refuse(404, 'path.not-found', 'There is nothing at this address.');
    const actor = await door.who(request);
    if (actor instanceof Response) return actor;
    if (route.kind === 'show') {
      const shown = await showFile(door.database, actor, route.id);
      return shown ?? door.refuse(404, 'file.not-found', 'This document has no file here.');
    }
    // Whoever may put documents on cards sends their bytes.
    if (!can(actor, 'document.add')) return door.refuse(403, 'forbidden', 'Your role does not include this.');
    return takeIn(door, actor, route, request);
  };
}

type Route =
  | { readonly kind: 'show'; readonly id: DocumentId }
  | { readonly kind: 'parts' | 'complete'; readonly sha256: string }
  | { readonly kind: 'part'; readonly sha256: string; readonly n: number };

function routeOf({ url, method }: Request): Route | null {
  const { pathname } = new URL(url);
  const [, first = '', second = '', third = '', ...rest] = pathname.slice(1).split('/');
  if (rest.length > 0) return null;
  if (first === 'document' && third === '' && isUuid(second) && (method === 'GET' || method === 'HEAD')) {
    return { kind: 'show', id: second as DocumentId }; // checked on the line above
  }
  if (!/^[0-9a-f]{64}$/.test(first)) return null;
  if (second === 'parts' && third === '' && method === 'GET') return { kind: 'parts', sha256: first };
  if (second === 'complete' && third === '' && method === 'POST') return { kind: 'complete', sha256: first };
  if (second === 'parts' && /^(0|[1-9]\d{0,2})$/.test(third) && method === 'PUT') {
    return { kind: 'part', sha256: first, n: Number(third) };
  }
  return null;
}

async function takeIn(
  door: FileDoor,
  actor: Actor,
  route: Exclude<Route, { kind: 'show' }>,
  request: Request,
): Promise<Response> {
  switch (route.kind) {
    case 'parts':
      return answer(door, await tellParts(door, actor, route.sha256));
    case 'complete':
      return answer(door, await completeFile(door, actor, route.sha256));
    case 'part': {
      const bytes = Buffer.from(await request.arrayBuffer());
      const partSha256 = request.headers.get('content-sha256') ?? '';
      return answer(door, await takePart(door, actor, { ...route, bytes, partSha256 }));
    }
  }
}

/** `file.*` codes: 409 means "not now", 422 "not like this". */
const WAITS = new Set(['file.not-expected', 'file.incomplete']);

const sentences: Readonly<Record<string, string>> = {
  'file.not-expected': 'No document of yours names this file yet.',
  'file.incomplete': 'Parts of this file are still missing.',
  'file.part-damaged': 'This part arrived damaged. Send it again.',
  'file.part-wrong-length': 'This part has the wrong length.',
  'file.damaged': 'The file is not what its name says. Send it again.',
  'file.wrong-type': 'This is not a JPEG, PNG, HEIC or PDF file, or not the one it is said to be.',
  'file.locked': 'This PDF asks for a password, so nobody here could read it.',
};

function answer(door: FileDoor, taken: Taken<unknown>): Response {
  if (taken.kind === 'ok') return Response.json(taken.value ?? {});
  const sentence = sentences[taken.code] ?? 'The server could not take this file. Try again in a moment.';
  const status = WAITS.has(taken.code) ? 409 : taken.code.startsWith('file.') ? 422 : 503;
  return door.refuse(status, taken.code, sentence);
}
