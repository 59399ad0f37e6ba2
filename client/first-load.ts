import { fileURLToPath } from 'node:url';

/** What this file needs of the bundler: which modules a module imports directly. */
interface ModuleGraph {
  getModuleInfo: (id: string) => { readonly importedIds: readonly string[] } | null;
}

const pathOf = (file: string): string => fileURLToPath(new URL(file, import.meta.url));
const entry = pathOf('src/app/main.tsx');
const today = pathOf('src/handoff/today-screen.tsx');

/**
 * Names one chunk for everything that must be there before Today is drawn: the entry, the screen and what both import
 * directly. Sixty small files would cost the phone a tenth more, compressed one by one.
 */
export function firstLoadChunk(id: string, graph: ModuleGraph): string | null {
  reached ??= reach(graph);
  // The entry keeps a file of its own: an entry that only imports is dissolved, and the list for offline starts there.
  return id !== entry && reached.has(id) ? 'first' : null;
}

let reached: ReadonlySet<string> | null = null;

function reach(graph: ModuleGraph): ReadonlySet<string> {
  const found = new Set([entry, today]);
  for (const id of found) for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) found.add(imported);
  return found;
}
