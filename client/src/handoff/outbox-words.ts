import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { OutboxItem } from '../sync/outbox.ts';
import type { TextId } from '../text/areas.ts';
import { refusalText } from '../text/refusal-text.ts';
import type { Text } from '../text/texts.ts';

/** Several things a person does share one sentence. */
const sentenceOf = (name: string): string =>
  name.startsWith('document.') ? 'document' : name.startsWith('original.') ? 'original' : name;

/** The text that says what a person did, by the wire name of the mutation. A test asks for everything a phone can do. */
export function didText(name: string): string {
  return `outbox.did.${sentenceOf(name)}`;
}

/** "New card: Tisza Játék Bt." – never the name of a mutation. */
export function itemTitle(t: Text['t'], name: string, cardNamed: string | null): string {
  const values = { name: cardNamed ?? t('outbox.unnamed') };
  // A mutation of a newer app has no sentence here; all such sentences take the same values.
  const said = t(didText(name) as 'outbox.did.other', values);
  return said === '…' ? t('outbox.did.other', values) : said;
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
