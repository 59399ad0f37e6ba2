import { lostFiles, missingFiles } from './invariants/files.ts';
import { datedByPhones, wronglyHandedOver } from './invariants/handed-over.ts';
import { fileKey, nothingSeen, takeIn, unseen, type Look, type SeenPhone } from './invariants/memory.ts';
import { listen } from './invariants/messages.ts';
import { lostSaves } from './invariants/nothing-lost.ts';
import { doneTwice, heardOtherwise } from './invariants/once.ts';
import { overtaken } from './invariants/order.ts';
import { notRefilled, restless, tooMany } from './invariants/rest.ts';
import { gaps } from './invariants/scope.ts';
import { falseConflicts, vanished } from './invariants/values.ts';
import { shownOtherwise } from './invariants/view.ts';
import type { Play } from './play.ts';
import type { SimPhone, Violation } from './world.ts';

/** Requests of one phone between two steps, more than any honest one has reason for. */
const MOST_REQUESTS = 150;
/** The real thing is looked at less often: each look reads whole disks. */
const EVERY = { 1: 1, 2: 4 } as const;

/** What must be true at every moment. Looks only where something has happened. */
export async function afterStep(play: Play): Promise<readonly Violation[]> {
  const { world, memory } = play;
  for (const phone of world.phones) takeIn(memory, phone);
  if (play.steps === play.cellarUntil) {
    for (const phone of world.phones) phone.cut(false);
    await world.rest?.();
  }
  if (play.steps % EVERY[world.tier] !== 0) return memory.noted.splice(0);
  return lookAround(play);
}

/** What must be true when all faults have ended and nothing moves any more. */
export async function atRest(play: Play): Promise<readonly Violation[]> {
  const { memory, world } = play;
  for (const phone of world.phones) takeIn(memory, phone);
  const before = await lookAround(play, Number.POSITIVE_INFINITY);
  const look = await lookAt(play);
  return [
    ...before,
    ...world.phones.flatMap((phone) => surprisesOf(phone)),
    ...restless(memory, look),
    ...notRefilled(memory, look),
    ...vanished(memory, look),
    ...falseConflicts(memory, look),
    ...datedByPhones(look, world.happenings),
    ...missingFiles(memory, look),
  ];
}

/** A disk that hiccups is no bug: whoever works in the background tries again later. */
function surprisesOf(phone: SimPhone): readonly Violation[] {
  const bugs = phone.surprises().filter((one) => !(one instanceof Error && one.name === 'StorageFailure'));
  return bugs.map((surprise) => ({ invariant: 'surprise', what: `${phone.name}: ${String(surprise)}` }));
}

async function lookAround(play: Play, most = MOST_REQUESTS): Promise<readonly Violation[]> {
  const { memory, world } = play;
  const to = world.happenings.at(-1)?.at ?? 0;
  const since = world.happenings[memory.read]?.at ?? to;
  const look = await lookAt(play);
  noteEpoch(play, look);
  noteCommits(play, look);
  const heard = listen(play);
  const violations = [
    ...memory.noted.splice(0),
    ...heard.violations,
    ...tooMany(heard.requests, to - since, most),
    ...heardOtherwise(memory, heard.verdicts, look),
    ...lostSaves(memory, look),
    ...doneTwice(memory, look),
    ...overtaken(memory, look),
    ...wronglyHandedOver(memory, look),
    ...lostFiles(memory, look),
    ...look.phones.flatMap((seen) => changedOnly(play, look, seen)),
  ];
  for (const fact of look.ledger) memory.ledger.set(fact.id, fact);
  return violations;
}

/** A disk nobody has written to since is as good as it was. */
function changedOnly({ memory }: Play, look: Look, seen: SeenPhone): readonly Violation[] {
  const rev = seen.disk.meta.find(({ key }) => key === 'counters')?.value;
  const state = JSON.stringify([rev, seen.disk.view.length, seen.disk.outbox.length]);
  const isSame = memory.judged.get(seen.phone.name) === state;
  memory.judged.set(seen.phone.name, state);
  return isSame ? gaps(memory, look, seen) : [...gaps(memory, look, seen), ...shownOtherwise(seen)];
}

async function lookAt({ world, memory }: Play): Promise<Look> {
  const { truth } = world;
  const [ledger, rows, files, epoch] = [
    sameOr(memory.last.ledger, await truth.ledger()),
    sameOr(memory.last.rows, await truth.rows()),
    await truth.files(),
    await truth.epoch(),
  ];
  memory.last = { ledger, rows };
  const phones: SeenPhone[] = [];
  for (const phone of world.phones) phones.push({ phone, disk: await phone.disk() });
  const whole = files.filter(({ isWhole }) => isWhole).map(({ companyId, sha256 }) => fileKey(companyId, sha256));
  return { ledger, rows, files: new Set(whole), epoch, phones };
}

/** The list from before if the same facts stand in it: whoever has judged it need not do so again. */
function sameOr<Fact>(before: readonly Fact[], now: readonly Fact[]): readonly Fact[] {
  return before.length === now.length && before.every((fact, at) => fact === now[at]) ? before : now;
}

/** A restored server is another one: what it had decided, it may decide anew. */
function noteEpoch({ memory }: Play, look: Look): void {
  if (memory.epoch === look.epoch) return;
  if (memory.epoch !== null) memory.restores += 1;
  memory.epoch = look.epoch;
  for (const map of [memory.ledger, memory.final, memory.fields]) map.clear();
  memory.handoffs.clear();
  memory.seen = nothingSeen();
}

function noteCommits({ memory }: Play, look: Look): void {
  for (const { table, id, ver, audience } of unseen(memory.seen.commits, look.rows)) {
    const key = `${look.epoch}/${table}:${id}@${ver}`;
    if (!memory.commits.has(key)) memory.commits.set(key, audience);
  }
}
