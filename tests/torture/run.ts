import { setTimeout as pause } from 'node:timers/promises';
import { readSaved } from './acknowledged.ts';
import { check, type Findings } from './check.ts';
import { behindWall } from './company-wall.ts';
import { letFateLoose } from './fate.ts';
import { heal, howPhonesAre, lookAfter, lookAfterServer } from './heal.ts';
import type { Options } from './options.ts';
import type { PhoneDisk } from './phone-disk.ts';
import { visitScreens } from './screen-visit.ts';
import { buildWorld, type Endings, type World } from './world.ts';

/** The one object the command prints. */
export interface Report {
  readonly minutes: number;
  readonly acknowledged: number;
  readonly pushes: number;
  readonly kills: World['tally']['kills'];
  readonly faults: World['tally']['faults'];
  readonly lost: number;
  readonly duplicated: number;
  readonly diverged: number;
  readonly seed: number;
}

/** Phones at work, everything going wrong, peace, and the account. */
export async function torture(options: Options, say: World['say'], endings: Endings): Promise<Report> {
  const startedAt = Date.now();
  const world = await buildWorld(options, say, endings);
  for (const phone of world.phones) {
    await phone.signIn();
    await phone.open();
  }
  say(`${world.phones.length} phones are signed in; seed ${options.seed}`);
  await Promise.all(world.phones.map((phone) => phone.work()));
  await storm(world, options);
  say('the storm is over; everything goes home');
  await heal(world);
  const findings = await judge(world);
  for (const [kind, found] of Object.entries(findings)) {
    for (const what of found.slice(0, 12)) say(`${kind}: ${what}`);
  }
  const { tally } = world;
  return {
    minutes: Math.round((Date.now() - startedAt) / 6000) / 10,
    acknowledged: world.saved.count(),
    ...{ pushes: tally.pushes, kills: tally.kills, faults: tally.faults },
    lost: findings.lost.length,
    duplicated: findings.duplicated.length,
    diverged: findings.diverged.length,
    seed: options.seed,
  };
}

async function storm(world: World, { minutes, mutations }: Options): Promise<void> {
  const calm = letFateLoose(world);
  const startedAt = Date.now();
  const until = startedAt + minutes * 60_000;
  let visit: Promise<void> = Promise.resolve();
  for (let second = 1; Date.now() < until && world.saved.count() < mutations; second += 1) {
    await pause(1000);
    if (second % 25 === 10) visit = visit.then(() => visitScreens(world));
    if (second % 5 === 0) {
      for (const phone of world.phones) void lookAfter(world, phone);
      for (const server of world.servers) void lookAfterServer(world, server);
    }
    if (second % 30 === 0) void progress(world, startedAt);
  }
  await calm();
  await visit;
  for (const phone of world.phones) await lookAfter(world, phone);
}

async function progress({ saved, tally, phones, say }: World, startedAt: number): Promise<void> {
  const seconds = Math.round((Date.now() - startedAt) / 1000);
  const faults = Object.values(tally.faults).reduce((sum, count) => sum + count, 0);
  const { browser, server, postgres } = tally.kills;
  const waiting = await howPhonesAre(phones);
  say(
    `${seconds} s: ${saved.count()} acknowledged (${Math.round(saved.count() / seconds)}/s), ${tally.pushes} pushes, ` +
      `${faults} faults, killed: ${browser} browsers, ${server} servers, ${postgres} databases; waiting: ${waiting}`,
  );
}

async function judge(world: World): Promise<Findings> {
  const disks = new Map<number, PhoneDisk>();
  for (const phone of world.phones) {
    const disk = await phone.disk();
    disks.set(phone.number, disk);
    const refused = disk.outbox.filter(({ status }) => status === 'rejected').length;
    const troubles = (await phone.status())?.troubles ?? [];
    const counts = `${disk.confirmed.length} rows, ${disk.receipts} receipts, ${refused} refused`;
    world.say([`phone ${phone.number}: ${counts}`, ...troubles].join('; '));
  }
  const findings: Record<keyof Findings, string[]> = { lost: [], duplicated: [], diverged: [] };
  for (const companyId of new Set([...disks.values()].map((disk) => disk.companyId))) {
    const numbers = [...disks].filter(([, disk]) => disk.companyId === companyId).map(([number]) => number);
    const phones = numbers.flatMap((number) => disks.get(number) ?? []);
    const client = await behindWall(world.database.url(), companyId);
    const found = await check(client, { companyId, saved: savedBy(world, new Set(numbers)), phones });
    await client.end();
    for (const kind of ['lost', 'duplicated', 'diverged'] as const) findings[kind].push(...found[kind]);
  }
  return findings;
}

function* savedBy(world: World, phones: ReadonlySet<number>) {
  for (const line of readSaved(world.saved.path)) if (phones.has(line.phone)) yield line;
}
