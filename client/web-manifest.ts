import type { ManifestOptions } from 'vite-plugin-pwa';

/** How the installed app introduces itself to the device. */
export const webManifest: Partial<ManifestOptions> = {
  id: '/',
  name: 'Cession',
  short_name: 'Cession',
  description: 'Complete client cards and signed factoring notices, with no signal.',
  lang: 'en',
  dir: 'ltr',
  start_url: '/',
  scope: '/',
  display: 'standalone',
  theme_color: '#fafaf7',
  background_color: '#fafaf7',
  categories: ['business', 'finance', 'productivity'],
  icons: [
    { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
    { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
    { src: '/icon-maskable.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    { src: '/icon.svg', sizes: 'any', type: 'image/svg+xml' },
  ],
  shortcuts: [{ name: 'New card', url: '/cards/new' }],
};
