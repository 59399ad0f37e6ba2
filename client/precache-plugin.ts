import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;

/**
 * Works out which files the phone must hold to run offline: everything reachable from the entry, without crossing into
 * the desk. `isOnPhone` answers once the bundle is written, which is before the service worker's list is made.
 */
export function precachePlugin(): {
  plugin: Plugin;
  isOnPhone: (fileName: string) => boolean;
  /** A file that was written under another name in the end. */
  renamed: (before: string, after: string) => void;
} {
  const onPhone = new Set<string>();
  const plugin: Plugin = {
    name: 'cession:precache',
    apply: 'build',
    generateBundle(_options, bundle) {
      const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
      const byFileName = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
      const queue = chunks.filter((chunk) => chunk.isEntry).map((chunk) => chunk.fileName);
      for (const fileName of queue) {
        const chunk = byFileName.get(fileName);
        if (chunk === undefined || onPhone.has(fileName) || isDesk(chunk)) continue;
        onPhone.add(fileName);
        for (const asset of chunk.viteMetadata?.importedCss ?? []) onPhone.add(asset);
        for (const asset of chunk.viteMetadata?.importedAssets ?? []) onPhone.add(asset);
        queue.push(...chunk.imports, ...chunk.dynamicImports);
      }
    },
  };
  return {
    plugin,
    isOnPhone: (fileName) => onPhone.has(fileName),
    renamed: (before, after) => {
      if (onPhone.delete(before)) onPhone.add(after);
    },
  };
}

/** The two doors to the desk: its routes and its words. Nobody else on the phone's side may import them. */
function isDesk(chunk: Chunk): boolean {
  return /\/app\/desk-area\.tsx$|^\0virtual:texts\/desk\//.test(chunk.facadeModuleId ?? '');
}
