import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import type { TextId } from '../text/areas.ts';
import { refusalText } from '../text/refusal-text.ts';
import type { Text } from '../text/texts.ts';

/** What a person did, by the wire name of the mutation. A test asks for everything a phone can do. */
const didWords = {
  'card.create': 'outbox.did.card.create',
  'card.edit': 'outbox.did.card.edit',
  'card.discard': 'outbox.did.card.discard',
  'card.keep-both': 'outbox.did.card.keep-both',
  'card.use-existing': 'outbox.did.card.use-existing',
  'card.resolve-conflict': 'outbox.did.card.resolve-conflict',
  'card.share': 'outbox.did.card.share',
  'card.hand-over': 'outbox.did.card.hand-over',
  'card.offer-ownership': 'outbox.did.card.offer-ownership',
  'card.accept-ownership': 'outbox.did.card.accept-ownership',
  'card.decline-ownership': 'outbox.did.card.decline-ownership',
  'question.answer': 'outbox.did.question.answer',
} as const satisfies Record<string, TextId>;

export function hasWords(name: string): name is keyof typeof didWords {
  return Object.hasOwn(didWords, name);
}

/** "New card: Tisza Játék Bt." – never the name of a mutation. */
export function itemTitle(t: Text['t'], name: string, cardNamed: string | null): string {
  const values = { name: cardNamed ?? t('outbox.unnamed') };
  return hasWords(name) ? t(didWords[name], values) : t('outbox.did.other', values);
}

/** Where an unsent item is on its way. */
export function itemStatus(text: Text, item: OutboxItem, now: number): string {
  const { t, formatMoment } = text;
  switch (item.status) {
    case 'sent':
      return t('outbox.at.sent');
    case 'received':
      return t('outbox.at.received');
    case 'held':
      return t('outbox.at.held');
    case 'pending':
    case 'applied':
    case 'conflict':
    case 'rejected':
    case 'quarantined':
    case 'discarded':
      return t('outbox.at.pending', { time: formatMoment(item.at, now) });
  }
}

const faultWords = {
  unreachable: 'outbox.fault.unreachable',
  busy: 'outbox.fault.busy',
  'sign-in': 'outbox.fault.sign-in',
  forbidden: 'outbox.fault.forbidden',
  forked: 'outbox.fault.forked',
  'too-large': 'outbox.fault.too-large',
  upgrade: 'outbox.fault.upgrade',
  refused: 'outbox.fault.refused',
} as const satisfies Record<string, TextId>;

/** Why the last try brought no answer; null where there is nothing to say. */
export function faultText(t: Text['t'], lastError: string | null): string | null {
  const known = Object.entries(faultWords).find(([fault]) => fault === lastError);
  return known === undefined ? null : t(known[1]);
}

/** A rule's no, or the phone's own reason why an item cannot travel as it is. */
export function refusalWords(t: Text['t'], refusal: Refusal): string {
  switch (refusal.code) {
    case 'outbox.too-large':
      return t('outbox.parked.too-large');
    case 'outbox.unreadable':
      return t('outbox.parked.unreadable');
    case 'outbox.rejected':
      return t('outbox.rejected');
    // Every other code has its words in the list of refusals.
    default:
      return refusalText(t, refusal);
  }
}

/** "12 kB": nobody compares bytes. */
export function sizeText(text: Pick<Text, 'formatNumber'>, bytes: number): string {
  const kilobytes = Math.max(1, bytes / 1024);
  const isLarge = kilobytes >= 1024;
  return text.formatNumber(isLarge ? kilobytes / 1024 : kilobytes, {
    style: 'unit',
    unit: isLarge ? 'megabyte' : 'kilobyte',
    maximumFractionDigits: isLarge ? 1 : 0,
  });
}
