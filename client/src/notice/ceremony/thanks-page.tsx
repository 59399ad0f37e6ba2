import { useEffect, useRef } from 'react';
import { useText } from '../../text/use-text.ts';
import { NotStored } from './letter-acts.tsx';
import { LetterButton } from './letter-controls.tsx';
import { LetterPage } from './letter-frame.tsx';
import { QrCode } from './qr-code.tsx';
import { CODE_SHOWN } from './letter-record.ts';
import { copyHead } from './recording.ts';
import type { Letter } from './use-letter.ts';

/** Thanks, and what the debtor takes home: the hash of this very moment, which later events cannot change. */
export function ThanksPage({ letter, takeBack }: { letter: Letter; takeBack: () => void }) {
  const { t, locale } = useText();
  const { words, own, recording, notice } = letter;
  const head = copyHead(recording.events);
  const { outcome } = recording.state;
  useCopyWhenMissing(letter, head === null && outcome !== 'wrong-person' && outcome !== null);
  return (
    <LetterPage
      heading={words.done.thanks}
      actions={
        <LetterButton look="same" lang={locale} onPress={takeBack}>
          {t('ceremony.tabletIsBack')}
        </LetterButton>
      }
    >
      {outcome !== null && <p className="text-[1.25rem] font-semibold">{words.outcome[outcome]}</p>}
      {head !== null && (
        <section className="grid grid-cols-1 gap-3 rounded-3 border border-line bg-sheet px-5 py-5">
          <h2 className="text-[1.25rem] font-semibold">{words.done.copyHeading}</h2>
          <p>{words.done.copyText}</p>
          <QrCode text={verifyAddress(head)} alt={words.done.codeAlt} />
          <p className="text-[1rem] text-ink-2">{own.codeHint}</p>
          <p className="font-mono text-[1.25rem] break-all">{writtenAddress(head)}</p>
          <p className="text-[1rem] text-ink-2">{words.reading.code(notice.dataSha256.slice(0, 8))}</p>
        </section>
      )}
      <p className="text-[1.25rem]">{words.done.handBack}</p>
      <NotStored letter={letter} />
    </LetterPage>
  );
}

/** The public page finds a notice by any hash of its chain. */
export function verifyAddress(head: string): string {
  return `${location.origin}/verify#${head}`;
}

/** The address as somebody would write it down: twelve hex digits find one chain among all. */
export function writtenAddress(head: string): string {
  const groups = head.slice(0, 12).match(/.{4}/g) ?? [];
  return `${location.host}/verify#${groups.join('-')}`;
}

/** A tablet that died between the act and this page has the act, but not yet the copy. */
function useCopyWhenMissing({ recording }: Letter, isMissing: boolean): void {
  const asked = useRef(false);
  const { note } = recording;
  useEffect(() => {
    if (!isMissing || asked.current) return;
    asked.current = true;
    note((record) => record('copy-given', CODE_SHOWN));
  }, [isMissing, note]);
}
