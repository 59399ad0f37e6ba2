import { useLocation } from 'wouter';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { keepPlace } from './place-before-sign-in.ts';

/** To the door and back to this very place. */
export function SignInLink() {
  const { t } = useText();
  const [place, go] = useLocation();
  return (
    <Button
      look="plain"
      onPress={() => {
        keepPlace(place);
        go('/sign-in');
      }}
    >
      {t('ask.signIn')}
    </Button>
  );
}
