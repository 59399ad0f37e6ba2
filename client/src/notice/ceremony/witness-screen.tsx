import type { EvidenceEvent, SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import type { CeremonyOutcome, Notice } from '@cession/shared/notice/notice.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useState } from 'react';
import { useSession } from '../../people/session.tsx';
import { formatLocales } from '../../text/locale.ts';
import { useText } from '../../text/use-text.ts';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Row } from '../../ui/link-row.tsx';
import { Note } from '../../ui/note.tsx';
import { Page } from '../../ui/page.tsx';
import { BringIntoView } from '../bring-into-view.tsx';
import { RowList } from '../../ui/row-list.tsx';
import { Textarea } from '../../ui/textarea.tsx';
import type { Recording } from './recording.ts';

interface WitnessScreenProps {
  notice: Notice;
  recording: Recording;
  outcome: CeremonyOutcome;
  onWitnessed: () => void;
}

const NOTE_LENGTH = 2000;

/** The rep says, in words that go into the evidence, what they saw. */
export function WitnessScreen({ notice, recording, outcome, onWitnessed }: WitnessScreenProps) {
  const { t, locale } = useText();
  const { profile } = useSession();
  const [note, setNote] = useState('');
  const words = ceremonyWords(locale);
  const present = presentNames(recording.state, outcome, formatLocales[locale]);
  const company = notice.data.debtor.legalName;
  const statement = words.witness[outcome]({ witness: profile.name, present, company, number: notice.number });
  const reason = reasonIn(recording.events.map(({ body }) => body));
  const confirm = () => {
    const data = { userId: profile.userId, statement: statement.slice(0, NOTE_LENGTH), note: note.trim() };
    void recording.act((record) => record('witnessed', data), onWitnessed);
  };
  return (
    <Page
      title={t('ceremony.witness.title')}
      bottom={
        <BottomBar>
          <Button look="primary" wide busy={recording.busy} onPress={confirm}>
            {words.witnessAct}
          </Button>
        </BottomBar>
      }
    >
      {recording.failed && (
        <BringIntoView>
          <Note live tone="wrong" title={t('ceremony.notStored')}>
            {t('ceremony.notStoredBody')}
          </Note>
        </BringIntoView>
      )}
      <RowList>
        <Row title={words.outcome[outcome]} detail={`${company} · ${notice.number}`} />
        {present !== '' && <Row title={t('ceremony.witness.signers')} detail={present} />}
        {reason !== null && (
          <Row
            title={t('ceremony.witness.reason')}
            detail={[words.refuse.reasons[reason.reason], reason.note].filter(Boolean).join(' · ')}
          />
        )}
      </RowList>
      <section className="grid grid-cols-1 gap-2">
        <h2 className="font-semibold">{t('ceremony.witness.state')}</h2>
        <blockquote className="rounded-3 border-2 border-accent bg-sheet px-4 py-3.5 text-3">{statement}</blockquote>
      </section>
      <Field label={t('ceremony.witness.note')} hint={t('ceremony.witness.noteHint')} optional>
        <Textarea value={note} onChange={(text) => setNote(text.slice(0, NOTE_LENGTH))} />
      </Field>
    </Page>
  );
}

/** Who was there: those who signed, else those who said who they are. */
function presentNames(state: CeremonyState, outcome: CeremonyOutcome, tag: string): string {
  const signers: readonly SignerIdentity[] = state.prepared?.signers ?? [];
  const hasSigned = outcome === 'acknowledged' || outcome === 'with-exceptions';
  const places = hasSigned ? state.signed : outcome === 'wrong-person' ? [] : state.identified;
  const names = [...new Set(places)].map((at) => signers[at]?.name ?? '').filter(Boolean);
  return new Intl.ListFormat(tag, { type: 'conjunction' }).format(names);
}

function reasonIn(events: readonly EvidenceEvent[]) {
  const refused = events.findLast((event) => event.type === 'refused');
  return refused === undefined ? null : refused.data;
}
