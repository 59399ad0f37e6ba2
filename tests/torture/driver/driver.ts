/**
 * A page of our own in the phone's browser, on the product's own origin: it opens the product's own phone and does
 * with it what screens do, only faster. It keeps no account of its own: what is saved it tells the runner at once.
 */
import { openPhone } from '@cession/client/people/open-phone.ts';
import { readKeptProfile, readProfile } from '@cession/client/people/profile-store.ts';
import { askAs } from '@cession/client/device/asking-as.ts';
import type { Sync } from '@cession/client/sync/start-sync.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import { mutators } from '@cession/shared/mutators.ts';
import { phoneTables } from '@cession/shared/synced-tables.ts';
import type { SavedLine } from '../acknowledged.ts';
import { diceFrom } from '../dice.ts';
import type { DriverStatus } from '../driver-page.ts';
import { createWork } from './work.ts';

declare global {
  /** Given by the runner: answers when the lines are in its file. */
  var tellRunner: (lines: readonly SavedLine[]) => Promise<void>;
  var driver: {
    work(): void;
    rest(): void;
    syncNow(): Promise<void>;
    status(): DriverStatus;
  };
}

const asked = new URLSearchParams(location.search);
const profile = readProfile() ?? (await readKeptProfile());
if (profile === null) throw new Error('nobody has signed in on this phone');
askAs(profile.userId);
const sync = await openWhole(profile);
const teller = createTeller();
const troubles: string[] = [];
const work = createWork({
  sync,
  profile,
  phone: Number(asked.get('phone')),
  dice: diceFrom(Number(asked.get('seed'))),
  tell: teller.tell,
  trouble: (words) => void (troubles.length < 20 && troubles.push(words)),
});
// A person who sees that something waits presses "Sync now".
setInterval(() => {
  if (!sync.board.facts().busy && sync.mirror.outbox().length > 0) void syncNow();
}, 1500);

globalThis.driver = {
  work: work.start,
  rest: work.stop,
  syncNow,
  status: () => ({
    userId: profile.userId,
    companyId: profile.companyId,
    roles: profile.roles,
    link: sync.mirror.meta('link'),
    cursor: sync.mirror.meta('server').cursor,
    waiting: sync.mirror.outbox().filter(({ status }) => status !== 'rejected' && status !== 'quarantined').length,
    untold: teller.untold(),
    troubles,
  }),
};

function syncNow(): Promise<void> {
  return sync.trigger('manual');
}

/** Once as the whole spine, with rules and network. */
async function openWhole(person: Profile): Promise<Sync> {
  const shown: Sync[] = [];
  const opened = await openPhone(
    person,
    {
      loadRules: async () => ({ mutators: [...mutators.values()], tables: phoneTables }),
      // As the app itself does it.
      late: 'card-keys',
      appVersion: String(import.meta.env['VITE_APP_VERSION']),
    },
    (phone) => shown.push(phone.sync),
  );
  const whole = shown.at(-1);
  if (!opened.ok || whole === undefined) throw new Error('the phone does not open');
  return whole;
}

/** What is saved goes to the runner at once; what is saved meanwhile goes together, next. */
function createTeller() {
  let lines: SavedLine[] = [];
  let isTelling = false;
  const tellAll = async (): Promise<void> => {
    if (isTelling) return;
    isTelling = true;
    while (lines.length > 0) {
      const now = lines;
      lines = [];
      await globalThis.tellRunner(now);
    }
    isTelling = false;
  };
  return {
    tell: (line: SavedLine): void => {
      lines.push(line);
      void tellAll();
    },
    untold: () => lines.length + (isTelling ? 1 : 0),
  };
}
