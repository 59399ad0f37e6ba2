import { editCard } from '@cession/shared/card/edit-card.ts';
import type { CardId, CardValues } from '@cession/shared/card/card.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { Drafts } from '../sync/drafts.ts';
import type { NotSaved, Perform } from '../sync/perform.ts';
import { planSave, reduceForm, type FieldEdit, type FormEvent, type FormState, type Rules } from './form-state.ts';

export type SaveOutcome =
  | { readonly kind: 'saved' }
  /** Everything else is saved; these fields hold something that does not fit and wait for a person. */
  | { readonly kind: 'unfit'; readonly paths: readonly string[] }
  | { readonly kind: 'not-saved'; readonly error: NotSaved<Refusal> };

/** One section of one card while somebody works on it. It outlives the screen until its last save has ended. */
export interface OpenForm {
  state(): FormState;
  subscribe(changed: () => void): () => void;
  send(event: FormEvent): void;
  /** Saves what differs from the card as one intent, in the transaction that takes the draft away. */
  save(): Promise<SaveOutcome>;
}

export interface FormPorts {
  readonly perform: Perform;
  readonly drafts: Pick<Drafts, 'save' | 'discard'>;
  /** The card as the phone holds it now. */
  saved(): CardValues;
}

export interface FormOf {
  readonly cardId: CardId;
  readonly draftKey: string;
  readonly rules: Rules;
  readonly opened: FormState;
}

export function openForm(ports: FormPorts, { cardId, draftKey, rules, opened }: FormOf): OpenForm {
  const { now, become, subscribe } = changing(opened);
  /** Saves wait for each other: the second one sees what the first has saved. */
  let saving: Promise<SaveOutcome> = Promise.resolve({ kind: 'saved' });

  function send(event: FormEvent): void {
    const before = now().edits;
    become(reduceForm(now(), event));
    const { edits } = now();
    if (edits === before) return;
    if (Object.keys(edits).length > 0) ports.drafts.save(draftKey, now());
    else void ports.drafts.discard(draftKey).catch(() => undefined);
  }

  async function saveNow(): Promise<SaveOutcome> {
    const sent = now().edits;
    if (Object.keys(sent).length === 0) return { kind: 'saved' };
    const { changes, unfit } = planSave(now(), ports.saved(), rules);
    const leftOver = Object.keys(unfit);
    if (Object.keys(changes).length > 0) {
      const options = leftOver.length === 0 ? { draft: draftKey } : {};
      const outcome = await ports.perform(editCard, { cardId, changes }, options);
      if (!outcome.ok) return { kind: 'not-saved', error: outcome.error };
    } else if (leftOver.length === 0) await ports.drafts.discard(draftKey).catch(() => undefined);
    become({ ...now(), edits: stillOpen(now().edits, sent, unfit) });
    // What was typed while the card was being saved, and what no field can hold, stays in the draft.
    if (Object.keys(now().edits).length > 0) ports.drafts.save(draftKey, now());
    return leftOver.length === 0 ? { kind: 'saved' } : { kind: 'unfit', paths: leftOver };
  }

  return {
    state: now,
    subscribe,
    send,
    save: () => {
      saving = saving.then(saveNow, saveNow);
      return saving;
    },
  };
}

function changing(opened: FormState) {
  let state = opened;
  const listeners = new Set<() => void>();
  return {
    now: () => state,
    become(next: FormState): void {
      if (next === state) return;
      state = next;
      for (const changed of listeners) changed();
    },
    subscribe(changed: () => void): () => void {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
  };
}

function stillOpen(
  now: FormState['edits'],
  sent: FormState['edits'],
  unfit: Readonly<Record<string, FieldEdit>>,
): FormState['edits'] {
  const open = Object.entries(now).filter(([path, edit]) => unfit[path] !== undefined || sent[path] !== edit);
  return Object.fromEntries(open);
}
