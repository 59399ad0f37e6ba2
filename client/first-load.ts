import { fileURLToPath } from 'node:url';

/** What this file needs of the bundler: which modules a module imports directly, and its text. */
interface ModuleGraph {
  getModuleInfo: (id: string) => { readonly importedIds: readonly string[]; readonly code: string | null } | null;
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
  // The pictures come through one file that names them all: only those the first screen shows belong to it.
  const pictures = new Set<string>();
  const shown = new Set<string>();
  for (const id of found) {
    const module = graph.getModuleInfo(id);
    for (const name of picturesIn(module?.code ?? '')) shown.add(name);
    for (const imported of module?.importedIds ?? []) {
      if (pictureOf(imported) === null) found.add(imported);
      else pictures.add(imported);
    }
  }
  for (const id of pictures) if (shown.has(pictureOf(id) ?? '')) found.add(id);
  return found;
}

/** `import { ChevronLeft, X } from 'lucide-react'` → chevron-left, x. */
function picturesIn(code: string): string[] {
  const imports = [...code.matchAll(/import\s*\{([^}]*)\}\s*from\s*["']lucide-react["']/g)];
  return imports.flatMap(([, names = '']) =>
    names.split(',').map((name) => fileOf(name.trim().split(/\s+as\s+/)[0] ?? '')),
  );
}

function fileOf(component: string): string {
  return component
    .replace(/([a-z])([A-Z0-9])/g, '$1-$2')
    .replace(/([0-9])([A-Z])/g, '$1-$2')
    .toLowerCase();
}

function pictureOf(id: string): string | null {
  return /lucide-react\/dist\/esm\/icons\/([\w-]+)\.m?js$/.exec(id)?.[1] ?? null;
}
