import { useState } from 'react';
import { useSession } from '../../people/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { TextInput } from '../../ui/text-input.tsx';

type Problem = 'wrong' | 'too-many' | 'unreachable' | 'closed';

/** The way out is the password, and it needs the network: the server must say who this is. */
export function ForgotPin({ onSignedIn, onBack }: { onSignedIn: () => void; onBack: () => void }) {
  const { t } = useText();
  const { profile, signIn } = useSession();
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const submit = async () => {
    setBusy(true);
    const answer = await signIn(profile.email, password);
    setBusy(false);
    if (answer.ok) onSignedIn();
    else setProblem(answer.error);
  };
  return (
    <form
      noValidate
      autoComplete="off"
      className="mx-auto grid w-full max-w-sm gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy && password !== '') void submit();
      }}
    >
      <p className="text-ink-2">{t('ceremony.pin.forgotHint', { email: profile.email })}</p>
      {problem !== null && (
        <Note live tone={problem === 'wrong' || problem === 'closed' ? 'wrong' : 'wait'}>
          {t(`sign-in.${problem}`)}
        </Note>
      )}
      <Field label={t('sign-in.password')}>
        <TextInput
          value={password}
          onChange={setPassword}
          type="password"
          autoComplete="off"
          autoCapitalize="off"
          enterKeyHint="go"
        />
      </Field>
      <Button look="primary" type="submit" wide busy={busy} disabled={password === ''}>
        {t('ceremony.pin.signIn')}
      </Button>
      <Button wide onPress={onBack}>
        {t('action.back')}
      </Button>
    </form>
  );
}
