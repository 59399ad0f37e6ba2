import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import type { AnyMutator } from '@cession/shared/sync/mutator.ts';
import { afterPaint } from '../device/after-paint.ts';
import { browserPorts } from '../sync/browser-ports.ts';
import { holdReload, whenReloadAllowed } from '../device/hold-reload.ts';
import { marker } from '../device/marker.ts';
import { pageLife } from '../device/page-life.ts';
import { timer } from '../device/timer.ts';
import { dbName, type CessionDb } from '../store/db.ts';
import { storeOf, type Rescue } from '../store/open-store.ts';
import type { ReadAhead } from '../store/read-ahead.ts';
import { askToPersist, noticeWipe } from '../store/storage-health.ts';
import { keepStoreHealthy, type StoreHealth } from '../store/store-health.ts';
import { finishSignOut } from './end-session.ts';
import { createBasis, type Basis } from '../sync/basis.ts';
import { openEarly, type OpenFull } from '../sync/early-sync.ts';
import { StorageFailure } from '../store/local-store.ts';
import { holdWhileBusy } from '../sync/hold-while-busy.ts';
import { listenForPokes } from '../sync/poke-listener.ts';
import type { SyncPorts, Transport } from '../sync/ports.ts';
import type { AnyTable } from '../sync/replay.ts';
import type { Sync } from '../sync/start-sync.ts';

/** What the app hands in, because people know no business: the lists, and how to fetch the rules. */
export interface PhoneParts {
  readonly loadRules: () => Promise<{ readonly mutators: readonly AnyMutator[]; readonly tables: readonly AnyTable[] }>;
  readonly appVersion: string;
  /** The large table that no first screen shows. */
  readonly late: string;
  /** What works beside the spine for as long as it is open, such as the sending of files. Answers how to stop it. */
  readonly companions?: (phone: Companion) => Promise<() => void>;
}

/** An open phone, for what works beside its spine. */
export interface Companion {
  readonly profile: Profile;
  readonly sync: Sync;
  readonly ports: SyncPorts;
  readonly db: CessionDb;
}

export interface OpenPhone {
  readonly sync: Sync;
  /** For what is kept beside the spine: files, keys, evidence. */
  readonly db: CessionDb;
  readonly health: StoreHealth;
  /** The browser has thrown away what this person had here. Known once the whole spine is open. */
  readonly wiped: boolean;
}

/**
 * Opens one person's database. `show` is called twice: as soon as the rows can be read, and again when the rules and
 * the network code are there and everything works. `ahead` is what was read of it meanwhile: then the rows are shown
 * before it is open. Answers how to close it all.
 */
export async function openPhone(
  profile: Profile,
  parts: PhoneParts,
  show: (phone: OpenPhone) => void,
  ahead: Promise<ReadAhead | null> | null = null,
): Promise<Result<() => Promise<void>, Rescue>> {
  const name = dbName(profile);
  const { store, open } = storeOf(profile, {
    newerVersion: () => void whenReloadAllowed().then(() => location.reload()),
    blocked: () => undefined,
  });
  const transport = lateTransport(profile.userId);
  const ports = browserPorts({ name, store, transport, appVersion: parts.appVersion, report: reportError });
  const read = await ahead;
  const opened = read === null ? await open() : null;
  if (opened?.ok === false) return err(opened.error);
  const basis = createBasis(ports, parts.late, read);
  const full = opensFull(profile, parts, ports, basis);
  const health = keepStoreHealthy(store, pageLife, timer);
  const early = await openEarly(profile, ports, basis, full);
  const { db } = store;
  show({ sync: early, db, health, wiped: false });
  // The rows are what the person waits for: everything else begins when they are on the screen.
  await afterPaint();
  const checked = opened ?? (await open());
  if (!checked.ok) {
    health.stop();
    return err(checked.error);
  }
  const stop = await untilOpen(() =>
    openWhole(parts, { profile, ports, db, name }, full, (whole) => show({ ...whole, health })),
  );
  return ok(async () => {
    health.stop();
    await stop();
    store.close();
  });
}

/** With the rules and the network code. Answers how to end it. */
async function openWhole(
  parts: PhoneParts,
  { profile, ports, db, name }: Omit<Companion, 'sync'> & { readonly name: string },
  full: OpenFull,
  show: (phone: Omit<OpenPhone, 'health'>) => void,
): Promise<() => Promise<void>> {
  const sync = await full();
  show({ sync, db, wiped: noticeWipe(marker, name, sync.deviceId) });
  void askToPersist(navigator.storage);
  return attend(parts, { profile, sync, ports, db });
}

/** Opened once; where the phone had no room for it, the next one who asks tries again. */
function opensFull(profile: Profile, parts: PhoneParts, ports: SyncPorts, basis: Basis): OpenFull {
  let opening: Promise<Sync> | null = null;
  const open = async (): Promise<Sync> => {
    const [spine, rules] = await Promise.all([import('../sync/start-sync.ts'), parts.loadRules()]);
    return spine.openSync({ profile, ...rules, ports, basis });
  };
  return () => {
    opening ??= open().catch((failure: unknown) => {
      opening = null;
      throw failure;
    });
    return opening;
  };
}

/** Everything that goes on around an open spine. Answers how to end it all, the spine last. */
async function attend(parts: PhoneParts, phone: Companion): Promise<() => Promise<void>> {
  const { sync } = phone;
  const stopHolding = holdWhileBusy(sync, holdReload);
  const stopPokes = listenForPokes(pageLife, timer, () => void sync.trigger('poke').catch(reportError));
  // A companion that does not start leaves the phone working without it.
  const beside = parts.companions?.(phone).catch(reportError);
  return async () => {
    stopPokes();
    stopHolding();
    (await beside)?.();
    await sync.close();
  };
}

const TRY_AGAIN_MS = 5000;

/** Answers after the first try, whatever came of it: a full phone can be read and typed into. Goes on until it opens. */
async function untilOpen(open: () => Promise<() => Promise<void>>): Promise<() => Promise<void>> {
  let stop = async (): Promise<void> => undefined;
  let cancel = (): void => undefined;
  const tryIt = async (): Promise<void> => {
    try {
      stop = await open();
    } catch (failure) {
      if (!(failure instanceof StorageFailure)) throw failure;
      cancel = timer.after(TRY_AGAIN_MS, () => void tryIt().catch(reportError));
    }
  };
  await tryIt();
  return async () => {
    cancel();
    await stop();
  };
}

/** Fetches the network code when it is first needed, and sends nothing with the cookie of somebody who has left. */
function lateTransport(userId: string): Transport {
  let fetched: Promise<Transport> | null = null;
  const http = () =>
    (fetched ??= import('../sync/http-transport.ts').then(
      (file) => file.createHttpTransport(timer, file.fetchAs(userId)),
      (cause: unknown) => {
        fetched = null;
        throw cause;
      },
    ));
  return {
    push: async (request) => ((await finishSignOut()) ? (await http()).push(request) : err(NOT_YET)),
    pull: async (request) => ((await finishSignOut()) ? (await http()).pull(request) : err(NOT_YET)),
    reconcile: async (request) => ((await finishSignOut()) ? (await http()).reconcile(request) : err(NOT_YET)),
  };
}

const NOT_YET = { kind: 'unreachable', why: 'network' } as const;
