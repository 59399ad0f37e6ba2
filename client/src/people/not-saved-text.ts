import type { Refusal } from '@cession/shared/sync/refusal.ts';
import type { NotSaved } from '../sync/perform.ts';
import { refusalText } from '../text/refusal-text.ts';
import type { Text } from '../text/texts.ts';

/** Why nothing was written, in words. The form stays open, so the person can act on them. */
export function notSavedText(t: Text['t'], failure: NotSaved<Refusal>): string {
  switch (failure.kind) {
    case 'refused':
      return refusalText(t, failure.refusal);
    case 'bad-args':
      return t('sync.notSaved.badArgs');
    case 'too-large':
      return t('sync.notSaved.tooLarge');
    case 'not-replaceable':
      return t('sync.notSaved.decided');
    case 'storage':
      return t(failure.fault === 'full' ? 'sync.notSaved.full' : 'sync.notSaved.storage');
  }
}
