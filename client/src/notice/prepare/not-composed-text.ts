import type { ComposeRefusal } from '@cession/shared/notice/compose-notice.ts';
import type { Text } from '../../text/texts.ts';

/** Why the form makes no notice, and what to do about it. */
export function notComposedText(t: Text['t'], refusal: ComposeRefusal): string {
  switch (refusal.code) {
    case 'notice.no-account':
      return t('notice.new.noAccount');
    case 'notice.agreement-ended':
      return t('notice.new.ended');
    case 'notice.debtor-incomplete':
      return t('notice.new.debtorIncomplete');
  }
}
