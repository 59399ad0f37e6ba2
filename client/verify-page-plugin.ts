import { fileURLToPath } from 'node:url';
import tailwindcss from '@tailwindcss/vite';
import { build, type Plugin } from 'vite';
import { catalogPlugin } from './catalog-plugin.ts';

const root = fileURLToPath(new URL('.', import.meta.url));

/**
 * Builds the public page `/verify` as a program of its own beside the app. In one build they would share the app's
 * first chunk, and a debtor on a weak line would fetch most of the app to check one file; nor may its parts enter the
 * list of what a phone keeps. Comes after the service worker, which must not list its page either.
 */
export function verifyPagePlugin(): Plugin {
  let outDir = 'dist';
  return {
    name: 'cession:verify-page',
    configResolved: (config) => {
      outDir = config.build.outDir;
    },
    configureServer: ({ middlewares }) => {
      middlewares.use((request, _response, next) => {
        if (/^\/verify\/?(\?|$)/.test(request.url ?? '')) request.url = '/verify.html';
        next();
      });
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler: async () => {
        await build({
          ...{ root, configFile: false, publicDir: false, logLevel: 'warn' },
          plugins: [tailwindcss(), catalogPlugin()],
          build: {
            ...{ outDir, emptyOutDir: false, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
            rolldownOptions: { input: `${root}verify.html` },
          },
        });
      },
    },
  };
}
