import { createSession } from '../people/session-store.ts';
import { addBundle } from '../text/texts.ts';

/** The session with the product's own lists. The rules travel beside the first screen, not before it. */
export const session = createSession({
  loadRules: async () => {
    const [{ mutators }, { phoneTables }] = await Promise.all([
      import('@cession/shared/mutators.ts'),
      import('@cession/shared/synced-tables.ts'),
      // Without its words a rule still holds.
      addBundle('rules').catch(() => undefined),
    ]);
    return { mutators: [...mutators.values()], tables: phoneTables };
  },
  companions: async (phone) => (await import('./companions.ts')).startCompanions(phone),
  // What the company knows of others' cards, by its name only: the table itself comes with the rules.
  late: 'card-keys',
  appVersion: String(import.meta.env['VITE_APP_VERSION'] ?? 'dev'),
});
