import { cards, type Card, type CardValues } from '@cession/shared/card/card.ts';
import type { CardPath, Section } from '@cession/shared/card/card-fields.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { holdReload } from '../device/hold-reload.ts';
import { useSync } from '../sync/live.ts';
import type { DraftState } from '../sync/drafts.ts';
import type { NotSaved } from '../sync/perform.ts';
import type { Sync } from '../sync/start-sync.ts';
import { draftKeyOf } from './card-drafts.ts';
import { typedIn, valuesOf, type FormState, type Rules } from './form-state.ts';
import { openForm, type FormPorts, type OpenForm, type SaveOutcome } from './open-form.ts';
import type { Typed } from './stored-value.ts';

export interface SectionForm {
  readonly card: Card;
  readonly rules: Rules;
  readonly state: FormState;
  /** The card with what is typed here. */
  readonly values: CardValues;
  readonly draft: DraftState;
  typed(path: CardPath): Typed;
  type(path: CardPath, typed: Typed): void;
  leave(path: CardPath): void;
  send: OpenForm['send'];
  save(): Promise<SaveOutcome>;
}

/** `tell` hears of a save that did not work after the person has gone on. */
export function useSectionForm(
  card: Card,
  section: Section,
  rules: Rules,
  opened: FormState,
  tell: (error: NotSaved<Refusal>) => void,
): SectionForm {
  const sync = useSync();
  const draftKey = draftKeyOf(card.id, section);
  const [latest] = useState<Latest>({ sync, tell });
  const [form] = useState(() => openForm(portsOf(latest, card), { cardId: card.id, draftKey, rules, opened }));
  useEffect(() => {
    Object.assign(latest, { sync, tell });
  });
  const state = useSyncExternalStore(form.subscribe, form.state);
  const draft = useSyncExternalStore(sync.drafts.subscribe, () => sync.drafts.state(draftKey));
  useSaveOnLeaving(form, latest);
  const isDirty = Object.keys(state.edits).length > 0;
  useEffect(() => (isDirty ? holdReload('card form') : undefined), [isDirty]);
  const values = useMemo(() => valuesOf(state, card.values, rules), [state, card.values, rules]);
  return {
    card,
    rules,
    state,
    values,
    draft,
    typed: (path) => typedIn(state, path, card.values),
    type: (path, typed) => form.send({ type: 'typed', path, typed, saved: card.values }),
    leave: (path) => form.send({ type: 'left', path, saved: card.values, rules }),
    send: form.send,
    save: form.save,
  };
}

/** One form lives as long as its screen, whatever arrives meanwhile; it asks for the spine when it needs it. */
interface Latest {
  sync: Sync;
  tell: (error: NotSaved<Refusal>) => void;
}

function portsOf(latest: Latest, card: Card): FormPorts {
  return {
    perform: (mutator, args, options) => latest.sync.perform(mutator, args, options),
    drafts: {
      save: (key, value) => latest.sync.drafts.save(key, value),
      discard: (key) => latest.sync.drafts.discard(key),
    },
    saved: () => rowOf(latest.sync, card.id)?.values ?? card.values,
  };
}

/** Back, a link, a tab: however the person leaves, what they typed is part of the card. */
function useSaveOnLeaving(form: OpenForm, latest: Latest): void {
  useEffect(
    () => () => {
      void form
        .save()
        .then((outcome) => outcome.kind === 'not-saved' && latest.tell(outcome.error))
        .catch(reportError);
    },
    [form, latest],
  );
}

function rowOf(sync: Sync, cardId: string): Card | null {
  // Rows come into the view only after their table's schema has passed them.
  return sync.mirror.row(`${cards.name}:${cardId}`) as Card | null;
}
