import type { Notice } from '@cession/shared/notice/notice.ts';
import { useState } from 'react';
import { saveBytes } from '../../device/save-file.ts';
import { useText } from '../../text/use-text.ts';
import { renderNotice } from '../render-notice.ts';

/** The unsigned paper as a file of the person's own. */
export function usePaperFile(notice: Notice): { readonly failure: string | null; save(): Promise<void> } {
  const { t } = useText();
  const [failure, setFailure] = useState<string | null>(null);
  return {
    failure,
    save: async () => {
      const paper = await renderNotice(notice.data, notice.language);
      if (!paper.ok) return setFailure(t('notice.new.letters', { letters: paper.error.letters.join(' ') }));
      setFailure(null);
      saveBytes(`${notice.number.replace(/[^\p{L}\p{N}-]+/gu, '-')}.pdf`, paper.value.bytes, 'application/pdf');
    },
  };
}
