import type { AnyRefusal, RefusalCode } from '@cession/shared/mutators.ts';
import type { TextId } from './areas.ts';
import type { Text } from './texts.ts';

/** The words of every refusal there is: a new one in the lists does not compile without its words. */
const words = {
  'permission.denied': 'refusal.permission.denied',
  'mutation.malformed': 'refusal.mutation.malformed',
  'mutation.too-large': 'refusal.mutation.too-large',
  'mutation.unsupported': 'refusal.mutation.unsupported',
  'mutation.waits': 'refusal.mutation.waits',
  'mutation.newer-than-server': 'refusal.mutation.newer-than-server',
  'mutation.mismatch': 'refusal.mutation.mismatch',
  'mutation.failed': 'refusal.mutation.failed',
  'card.duplicate': 'refusal.card.duplicate',
  'conflict.open': 'refusal.conflict.open',
  'card.exists': 'refusal.card.exists',
  'card.not-found': 'refusal.card.not-found',
  'card.with-accounting': 'refusal.card.with-accounting',
  'card.known-to-accounting': 'refusal.card.known-to-accounting',
  'card.too-full': 'refusal.card.too-full',
  'card.same': 'refusal.card.same',
  'person.not-found': 'refusal.person.not-found',
  'card.owned-already': 'refusal.card.owned-already',
  'card.not-offered': 'refusal.card.not-offered',
  'conflict.not-found': 'refusal.conflict.not-found',
  'conflict.resolved-already': 'refusal.conflict.resolved-already',
  'conflict.value-does-not-fit': 'refusal.conflict.value-does-not-fit',
  'handoff.exists': 'refusal.handoff.exists',
  'card.accepted-already': 'refusal.card.accepted-already',
  'card.incomplete': 'refusal.card.incomplete',
  'queue.needs-signal': 'refusal.queue.needs-signal',
  'queue.not-waiting': 'refusal.queue.not-waiting',
  'queue.held': 'refusal.queue.held',
  'queue.not-yours': 'refusal.queue.not-yours',
  'queue.snooze-in-the-past': 'refusal.queue.snooze-in-the-past',
  'handoff.not-found': 'refusal.handoff.not-found',
  'handoff.not-current': 'refusal.handoff.not-current',
  'handoff.too-late-to-undo': 'refusal.handoff.too-late-to-undo',
  'handoff.answered-already': 'refusal.handoff.answered-already',
  'question.exists': 'refusal.question.exists',
  'question.not-found': 'refusal.question.not-found',
  'question.answered-already': 'refusal.question.answered-already',
} as const satisfies Record<RefusalCode, TextId>;

/** A refusal in words. One this version does not know (a newer server's) still says something true. */
export function refusalText(t: Text['t'], refusal: { readonly code: string }): string {
  if (!isKnown(refusal)) return t('refusal.mutation.malformed');
  if (refusal.code === 'card.duplicate') {
    return t(words['card.duplicate'], { name: refusal.name, ownerName: refusal.ownerName });
  }
  if (refusal.code === 'card.incomplete') return t(words['card.incomplete'], { count: refusal.missing.length });
  return t(words[refusal.code]);
}

function isKnown(refusal: { readonly code: string }): refusal is AnyRefusal {
  return Object.hasOwn(words, refusal.code);
}
