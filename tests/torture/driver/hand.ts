import type { CardId } from '@cession/shared/card/card.ts';
import { createCard } from '@cession/shared/card/create-card.ts';
import { editCard } from '@cession/shared/card/edit-card.ts';
import { resolveConflict } from '@cession/shared/card/resolve-conflict.ts';
import { shareCard } from '@cession/shared/card/share-card.ts';
import { handOverCard } from '@cession/shared/handoff/hand-over-card.ts';
import type { HandoffId } from '@cession/shared/handoff/handoff.ts';
import type { Conflict } from '@cession/shared/sync/conflict.ts';
import { hungarianKft } from '../../support/sample-cards.ts';
import * as numbers from '../../support/sample-numbers.ts';
import type { Save } from './save.ts';
import { otherReps, OUR_NAME } from './what-is-there.ts';
import type { WorkParts } from './work-parts.ts';

/** A field for each phone, so that most edits meet nobody; and fields everybody reaches for. */
const OWN_FIELDS = ['portalAddress', 'purchaseOrderHow', 'deliveryAddress.street', 'postalAddress.street'] as const;
const SHARED_FIELDS = ['contractNumber', 'noticeDepartment', 'ediAddress'] as const;

export type Hand = ReturnType<typeof createHand>;

/** What a hand does, one mutation each. */
export function createHand({ sync, profile, phone, dice }: WorkParts, save: Save) {
  const unique = valuesOf(phone);
  async function edit(kind: 'edit' | 'note', cardId: CardId, path: string): Promise<void> {
    const value = unique();
    await save(kind, editCard, { cardId, changes: { [path]: value } }, path, value);
  }
  /** Answers the new card's id when it is saved, and shared with every colleague who captures cards. */
  async function begin(values: Readonly<Record<string, string | number | boolean>>): Promise<CardId | null> {
    const cardId = crypto.randomUUID() as CardId; // any UUID names a new card
    const legalName = `${OUR_NAME} ${unique()}`;
    const args = { cardId, jurisdiction: 'HU', changes: { ...values, legalName } } as const;
    if (!(await save('create', createCard, args, 'legalName', legalName))) return null;
    for (const { id } of otherReps(sync, profile)) await save('share', shareCard, { cardId, userId: id, shared: true });
    return cardId;
  }
  return {
    editOwnField: (cardId: CardId) => edit('edit', cardId, OWN_FIELDS[phone % OWN_FIELDS.length] ?? 'portalAddress'),
    editSharedField: (cardId: CardId) => edit('edit', cardId, dice.pick(SHARED_FIELDS)),
    note: (cardId: CardId) => edit('note', cardId, 'toneNote'),
    create: () => begin({}),
    /** A complete card goes to accounting. */
    async send(): Promise<void> {
      const taxNumber = numbers.hungarianTaxNumber(String(1_000_000 + dice.below(8_999_999)), '2', '41');
      const cardId = await begin({ ...hungarianKft.values, taxNumber });
      const handoffId = crypto.randomUUID() as HandoffId; // any UUID names a new handoff
      if (cardId !== null) await save('send', handOverCard, { cardId, handoffId });
    },
    resolve: ({ id, rowId, path, theirs, mine }: Conflict) => {
      const value = dice.pick([theirs, mine]);
      const fits = typeof value === 'string' ? value : null;
      return save('resolve', resolveConflict, { conflictId: id, cardId: rowId as CardId, path, value: fits }); // about a card
    },
  };
}

/** Values nobody has written before and nobody will. */
function valuesOf(phone: number): () => string {
  const life = crypto.randomUUID().slice(0, 8);
  let count = 0;
  return () => {
    count += 1;
    return `[${phone}.${life}.${count}]`;
  };
}
