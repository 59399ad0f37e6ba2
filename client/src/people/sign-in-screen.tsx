import { useState } from 'react';
import { useLocation } from 'wouter';
import { LanguageLinks } from './language-links.tsx';
import { DemoPeople } from './demo-people.tsx';
import { readLeftBehind } from './left-behind.ts';
import { profileOf } from './session-store.ts';
import { useSessionState, useSessionStore } from './session.tsx';
import type { SignInProblem } from './sign-in.ts';
import { startPlace } from './start-place.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Field } from '../ui/field.tsx';
import { Note } from '../ui/note.tsx';
import { Page } from '../ui/page.tsx';
import { TextInput } from '../ui/text-input.tsx';

type Problem = SignInProblem | 'no-email' | 'no-password';

/** The door. A person whose sign-in has run out finds their e-mail filled in and nothing lost. */
export function SignInScreen() {
  const { t } = useText();
  const { email, password, problem, busy, change, submit, enter } = useSignIn();
  const [shown, setShown] = useState(false);
  const state = useSessionState();
  const known = profileOf(state);
  const hasWork = state.kind === 'open' && state.phone !== null;
  return (
    <Page
      title={t('sign-in.title')}
      back={known === null ? undefined : startPlace(known)}
      state={<LanguageLinks />}
      onSubmit={submit}
    >
      <p className="text-ink-2">{t(hasWork ? 'sign-in.again' : 'sign-in.lead')}</p>
      <LeftBehindNotes except={known?.userId} />
      {problem !== null && problem !== 'no-email' && problem !== 'no-password' && (
        <Note live tone={problem === 'wrong' || problem === 'closed' ? 'wrong' : 'wait'}>
          {t(`sign-in.${problem}`)}
        </Note>
      )}
      <Field id="email" label={t('sign-in.email')} error={problem === 'no-email' ? t('sign-in.needEmail') : undefined}>
        <TextInput
          value={email}
          onChange={(value) => change({ email: value })}
          type="email"
          inputMode="email"
          autoComplete="username"
          autoCapitalize="off"
          autoCorrect="off"
          spellCheck={false}
        />
      </Field>
      <div className="grid gap-1">
        <Field
          id="password"
          label={t('sign-in.password')}
          error={problem === 'no-password' ? t('sign-in.needPassword') : undefined}
        >
          <TextInput
            value={password}
            onChange={(value) => change({ password: value })}
            type={shown ? 'text' : 'password'}
            autoComplete="current-password"
            autoCapitalize="off"
            autoCorrect="off"
            spellCheck={false}
            enterKeyHint="go"
          />
        </Field>
        <div>
          <Button look="plain" onPress={() => setShown(!shown)}>
            {t(shown ? 'sign-in.hide' : 'sign-in.show')}
          </Button>
        </div>
      </div>
      <Button look="primary" type="submit" wide busy={busy}>
        {t('sign-in.action')}
      </Button>
      <p className="text-1 text-ink-3">{t('sign-in.newHere')}</p>
      <DemoPeople busy={busy} onChoose={enter} />
    </Page>
  );
}

/** Somebody else's work lies locked on this phone: whoever signs in should know whose. */
function LeftBehindNotes({ except }: { except: string | undefined }) {
  const { t } = useText();
  return readLeftBehind()
    .filter(({ userId }) => userId !== except)
    .map(({ userId, name }) => (
      <Note key={userId} tone="accent">
        {t('sign-in.asOther', { name })}
      </Note>
    ));
}

function useSignIn() {
  const session = useSessionStore();
  const known = profileOf(session.state());
  const [form, setForm] = useState({ email: known?.email ?? '', password: '' });
  const [problem, setProblem] = useState<Problem | null>(null);
  const [busy, setBusy] = useState(false);
  const [place, navigate] = useLocation();

  async function enter(email: string, password: string): Promise<void> {
    if (busy) return;
    setBusy(true);
    const answer = await session.signIn(email, password);
    setBusy(false);
    if (!answer.ok) return setProblem(answer.error);
    // Whoever was sent here by a link goes on to it; the door itself leads to where their work is.
    const start = startPlace(answer.value);
    if (place === '/sign-in' || start !== '/') navigate(start, { replace: true });
  }

  return {
    ...form,
    problem,
    busy,
    change: (part: Partial<typeof form>) => setForm({ ...form, ...part }),
    enter: (email: string, password: string) => void enter(email, password),
    submit: () => {
      const missing = form.email.trim() === '' ? 'no-email' : form.password === '' ? 'no-password' : null;
      setProblem(missing);
      if (missing === null) return void enter(form.email, form.password);
      document.getElementById(missing === 'no-email' ? 'email' : 'password')?.focus();
    },
  };
}
