/** Catalogs compiled at build time by `client/catalog-plugin.ts`: `virtual:texts/<bundle>/<locale>`. */
declare module 'virtual:texts/*' {
  import type { Messages } from '@lingui/core';
  export const messages: Messages;
}
