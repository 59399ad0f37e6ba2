import { createCard } from '@cession/shared/card/create-card.ts';
import { keepBoth } from '@cession/shared/card/keep-both.ts';
import { useExisting as joinExisting } from '@cession/shared/card/use-existing.ts';
import type { CardChanges } from '@cession/shared/card/card-changes.ts';
import type { CardId, CardValues } from '@cession/shared/card/card.ts';
import type { CardPath } from '@cession/shared/card/card-fields.ts';
import type { Id } from '@cession/shared/kernel/id.ts';
import { err, ok, type Result } from '@cession/shared/kernel/result.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';
import { useEffect, useMemo, useRef, useState } from 'react';
import { holdReload } from '../device/hold-reload.ts';
import { newId } from '../device/new-id.ts';
import { readPreference, savePreference } from '../device/preference.ts';
import { useDraft, useSync } from '../sync/live.ts';
import type { NotSaved, Perform } from '../sync/perform.ts';
import { NEW_CARD_DRAFT } from './card-drafts.ts';
import { keepPasteMarks } from './paste-marks.ts';
import { createChanges, isBegun, NewCard, rulesOf } from './new-card-state.ts';
import type { Rules } from './form-state.ts';
import { useRules } from './use-rules.ts';

const COUNTRY = 'new-card.country';

/** The draft that was left behind, or a blank card; undefined while it is being read. */
export function useLiveNewCard(): NewCard | undefined {
  const { value } = useDraft<unknown>(NEW_CARD_DRAFT);
  const [blank] = useState(blankCard);
  const [found, setFound] = useState<NewCard | undefined>();
  if (found === undefined && value !== undefined) {
    const parsed = NewCard.safeParse(value);
    setFound(parsed.success ? parsed.data : blank);
  }
  return found;
}

export interface NewCardForm {
  readonly card: NewCard;
  readonly rules: Rules;
  /** What would be saved now. */
  readonly values: CardValues;
  readonly unfit: readonly CardPath[];
  readonly draft: ReturnType<typeof useDraft>['state'];
  change(change: Partial<Omit<NewCard, 'cardId'>>): void;
  create(): Promise<Result<CardId, NotSaved<Refusal>>>;
  /** It is a card the company has: this one ends, and what was typed fills what that one lacks. */
  join(existing: CardId): Promise<Result<CardId, NotSaved<Refusal>>>;
  discard(): Promise<() => void>;
}

export function useNewCardForm(opened: NewCard): NewCardForm {
  const { perform, drafts } = useSync();
  const { state: draft } = useDraft<unknown>(NEW_CARD_DRAFT);
  const [card, setCard] = useState(opened);
  /** An undo pressed seconds later changes the card as it is by then. */
  const latest = useRef(opened);
  const jurisdiction = rulesOf(card.country);
  const rules = useRules(jurisdiction);
  const { changes, unfit } = useMemo(() => createChanges(card, rules.allowSamples), [card, rules.allowSamples]);
  const values = useMemo(() => filled(changes), [changes]);
  useHoldReload(isBegun(card));
  const create = async () => {
    const created = await createFrom(perform, card, changes);
    if (!created.ok) return created;
    savePreference(COUNTRY, card.country);
    const marks = card.pasted.map((path) => [path, { value: values[path] ?? null, before: null }]);
    keepPasteMarks(card.cardId, Object.fromEntries(marks));
    return created;
  };
  return {
    card,
    rules,
    values,
    unfit,
    draft,
    create,
    change: (change) => {
      const next = { ...latest.current, ...change };
      latest.current = next;
      setCard(next);
      drafts.save(NEW_CARD_DRAFT, next);
    },
    join: async (existingId) => {
      const created = await create();
      if (!created.ok) return created;
      const joined = await perform(joinExisting, { draftId: created.value, existingId });
      return joined.ok ? ok(existingId) : err(joined.error);
    },
    discard: () => drafts.discard(NEW_CARD_DRAFT),
  };
}

function useHoldReload(isBegunNow: boolean): void {
  useEffect(() => (isBegunNow ? holdReload('new card') : undefined), [isBegunNow]);
}

async function createFrom(
  perform: Perform,
  { cardId, country, kept }: NewCard,
  changes: CardChanges,
): Promise<Result<CardId, NotSaved<Refusal>>> {
  const args = { cardId, jurisdiction: rulesOf(country), changes };
  const created = await perform(createCard, args, { draft: NEW_CARD_DRAFT });
  if (!created.ok) return created;
  for (const { otherId, because } of kept) await perform(keepBoth, { cardId, otherId, because });
  return ok(cardId);
}

function blankCard(): NewCard {
  const country = readPreference(COUNTRY) ?? 'HU';
  const blank = { cardId: newId() as Id<'card'>, country, typed: {}, pasted: [], kept: [] }; // a new card's own id
  return NewCard.safeParse(blank).success ? blank : { ...blank, country: 'HU' };
}

function filled(changes: Readonly<Record<string, unknown>>): CardValues {
  // createChanges makes no null but for emptied fields, and a new card has none
  return Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== null)) as CardValues;
}
