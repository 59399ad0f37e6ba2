import { useText } from '../../../text/use-text.ts';
import { ButtonLink } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';

/** An address that leads to no notice of this company. */
export function NoticeGone() {
  const { t } = useText();
  return (
    <div className="p-4 desk:p-6">
      <EmptyState title={t('board.gone')} action={<ButtonLink href="/desk/notices">{t('board.back')}</ButtonLink>}>
        {t('board.goneBody')}
      </EmptyState>
    </div>
  );
}
