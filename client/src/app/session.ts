import { phoneTables } from '@cession/shared/synced-tables.ts';
import { createSession } from '../people/session-store.ts';

/** The session with the product's own lists. The rules travel beside the first screen, not before it. */
export const session = createSession({
  tables: phoneTables,
  loadMutators: async () => [...(await import('@cession/shared/mutators.ts')).mutators.values()],
  appVersion: String(import.meta.env['VITE_APP_VERSION'] ?? 'dev'),
});
