import { statSync } from 'node:fs';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';
import { areasByBundle, type Bundle } from './src/text/areas.ts';

/**
 * Serves `virtual:texts/<bundle>/<locale>`: the areas of one bundle in one language, compiled while building, so that
 * no message parser travels to the phone. A message that does not parse stops the build.
 */
export function catalogPlugin(): Plugin {
  return {
    name: 'cession:catalogs',
    resolveId: {
      filter: { id: /^virtual:texts\// },
      handler: (id) => `\0${id}`,
    },
    load: {
      filter: { id: /^\0virtual:texts\// },
      async handler(id) {
        const { bundle, locale } = parseId(id);
        const messages: Record<string, unknown> = {};
        for (const area of areasByBundle[bundle]) {
          const file = fileURLToPath(new URL(`./src/text/${locale}/${area}.ts`, import.meta.url));
          this.addWatchFile(file);
          for (const [textId, message] of Object.entries(await readArea(file))) {
            if (textId in messages) throw new Error(`${file}: "${textId}" is already a text of another area`);
            messages[textId] = compileMessageOrThrow(message);
          }
        }
        return { code: `export const messages = ${JSON.stringify(messages)};`, map: null };
      },
    },
  };
}

function parseId(id: string): { bundle: Bundle; locale: string } {
  const [, bundle, locale] = /^\0virtual:texts\/(\w+)\/(\w+)$/.exec(id) ?? [];
  if (locale === undefined || !isBundle(bundle)) throw new Error(`"${id.slice(1)}" names no bundle of texts`);
  return { bundle, locale };
}

function isBundle(name: string | undefined): name is Bundle {
  return name !== undefined && Object.hasOwn(areasByBundle, name);
}

/** An area file exports exactly one object of messages; the time in the query defeats the module cache while editing. */
async function readArea(file: string): Promise<Record<string, string>> {
  const module: Record<string, Record<string, string>> = await import(
    /* @vite-ignore */ `${pathToFileURL(file).href}?t=${statSync(file).mtimeMs}`
  );
  const exported = Object.values(module);
  const [messages] = exported;
  if (messages === undefined || exported.length !== 1) throw new Error(`${file} must export one object of texts`);
  return messages;
}
