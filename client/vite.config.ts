import { readFileSync } from 'node:fs';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { VitePWA } from 'vite-plugin-pwa';
import { catalogPlugin } from './catalog-plugin.ts';
import { firstLoadChunk } from './first-load.ts';
import { firstScriptsPlugin } from './first-scripts-plugin.ts';
import { precachePlugin } from './precache-plugin.ts';
import { verifyPagePlugin } from './verify-page-plugin.ts';
import { webManifest } from './web-manifest.ts';

const { version }: { version: string } = JSON.parse(readFileSync(new URL('./package.json', import.meta.url), 'utf8'));
const precache = precachePlugin();
const server = 'http://localhost:8787';

export default defineConfig({
  define: { 'import.meta.env.VITE_APP_VERSION': JSON.stringify(version) },
  plugins: [
    react(),
    tailwindcss(),
    catalogPlugin(),
    precache.plugin,
    firstScriptsPlugin(precache.renamed),
    VitePWA({
      // Our own worker: Workbox's precache deletes the previous version's files on activation, and a tab still running
      // that version would lose the parts it has not opened yet.
      strategies: 'injectManifest',
      srcDir: 'src/app',
      filename: 'service-worker.ts',
      registerType: 'prompt',
      injectRegister: false,
      manifest: webManifest,
      includeManifestIcons: false,
      injectManifest: {
        globPatterns: ['**/*.{js,css,html,svg,png}'],
        dontCacheBustURLsMatching: /^assets\//,
        manifestTransforms: [
          (entries) => ({
            manifest: entries.filter(({ url }) => !url.startsWith('assets/') || precache.isOnPhone(url)),
            warnings: [],
          }),
        ],
      },
    }),
    verifyPagePlugin(),
  ],
  build: {
    assetsInlineLimit: 0,
    modulePreload: {
      polyfill: false,
      // What a page names is fetched ahead. What a script imports later lies on the phone by then: announcing each of
      // its parts costs a slow phone more than finding them one by one.
      resolveDependencies: (_file, deps, { hostType }) => (hostType === 'html' ? deps : []),
    },
    rolldownOptions: {
      output: {
        codeSplitting: {
          groups: [
            { name: 'react', test: /[\\/]node_modules[\\/](react|react-dom|scheduler)[\\/]/, priority: 1 },
            { name: firstLoadChunk, includeDependenciesRecursively: false },
          ],
        },
      },
    },
  },
  server: { proxy: { '/trpc': server, '/api': server, '/healthz': server } },
});
