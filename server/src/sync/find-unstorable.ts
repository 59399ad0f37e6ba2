const DEEPEST = 64;

export interface Unstorable {
  readonly code: 'too-deep' | 'character';
  readonly path: readonly string[];
}

/**
 * Finds what the database cannot hold: the NUL character, half a surrogate pair, or JSON nested so deep that reading
 * it would exhaust the stack. Walks without recursion, for the same reason. null: everything fits.
 */
export function unstorablePath(value: unknown): Unstorable | null {
  const waiting: { readonly value: unknown; readonly path: readonly string[] }[] = [{ value, path: [] }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value: current, path } = next;
    if (typeof current === 'string' && !isStorable(current)) return { code: 'character', path };
    if (typeof current !== 'object' || current === null) continue;
    if (path.length >= DEEPEST) return { code: 'too-deep', path: path.slice(0, 4) };
    for (const [key, inner] of Object.entries(current)) {
      if (!isStorable(key)) return { code: 'character', path };
      waiting.push({ value: inner, path: [...path, key] });
    }
  }
  return null;
}

function isStorable(text: string): boolean {
  return text.isWellFormed() && !text.includes('\u0000');
}
