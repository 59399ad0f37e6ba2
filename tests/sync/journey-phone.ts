/** What a story does with a phone. */
import { createHash, randomUUID } from 'node:crypto';
import type { LocalStore } from '@cession/client/store/local-store.ts';
import type { PerformOptions } from '@cession/client/sync/perform.ts';
import { recordState, type RecordState } from '@cession/client/sync/sync-status.ts';
import type { Sync } from '@cession/client/sync/start-sync.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { editCard } from '@cession/shared/card/edit-card.ts';
import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import type { Card, CardId, CardValues } from '@cession/shared/card/card.ts';
import type { Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { Handoff, HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { Profile } from '@cession/shared/people/actor.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';
import type { Decision, Mutator, Refs } from '@cession/shared/sync/mutator.ts';
import type { Line } from './journey-line.ts';

export interface PhoneStart {
  /** How wrong this phone's clock is. */
  readonly clockOffMs?: number;
  /** The version of the app on it. */
  readonly app?: string;
  readonly storage?: string;
  readonly surprises?: unknown[];
  /** Puts something between the phone and its disk. */
  readonly around?: (store: LocalStore) => LocalStore;
}

export interface PhoneRows {
  cards: Card;
  handoffs: Handoff;
  conflicts: Conflict;
}

export interface JourneyPhone {
  readonly sync: Sync;
  readonly line: Line;
  readonly profile: Profile;
  rows<T extends keyof PhoneRows>(table: T): readonly PhoneRows[T][];
  /** Sends and hears everything it can now. */
  syncNow(): Promise<void>;
  /** The battery falls out at this place. */
  crashAt(step: string): void;
  isDead(): boolean;
  /** Resolves when it dies. */
  readonly died: Promise<void>;
  /** Everything that lies in its storage. */
  disk(): Promise<string>;
  /** Killed wherever it is, and started again. */
  reopen(): Promise<JourneyPhone>;
  close(): Promise<void>;
  /** Bugs it ran into. */
  seen(): readonly unknown[];
}

export function rowsOf<T extends keyof PhoneRows>(sync: Sync, table: T): readonly PhoneRows[T][] {
  return sync.mirror.rows(table) as PhoneRows[T][]; // rows pass their table's schema before they are shown
}

/** Performs and insists that the phone took it. Answers the mutation's id. */
export async function must<Name extends string, Args, R extends Refs, D extends Decision>(
  phone: JourneyPhone,
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  options?: PerformOptions,
): Promise<string> {
  const saved = await phone.sync.perform(mutator, args, options);
  if (!saved.ok) throw new Error(`the phone did not take ${mutator.name}: ${JSON.stringify(saved.error)}`);
  return saved.value.mutationId;
}

export async function capture(phone: JourneyPhone, changes: CardValues, jurisdiction: Jurisdiction = 'HU') {
  const cardId = randomUUID() as CardId; // any UUID names a new card
  await must(phone, createCard, { cardId, jurisdiction, changes });
  return cardId;
}

export async function edit(phone: JourneyPhone, cardId: CardId, changes: CardChanges) {
  return must(phone, editCard, { cardId, changes });
}

export async function handOver(phone: JourneyPhone, cardId: CardId) {
  const handoffId = randomUUID() as HandoffId; // any UUID names a new handoff
  await must(phone, handOverCard, { cardId, handoffId });
  return handoffId;
}

export function cardOn(phone: JourneyPhone, cardId: string): Card | null {
  return phone.rows('cards').find(({ id }) => id === cardId) ?? null;
}

export function stateOf(phone: JourneyPhone, cardId: string): RecordState | null {
  return recordState(phone.sync.mirror, phone.sync.board.facts(), `cards:${cardId}`);
}

/** SHA-256 over the snapshot with sorted keys, computed without the product's own code. */
export function ownSeal(snapshot: unknown): string {
  return createHash('sha256')
    .update(JSON.stringify(sorted(snapshot)), 'utf8')
    .digest('hex');
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((item) => sorted(item));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
