/** The storm is over: everything is up, and every phone sends and fetches until nothing is left to say. */
import { setTimeout as pause } from 'node:timers/promises';
import { clockOf } from './company-wall.ts';
import type { DriverStatus } from './driver-page.ts';
import type { Phone } from './phone.ts';
import type { World } from './world.ts';

const WITHIN_MS = 10 * 60_000;
/** Nothing moved for so many looks in a row. */
const QUIET_LOOKS = 3;

export async function heal(world: World): Promise<void> {
  world.front.calm();
  await Promise.all(world.phones.map((phone) => phone.rest()));
  const deadline = Date.now() + WITHIN_MS;
  let quiet = 0;
  let told = Date.now();
  while (quiet < QUIET_LOOKS) {
    if (Date.now() > deadline) return world.say('it did not become quiet: what is not home yet counts against it');
    await Promise.all(world.phones.map((phone) => phone.syncNow()));
    quiet = (await isQuiet(world)) ? quiet + 1 : 0;
    if (quiet === 0) await pause(500);
    if (Date.now() - told > 30_000) {
      told = Date.now();
      world.say(`going home; waiting: ${await howPhonesAre(world.phones)}`);
    }
  }
}

export async function howPhonesAre(phones: readonly Phone[]): Promise<string> {
  const statuses = await Promise.all(phones.map((phone) => phone.status()));
  return statuses.map((status) => (status === undefined ? 'off' : `${status.waiting} ${status.link}`)).join(', ');
}

async function isQuiet(world: World): Promise<boolean> {
  const found = await Promise.all(world.phones.map((phone) => phone.status()));
  const statuses = found.filter((status) => status !== undefined);
  if (statuses.length < world.phones.length) return false;
  if (statuses.some(({ waiting, untold }) => waiting + untold > 0)) return false;
  const companies = [...new Set(statuses.map(({ companyId }) => companyId))];
  for (const companyId of companies) {
    const ver = await clockOf(world.database.url(), companyId);
    if (statuses.some((status) => status.companyId === companyId && status.cursor !== ver)) return false;
  }
  return true;
}

/** A server that went of its own accord is a finding: its last words are told. Then it is started again. */
export async function lookAfterServer(world: World, server: World['servers'][number]): Promise<void> {
  if (!world.busy.take(server)) return;
  try {
    const answer = await fetch(`${server.url}/healthz`, { signal: AbortSignal.timeout(5000) }).catch(() => null);
    if (answer !== null) return;
    world.say(`a server does not answer. It said: ${server.logs().slice(-1500)}`);
    await server.restart();
  } catch (error) {
    world.say(`a server could not be started again: ${String(error).slice(0, 300)}`);
  } finally {
    world.busy.free(server);
  }
}

/** A phone that was signed out, or whose page has crashed, is looked after as its owner would. */
export async function lookAfter(world: World, phone: Phone): Promise<void> {
  const status: DriverStatus | undefined = await phone.status();
  const isSignedOut = status?.link === 'paused-auth';
  if ((status !== undefined && !isSignedOut) || !world.busy.take(phone)) return;
  try {
    world.say(`phone ${phone.number} ${isSignedOut ? 'was signed out' : 'does not answer'}`);
    await phone.die();
    if (isSignedOut) await phone.signIn();
    await phone.open();
  } catch (error) {
    world.say(`phone ${phone.number} could not be helped: ${String(error).slice(0, 200)}`);
  } finally {
    world.busy.free(phone);
  }
}
