import { Plus } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { BottomBar } from '../ui/bottom-bar.tsx';
import { ButtonLink } from '../ui/button.tsx';

/** The promise of Today and Cards: the next customer is one tap away. */
export function NewCardBar() {
  const { t } = useText();
  return (
    <BottomBar>
      <ButtonLink look="primary" wide href="/cards/new" icon={<Plus aria-hidden size={20} />}>
        {t('today.newCard')}
      </ButtonLink>
    </BottomBar>
  );
}
