import { canonicalJson, type Json } from '../kernel/canonical-json.ts';
import { err, ok, type Result } from '../kernel/result.ts';

export type NotCanonical = 'not-json' | 'too-deep' | 'not-canonical';

const DEEPEST = 24;

/**
 * JSON that is its own canonical text (RFC 8785): parsed and written again it must equal what came. So no key stands
 * twice, no number has two spellings, and whoever hashes the text hashes the value. Use only the value afterwards.
 */
export function parseCanonical(text: string): Result<Json, NotCanonical> {
  if (isDeeperThan(text, DEEPEST)) return err('too-deep');
  let value: Json;
  try {
    value = JSON.parse(text) as Json; // JSON.parse makes nothing else
  } catch {
    return err('not-json');
  }
  return isCanonicalOf(text, value) ? ok(value) : err('not-canonical');
}

/** Whether `text` is the canonical JSON of `value`. A value with a lone surrogate has none. */
export function isCanonicalOf(text: string, value: Json): boolean {
  try {
    return canonicalJson(value) === text;
  } catch {
    return false;
  }
}

/** Brackets inside of strings do not count. One pass, whatever the text. */
function isDeeperThan(text: string, most: number): boolean {
  let depth = 0;
  let inString = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (inString) {
      if (char === '\\') at += 1;
      else if (char === '"') inString = false;
    } else if (char === '"') inString = true;
    else if (char === '[' || char === '{') depth += 1;
    else if (char === ']' || char === '}') depth -= 1;
    if (depth > most) return true;
  }
  return false;
}
