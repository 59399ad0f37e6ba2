import type { Verdict } from '@cession/shared/sync/protocol.ts';
import type { Acknowledged, Disk, LedgerFact, RowFact, SimPhone, Violation } from '../world.ts';

/** What the oracles remember from one look to the next. */
export interface Memory {
  /** Everything any phone ever called saved, by mutation. */
  readonly saved: Map<string, Acknowledged>;
  /** How many of a phone's list have been taken in. */
  readonly taken: Map<string, number>;
  /** A person took it back or sent it again better. */
  readonly handled: Set<string>;
  /** Went with a phone whose disk was thrown away. */
  readonly gone: Set<string>;
  /** Names of phones that were ever wiped. */
  readonly wiped: Set<string>;
  readonly ledger: Map<string, LedgerFact>;
  /** Final verdicts as they were first seen in the ledger, letter for letter. */
  readonly final: Map<string, string>;
  /** Final verdicts as they were first heard over the wire. */
  readonly heard: Map<string, string>;
  /** Who could see which version of a row. */
  readonly commits: Map<string, readonly string[]>;
  readonly handoffs: Set<string>;
  readonly fields: Map<string, FieldStory>;
  /** Files that lay on a phone when it was last looked at. */
  readonly files: Map<string, ReadonlySet<string>>;
  /** How often each phone's disk had been written to when it was judged. */
  readonly judged: Map<string, string>;
  /** What each phone held, and what there was to hold, when it was last found to lack nothing. */
  readonly gapless: Map<string, Gapless>;
  /** Facts of this epoch that were looked at already: another version is another fact. */
  seen: SeenFacts;
  /** As they were given last, for as long as they stay what they are. */
  last: Pick<Look, 'ledger' | 'rows'>;
  epoch: string | null;
  restores: number;
  read: number;
  /** Noticed outside a look. */
  readonly noted: Violation[];
}

interface Gapless {
  readonly confirmed: unknown;
  readonly rows: unknown;
  /** Its epoch and cursor. */
  readonly at: string;
}

export interface SeenFacts {
  readonly commits: WeakSet<RowFact>;
  readonly values: WeakSet<RowFact>;
  readonly verdicts: WeakSet<LedgerFact>;
}

export function nothingSeen(): SeenFacts {
  return { commits: new WeakSet(), values: new WeakSet(), verdicts: new WeakSet() };
}

/** Those that are looked at for the first time. */
export function unseen<Fact extends object>(seen: WeakSet<Fact>, facts: readonly Fact[]): readonly Fact[] {
  const fresh = facts.filter((fact) => !seen.has(fact));
  for (const fact of fresh) seen.add(fact);
  return fresh;
}

/** The value of one field, and those it had before. */
export interface FieldStory {
  readonly now: unknown;
  readonly before: ReadonlySet<unknown>;
}

/** Everything there is to see at one moment. */
export interface Look {
  readonly ledger: readonly LedgerFact[];
  readonly rows: readonly RowFact[];
  readonly files: ReadonlySet<string>;
  readonly epoch: string;
  readonly phones: readonly SeenPhone[];
}

export interface SeenPhone {
  readonly phone: SimPhone;
  readonly disk: Disk;
}

export function createMemory(): Memory {
  return {
    ...{ saved: new Map(), taken: new Map(), handled: new Set(), gone: new Set(), wiped: new Set() },
    ...{ ledger: new Map(), final: new Map(), heard: new Map(), commits: new Map(), handoffs: new Set() },
    ...{ fields: new Map(), files: new Map(), judged: new Map(), gapless: new Map(), seen: nothingSeen() },
    last: { ledger: [], rows: [] },
    ...{ epoch: null, restores: 0, read: 0, noted: [] },
  };
}

export function markHandled(memory: Memory, mutationId: string): void {
  memory.handled.add(mutationId);
}

export function noteViolation(memory: Memory, invariant: string, what: string): void {
  memory.noted.push({ invariant, what });
}

/** Takes in what the phone has acknowledged since. */
export function takeIn(memory: Memory, phone: SimPhone): void {
  const all = phone.acknowledged;
  const known = memory.taken.get(phone.name) ?? 0;
  for (const one of all.slice(known > all.length ? 0 : known)) {
    memory.saved.set(one.id, one);
    memory.gone.delete(one.id);
  }
  memory.taken.set(phone.name, all.length);
}

/** Its disk is about to go, with everything that has not reached the server. */
export function forgetPhone(memory: Memory, phone: SimPhone): void {
  takeIn(memory, phone);
  for (const { id, phone: name } of memory.saved.values()) if (name === phone.name) memory.gone.add(id);
  memory.wiped.add(phone.name);
  memory.taken.set(phone.name, 0);
  memory.files.delete(phone.name);
}

export function isFinal(verdict: Verdict | null): verdict is Verdict {
  return verdict !== null && verdict.state !== 'received' && verdict.state !== 'held';
}

export function hasTakenEffect(verdict: Verdict | null): boolean {
  return verdict?.state === 'applied' || verdict?.state === 'conflict' || verdict?.state === 'noop';
}

export function fileKey(companyId: string, sha256: string): string {
  return `${companyId}/${sha256}`;
}
