/** Tabs that come and go, the phone that dies and starts again, is emptied or replaced. */
import { openPlainDisk, deleteDisk } from './phone-disk.ts';
import { StorageFailure } from '@cession/client/store/local-store.ts';
import { createLifeline } from '../world-1/lifeline.ts';
import { die, lineEndOf, say, type PhoneBody, type WorldPhone } from './phone-body.ts';
import { openSimTab, type TabParts } from './sim-tab.ts';

export function fateOf(body: PhoneBody) {
  const { parts } = body;
  return {
    openTab: () => (body.tabs.length > 0 && body.tabs.length < 3 ? open(body) : Promise.resolve()),
    killTab: () => {
      const tab = body.tabs.length > 1 ? body.tabs.pop() : undefined;
      if (tab === undefined) return;
      if (parts.dice.chance(50)) tab.life.die();
      else tab.close().catch((surprise: unknown) => void body.surprises.push(surprise));
    },
    crash: (place) => {
      if (place === null) die(body);
      else body.crashPlace = place;
    },
    start: async (version = body.version) => {
      if (body.tabs.length > 0) {
        if (version === body.version) return;
        die(body);
      }
      body.crashPlace = null;
      await parts.settle();
      if (version !== body.version) await upgrade(body, version);
      await open(body);
    },
    wipe: () => wipe(body),
    end: async () => {
      die(body);
      await parts.settle();
      await deleteDisk(body.disk);
    },
  } satisfies Partial<WorldPhone>;
}

async function open(body: PhoneBody): Promise<void> {
  const life = createLifeline();
  body.dying.push(life.die);
  const own = openSimTab({ ...tabParts(body), life });
  try {
    const tab = await Promise.race([own, life.died]);
    if (tab) body.tabs.push(tab);
  } catch (failure) {
    life.die();
    if (!(failure instanceof StorageFailure)) throw failure;
    say(body, `does not start: ${failure.fault}`);
  }
  await body.parts.settle();
}

function tabParts(body: PhoneBody): Omit<TabParts, 'life'> {
  const { actor, line, time, seams, uuid, dice } = body.parts;
  const { browser, isVisible, disk: dbName, version: appVersion } = body;
  return {
    ...{ actor, line, time, seams, uuid, browser, isVisible, dbName, appVersion, index: body.tabs.length },
    end: lineEndOf(body),
    rand: () => dice.below(1000) / 1000,
    clockOff: () => body.clockOff,
    isFull: () => body.isFull,
    isCut: () => body.isCut,
    changed: () => void (body.known = null),
    report: (surprise) => void body.surprises.push(surprise),
    at: (place) => {
      if (place !== body.crashPlace) return;
      say(body, `dies at ${place}`);
      die(body);
    },
  };
}

async function upgrade(body: PhoneBody, version: string): Promise<void> {
  const { seams } = body.parts;
  body.version = version;
  if (seams.upgrade === undefined) return;
  const plain = openPlainDisk(body.disk);
  await seams.upgrade(plain);
  plain.close();
  body.known = null;
}

async function wipe(body: PhoneBody): Promise<void> {
  const { parts } = body;
  const wasOn = body.tabs.length > 0;
  die(body);
  await parts.settle();
  await deleteDisk(body.disk);
  body.lives += 1;
  body.disk = parts.dbName(`${parts.name}-${body.lives}`);
  body.acknowledged = [];
  body.known = null;
  if (wasOn) await open(body);
}
