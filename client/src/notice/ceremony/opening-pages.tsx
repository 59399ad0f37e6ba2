import { PAPER_LANGUAGES } from '@cession/shared/notice/paper-document.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useText } from '../../text/use-text.ts';
import { NotStored } from './letter-acts.tsx';
import { LetterButton } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import type { Letter } from './use-letter.ts';

/** First of all the language: each under its own name, so that nobody must read another to find theirs. */
export function LanguagePage({ letter }: { letter: Letter }) {
  const { notice, words } = letter;
  const order = [notice.language, ...PAPER_LANGUAGES.filter((language) => language !== notice.language)];
  return (
    <LetterPage heading={words.greeting.heading}>
      <p>{words.greeting.text(notice.data.supplier.legalName, notice.number)}</p>
      <NotStored letter={letter} />
      <div role="group" aria-label={words.language.choose} className="mt-2 grid grid-cols-1 gap-3">
        {order.map((language) => (
          <LetterButton
            key={language}
            lang={language}
            look={language === notice.language ? 'act' : 'same'}
            disabled={letter.recording.busy}
            onPress={() => letter.chooseLanguage(language)}
          >
            <span className="py-2 text-[1.375rem]">{ceremonyWords(language).language.own}</span>
          </LetterButton>
        ))}
      </div>
    </LetterPage>
  );
}

/** "You are …": their own name first, said by the app, confirmed by them. */
export function IdentityPage({ letter }: { letter: Letter }) {
  const { words, signer, notice, recording } = letter;
  if (signer === null) return null;
  const company = notice.data.debtor.legalName;
  return (
    <LetterPage
      heading={words.identity.heading}
      actions={
        <>
          <LetterButton disabled={recording.busy} onPress={letter.confirmIdentity}>
            {words.identity.yes}
          </LetterButton>
          <LetterButton look="same" disabled={recording.busy} onPress={() => letter.go('not-me')}>
            {words.identity.no}
          </LetterButton>
        </>
      }
    >
      <div className="rounded-3 border border-line bg-sheet px-5 py-5">
        <p className="text-[1.625rem]/[1.25] font-semibold">{signer.name}</p>
        {signer.title !== '' && <p className="mt-1">{signer.title}</p>}
        <p className="mt-1 text-ink-2">{company}</p>
        {signer.authorityReference !== '' && <p className="mt-1 text-[1rem] text-ink-2">{signer.authorityReference}</p>}
      </div>
      <p>{words.identity.question({ name: signer.name, title: signer.title, company })}</p>
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** A misspelt name is put right by the rep; another person says who it should be. */
export function NotMePage({ letter, takeBack }: { letter: Letter; takeBack: () => void }) {
  const { t, locale } = useText();
  const { words } = letter;
  return (
    <LetterPage
      heading={words.identity.heading}
      actions={
        <>
          <LetterButton look="same" lang={locale} onPress={takeBack}>
            {t('ceremony.tabletIsBack')}
          </LetterButton>
          <LetterButton look="same" onPress={() => letter.go('wrong-person')}>
            {words.wrongPerson.open}
          </LetterButton>
          <LetterButton look="same" onPress={letter.back}>
            {letter.own.goBack}
          </LetterButton>
        </>
      }
    >
      <p>{words.identity.corrected}</p>
    </LetterPage>
  );
}

/** The first has signed; the tablet goes to the next. */
export function NextSignerPage({ letter }: { letter: Letter }) {
  const { words, signer, notice, recording, place } = letter;
  if (signer === null) return null;
  const company = notice.data.debtor.legalName;
  const count = recording.state.prepared?.signers.length ?? 1;
  const note = words.joint.other;
  return (
    <LetterPage
      heading={words.joint.handOver}
      actions={
        <>
          <LetterButton onPress={() => letter.go('language')}>{signer.name}</LetterButton>
          <LetterButton
            look="same"
            disabled={recording.busy}
            onPress={() => letter.decline('received-only', { signer: null, incomingNumber: '', note })}
          >
            {words.joint.other}
          </LetterButton>
        </>
      }
    >
      <p className="rounded-3 border-2 border-proven bg-proven-soft px-5 py-4 font-semibold text-proven">
        {words.sign.saved}
      </p>
      <p>{words.joint.text(place.signer + 1, count)}</p>
      <p className="text-[1.375rem]/[1.3] font-semibold">
        {words.joint.next({ name: signer.name, title: signer.title, company })}
      </p>
      <NotStored letter={letter} />
    </LetterPage>
  );
}
