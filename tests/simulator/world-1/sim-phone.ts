import { addDocument } from '@cession/shared/document/add-document.ts';
import type { CardId } from '@cession/shared/card/card.ts';
import type { DocumentId } from '@cession/shared/document/document.ts';
import type { Decision, Mutator, Refs, SyncActor } from '@cession/shared/sync/mutator.ts';
import { StorageFailure } from '@cession/client/store/local-store.ts';
import type { Acknowledged, Seams, SimPhone } from '../world.ts';
import { sha256Of, type FrontDoor } from './front-door.ts';
import { createLifeline, type Lifeline } from './lifeline.ts';
import { fingerprintOf, readDisk } from './read-disk.ts';
import type { Scheduler } from './scheduler.ts';
import { createSimDisk, EMPTY_DISK, type DiskState, type SimDisk } from './sim-disk.ts';
import { createSimLine, type LineParts, type SimLine } from './sim-line.ts';
import { openTab, tabDisk, type SimTab, type TabParts } from './sim-tab.ts';
import { createChannelHub, createLockHub } from './tab-hubs.ts';

export interface PhoneParts {
  readonly name: string;
  readonly actor: SyncActor;
  readonly scheduler: Scheduler;
  readonly door: FrontDoor;
  readonly seams: Seams;
  readonly uuid: () => string;
  /** Counts every acknowledgement in the world. */
  readonly acknowledge: () => number;
  readonly note: LineParts['note'];
  readonly tell: (what: string) => void;
  readonly copyTo: (name: string, actor: SyncActor, state: DiskState) => Promise<SimPhone>;
}

/** What the world may do with a phone beyond what a story may. */
export interface OwnPhone {
  readonly phone: SimPhone;
  mend(): Promise<void>;
  /** Changes whenever something on the disk does that a person could notice. */
  fingerprint(): string;
}

interface Body {
  readonly parts: PhoneParts;
  readonly disk: SimDisk;
  readonly line: SimLine;
  readonly hubs: Pick<TabParts, 'locks' | 'channels'>;
  readonly surprises: unknown[];
  readonly onlineWatchers: Set<() => void>;
  /** Open tabs, and whatever else runs on the phone. */
  tabs: SimTab[];
  lives: Lifeline[];
  acknowledged: Acknowledged[];
  clockOffMs: number;
  crashPlace: string | null;
  appVersion: string;
}

const FIRST_VERSION = '1.0.0';

export function createSimPhone(parts: PhoneParts, start: DiskState): OwnPhone {
  const { name, actor, scheduler, door, note } = parts;
  const body: Body = {
    ...{ parts, disk: createSimDisk(scheduler), line: createSimLine({ phone: name, actor, scheduler, door, note }) },
    hubs: { locks: createLockHub(), channels: createChannelHub(scheduler, name) },
    ...{ surprises: [], onlineWatchers: new Set(), tabs: [], lives: [], acknowledged: [] },
    ...{ clockOffMs: 0, crashPlace: null, appVersion: FIRST_VERSION },
  };
  body.disk.replace(start);
  const phone: SimPhone = {
    ...{ name, actor, ...inHand(body), ...fateOf(body), ...underWay(body), surprises: () => body.surprises },
    get acknowledged() {
      return body.acknowledged;
    },
  };
  return { phone, mend: () => mend(body), fingerprint: () => fingerprintOf(body.disk.state()) };
}

/** What a person does with it and sees on it. */
function inHand(body: Body) {
  const { parts, disk } = body;
  return {
    isOn: () => body.tabs.length > 0,
    disk: async () => readDisk(disk.state()),
    rows: (table) => body.tabs[0]?.sync.mirror.rows(table) ?? [],
    outbox: () => body.tabs[0]?.sync.outbox.items() ?? [],
    perform: (mutator, args, options) => perform(body, mutator, args, options),
    addPhoto: (cardId, bytes) => addPhoto(body, cardId, bytes),
    discard: async (mutationId) => {
      const through = body.tabs[0];
      if (through === undefined) return;
      parts.tell('takes one back');
      await parts.scheduler.until(Promise.race([through.sync.outbox.discard(mutationId), through.life.died]));
    },
    sync: () => {
      const report = (surprise: unknown) => void body.surprises.push(surprise);
      for (const { sync, uploads } of body.tabs) {
        sync.trigger('manual').catch(report);
        uploads.run().catch(report);
      }
    },
    show: (visible) => {
      parts.tell(visible ? 'is looked at' : 'is put away');
      for (const { page } of body.tabs) page.show(visible);
    },
  } satisfies Partial<SimPhone>;
}

/** Tabs that come and go, the phone that dies and starts again. */
function fateOf(body: Body) {
  const { parts, disk } = body;
  return {
    openTab: async () => {
      if (body.tabs.length > 0) await open(body);
    },
    killTab: () => {
      if (body.tabs.length < 2) return;
      const tab = body.tabs.pop();
      parts.tell('closes a tab');
      if (parts.scheduler.dice().chance(50)) tab?.page.show(false);
      body.lives = body.lives.filter((life) => life !== tab?.life);
      tab?.life.die();
    },
    crash: (place) => {
      if (place === null) dieAll(body);
      else body.crashPlace = place;
    },
    start: async (version) => {
      const isNewer = version !== undefined && version !== body.appVersion;
      if (body.tabs.length > 0 && !isNewer) return;
      dieAll(body);
      body.appVersion = version ?? body.appVersion;
      if (isNewer) await upgrade(body);
      await open(body);
    },
    wipe: async () => {
      const wasOn = body.tabs.length > 0;
      dieAll(body);
      parts.tell('is wiped');
      disk.replace(EMPTY_DISK);
      body.acknowledged = [];
      if (wasOn) await open(body);
    },
    copy: (name) => parts.copyTo(name, parts.actor, disk.state()),
  } satisfies Partial<SimPhone>;
}

/** What goes wrong around it. */
function underWay(body: Body) {
  const { line, disk, parts, onlineWatchers } = body;
  return {
    setClock: (offMs) => void (body.clockOffMs = offMs),
    fillDisk: (full) => disk.fill(full),
    cut: (is) => {
      parts.tell(is ? 'loses the signal' : 'has a signal');
      line.cut(is);
      if (!is) for (const back of [...onlineWatchers]) back();
    },
    meet: line.meet,
    expireSession: line.expire,
  } satisfies Partial<SimPhone>;
}

async function mend(body: Body): Promise<void> {
  const { line, disk, onlineWatchers } = body;
  const wasCut = line.isCut();
  body.crashPlace = null;
  line.mend();
  disk.fill(false);
  if (body.tabs.length === 0) await open(body);
  for (const { page } of body.tabs) page.show(true);
  if (wasCut) for (const back of [...onlineWatchers]) back();
}

function dieAll(body: Body): void {
  body.crashPlace = null;
  if (body.lives.length > 0) body.parts.tell('dies');
  const dying = body.lives;
  [body.tabs, body.lives] = [[], []];
  for (const life of dying) life.die();
}

function newLife(body: Body): Lifeline {
  const life = createLifeline();
  body.lives.push(life);
  life.onDeath(() => body.disk.release(life));
  return life;
}

async function open(body: Body): Promise<void> {
  const { scheduler, tell } = body.parts;
  const given = tabParts(body);
  const life = newLife(body);
  tell('opens a tab');
  const opening = openTab(given, life).then((tab) => {
    if (!life.isDead()) body.tabs.push(tab);
  });
  try {
    await scheduler.until(Promise.race([opening, life.died]));
  } catch (failure) {
    // A phone with no room does not open; the person tries again later.
    body.lives = body.lives.filter((other) => other !== life);
    life.die();
    if (!(failure instanceof StorageFailure)) throw failure;
  }
}

async function upgrade(body: Body): Promise<void> {
  const { seams, scheduler } = body.parts;
  if (seams.upgrade === undefined) return;
  const given = tabParts(body);
  const life = newLife(body);
  await scheduler.until(Promise.race([seams.upgrade(tabDisk(given, life)), life.died]));
  body.lives = body.lives.filter((other) => other !== life);
}

function tabParts(body: Body): TabParts {
  const { parts, disk, line, hubs, appVersion, onlineWatchers } = body;
  const { name, actor, scheduler, seams, uuid } = parts;
  return {
    ...{ phone: name, number: body.lives.length, actor, appVersion, scheduler, disk, line, ...hubs, seams, uuid },
    clockOffMs: () => body.clockOffMs,
    report: (surprise) => void body.surprises.push(surprise),
    at: (place) => {
      if (place !== body.crashPlace) return;
      parts.tell(`crash at ${place}`);
      dieAll(body);
    },
    watchOnline: (back) => {
      onlineWatchers.add(back);
      return () => onlineWatchers.delete(back);
    },
  };
}

async function perform<Name extends string, Args, R extends Refs, D extends Decision>(
  body: Body,
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  { tab = 0, supersedes }: { readonly tab?: number; readonly supersedes?: string } = {},
): Promise<{ readonly saved: boolean } | null> {
  const { parts } = body;
  const through = body.tabs[tab] ?? body.tabs[0];
  if (through === undefined) return null;
  parts.tell(`does ${mutator.name}`);
  const options = supersedes === undefined ? {} : { supersedes };
  const saving = through.sync.perform(mutator, args, options).then((outcome) => {
    if (!outcome.ok || through.life.isDead()) return { saved: false };
    const id = outcome.value.mutationId;
    const { userId, companyId } = parts.actor;
    body.acknowledged.push({
      ...{ id, phone: parts.name, userId, companyId, name: mutator.name, args, at: parts.acknowledge() },
    });
    return { saved: true };
  });
  return (await parts.scheduler.until(Promise.race([saving, through.life.died]))) ?? null;
}

async function addPhoto(body: Body, cardId: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  const [tab] = body.tabs;
  if (tab === undefined) return;
  const { scheduler, uuid } = body.parts;
  const file = { sha256: sha256Of(bytes), byteLength: bytes.byteLength, mediaType: 'image/jpeg' } as const;
  const kept = await scheduler.until(Promise.race([tab.box.keep(file, bytes, tab.env.now()), tab.life.died]));
  if (!kept?.ok) return;
  const about = { type: 'supply-contract', fileName: 'photo.jpg', note: '', form: 'copy', dueOn: null } as const;
  // any UUID names a new document; the card's id comes from its row
  const ids = { documentId: uuid() as DocumentId, cardId: cardId as CardId, noticeId: null };
  await perform(body, addDocument, { ...ids, ...about, file });
}
