import type { Section } from '@cession/shared/card/card-fields.ts';
import { fieldSpecOf } from '@cession/shared/card/card-path.ts';
import type { CardValue, CardValues } from '@cession/shared/card/card.ts';
import { documentTypeOf, type DocumentType } from '@cession/shared/document/document-kinds.ts';
import type { OriginalState } from '@cession/shared/document/document.ts';
import type { ReturnCode } from '@cession/shared/handoff/return-reasons.ts';
import { msToInstant } from '@cession/shared/kernel/instant.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { DemoCustomer } from './demo-customer.ts';
import { demoId } from './demo-id.ts';
import { demoPicture, type PictureName } from './demo-pictures.ts';
import type { Scene } from './demo-spine.ts';

const MINUTE_MS = 60 * 1000;

/** The people of a demo company by the part of their address before the @. */
export type Cast = (name: string) => SyncActor;

export type Point = readonly [path: string, code: ReturnCode, note: string];

export interface CaptureOptions {
  /** Only these sections were filled in; all when left out. */
  readonly sections?: readonly Section[];
  /** Values that were captured otherwise than they are. */
  readonly but?: CardValues;
}

export interface DocumentOptions {
  /** Left out: promised only. */
  readonly picture?: PictureName;
  /** A calendar day as milliseconds anywhere in it. */
  readonly dueMs?: number;
  readonly note?: string;
}

/** What happened to one card, told one scene after another. Times are those of the server's clock. */
export class Story {
  readonly scenes: Scene[] = [];
  readonly cardId: string;
  readonly #words: readonly [company: string, customer: string];
  readonly #customer: DemoCustomer;
  readonly #clientManager: string;
  readonly #documentIds: string[] = [];
  #revision = 0;

  constructor(company: string, customer: DemoCustomer, clientManager: string) {
    this.#words = [company, customer.key];
    this.#customer = customer;
    this.#clientManager = clientManager;
    this.cardId = demoId<'card'>('card', ...this.#words);
  }

  /** Company first, at the table; the rest a quarter of an hour later. */
  capture(who: SyncActor, atMs: number, { sections, but = {} }: CaptureOptions = {}): void {
    const { jurisdiction, values } = this.#customer;
    const all: CardValues = { ...values, clientManager: this.#clientManager, ...but };
    const wanted = Object.entries(all).filter(([path]) => sections?.includes(sectionOf(path)) ?? true);
    const first = Object.fromEntries(wanted.filter(([path]) => sectionOf(path) === 'company'));
    const rest = Object.fromEntries(wanted.filter(([path]) => sectionOf(path) !== 'company'));
    this.#add(atMs, who, 'card.create', { jurisdiction, changes: first }, { offlineForMs: 25 * MINUTE_MS });
    if (Object.keys(rest).length > 0) this.edit(who, atMs + 1, rest, { offlineForMs: 11 * MINUTE_MS });
  }

  edit(who: SyncActor, atMs: number, changes: Readonly<Record<string, CardValue>>, more: Partial<Scene> = {}): void {
    this.#add(atMs, who, 'card.edit', { changes }, more);
  }

  handOver(who: SyncActor, atMs: number): void {
    this.#revision += 1;
    const documentIds = this.#documentIds.length === 0 ? {} : { documentIds: [...this.#documentIds] };
    const args = { handoffId: this.#handoffId(), ...documentIds };
    this.#add(atMs, who, 'card.hand-over', args, { offlineForMs: 3 * MINUTE_MS });
  }

  document(who: SyncActor, atMs: number, type: DocumentType, options: DocumentOptions = {}): void {
    const { picture, dueMs, note = '' } = options;
    const documentId = this.#documentId(type);
    this.#documentIds.push(documentId);
    this.#add(atMs, who, 'document.add', {
      ...{ documentId, type, note, form: documentTypeOf(type).form, noticeId: null },
      dueOn: dueMs === undefined ? null : msToInstant(dueMs).slice(0, 10),
      fileName: picture === undefined ? '' : `${picture}.jpg`,
      file: picture === undefined ? null : demoPicture(picture).file,
    });
  }

  /** The paper of a document goes a step on. */
  original(who: SyncActor, atMs: number, type: DocumentType, to: OriginalState, place: string): void {
    this.#add(atMs, who, 'original.move', { documentId: this.#documentId(type), to, place, because: '' });
  }

  claim(who: SyncActor, atMs: number): void {
    this.#add(atMs, who, 'queue.claim', {});
  }

  snooze(who: SyncActor, atMs: number, untilMs: number): void {
    this.claim(who, atMs - MINUTE_MS);
    this.#add(atMs, who, 'queue.snooze', { until: msToInstant(untilMs) });
  }

  accept(who: SyncActor, atMs: number): void {
    this.claim(who, atMs - 6 * MINUTE_MS);
    this.#add(atMs, who, 'handoff.accept', { handoffId: this.#handoffId() });
  }

  sendBack(who: SyncActor, atMs: number, named: readonly Point[], note = ''): void {
    this.claim(who, atMs - 6 * MINUTE_MS);
    const points = named.map(([path, code, words]) => ({ path, code, note: words }));
    this.#add(atMs, who, 'handoff.return', { handoffId: this.#handoffId(), points, note });
  }

  ask(who: SyncActor, atMs: number, path: string, text: string): void {
    this.#add(atMs, who, 'question.ask', { questionId: this.#questionId(path), path, text });
  }

  answer(who: SyncActor, atMs: number, path: string, text: string): void {
    this.#add(atMs, who, 'question.answer', { questionId: this.#questionId(path), text });
  }

  share(who: SyncActor, atMs: number, userId: string): void {
    this.#add(atMs, who, 'card.share', { userId, shared: true });
  }

  offer(who: SyncActor, atMs: number, to: string, because: string): void {
    this.#add(atMs, who, 'card.offer-ownership', { to, because });
  }

  take(who: SyncActor, atMs: number): void {
    this.#add(atMs, who, 'card.accept-ownership', {});
  }

  decline(who: SyncActor, atMs: number, because: string): void {
    this.#add(atMs, who, 'card.decline-ownership', { because });
  }

  /** The path of a part of the person who signs, or of the one who pays. */
  contact(which: 'signs' | 'pays', part: string): string {
    return `contacts.${demoId('item', this.#customer.key, which)}.${part}`;
  }

  #add(atMs: number, who: SyncActor, name: string, args: object, more: Partial<Scene> = {}): void {
    const id = demoId<'mutation'>('mutation', ...this.#words, String(this.scenes.length));
    const full = { cardId: this.cardId, ...args };
    this.scenes.push({ id, atMs, offlineForMs: 0, who, name, args: full, ends: 'applied', ...more });
  }

  #handoffId() {
    return demoId<'handoff'>('handoff', ...this.#words, String(this.#revision));
  }

  #documentId(type: DocumentType) {
    return demoId<'document'>('document', ...this.#words, type);
  }

  #questionId(path: string) {
    return demoId<'question'>('question', ...this.#words, path);
  }
}

function sectionOf(path: string): Section {
  return fieldSpecOf(path)?.section ?? 'company';
}
