import { decideCeremony } from '@cession/shared/notice/decide-ceremony.ts';
import type { EvidenceView } from '@cession/shared/notice/notice-procedures.ts';
import { useId, useState } from 'react';
import { useDeskActor, useMay } from '../../../people/desk/desk-actor.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Note } from '../../../ui/note.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { showToast } from '../../../ui/toast.tsx';
import { checkId } from './checks-part.tsx';
import { momentIn } from './moment.ts';

type Decision = 'accept' | 'set-aside';

/** What waits for a person, and the decision; afterwards who decided, and why. */
export function DecidePart({ view }: { view: EvidenceView }) {
  const text = useText();
  const { t } = text;
  const { ceremony, decidedByName } = view;
  if (ceremony.decided !== null) {
    const { decision, at, because } = ceremony.decided;
    const who = { name: decidedByName ?? '', when: momentIn(text)(at) };
    return (
      <Note tone="accent" title={t(`evidence.decided.${decision}`, who)}>
        <p>{because}</p>
      </Note>
    );
  }
  if (ceremony.stage !== 'review' && ceremony.stage !== 'quarantined') return null;
  const failed = view.checks.find(({ ok }) => !ok);
  return (
    <Note
      tone={ceremony.stage === 'quarantined' ? 'wrong' : 'wait'}
      title={t(ceremony.stage === 'quarantined' ? 'evidence.quarantined' : 'evidence.decide')}
      actions={<Decide view={view} />}
    >
      {failed !== undefined && <p>{t('evidence.decideBody', { check: t(checkId(failed.check)) })}</p>}
    </Note>
  );
}

function Decide({ view }: { view: EvidenceView }) {
  const { t } = useText();
  const may = useMay();
  const { userId } = useDeskActor();
  const [deciding, setDeciding] = useState<Decision | null>(null);
  const witnessed = view.bundle?.events.some(({ body }) => body.type === 'witnessed' && body.data.userId === userId);
  if (!may('ceremony.decide')) return <p className="pb-1.5">{t('evidence.waitsFor')}</p>;
  if (witnessed === true) return <p className="pb-1.5">{t('evidence.ownWitness')}</p>;
  return (
    <span className="flex flex-wrap gap-2 pt-2 pb-2.5">
      {view.bundle !== null && <Button onPress={() => setDeciding('accept')}>{t('evidence.accept')}</Button>}
      <Button look="danger" onPress={() => setDeciding('set-aside')}>
        {t('evidence.setAside')}
      </Button>
      {deciding !== null && <DecideDialog view={view} decision={deciding} onClose={() => setDeciding(null)} />}
    </span>
  );
}

const words = {
  accept: { title: 'evidence.acceptTitle', body: 'evidence.acceptBody', act: 'evidence.accept' },
  'set-aside': { title: 'evidence.setAsideTitle', body: 'evidence.setAsideBody', act: 'evidence.setAside' },
} as const;

interface DecideDialogProps {
  view: EvidenceView;
  decision: Decision;
  onClose: () => void;
}

function DecideDialog({ view: { ceremony, debtorName }, decision, onClose }: DecideDialogProps) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const [because, setBecause] = useState('');
  const [checked, setChecked] = useState(false);
  const id = useId();
  const lacks = because.trim() === '';
  const decide = () => {
    setChecked(true);
    if (lacks) return document.getElementById(id)?.focus();
    const args = { ceremonyId: ceremony.id, noticeId: ceremony.noticeId, decision, because: because.trim() };
    const done = () => {
      showToast(t(`evidence.done.${decision}`));
      onClose();
    };
    perform(decideCeremony, args, { words: t(`evidence.do.${decision}`, { name: debtorName }), done });
  };
  return (
    <Dialog
      title={t(words[decision].title)}
      onClose={onClose}
      actions={
        <>
          <Button look={decision === 'accept' ? 'primary' : 'danger'} busy={busy !== null} onPress={decide}>
            {t(words[decision].act)}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <p className="text-ink-2">{t(words[decision].body)}</p>
      <Field id={id} label={t('evidence.because')} error={checked && lacks ? t('evidence.becauseNeed') : undefined}>
        <Textarea value={because} onChange={(text) => setBecause(text.slice(0, 500))} />
      </Field>
    </Dialog>
  );
}
