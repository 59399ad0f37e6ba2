import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { UnsentNotes } from '../../../people/desk/unsent-notes.tsx';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field } from '../../../ui/field.tsx';
import { Note } from '../../../ui/note.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import { Textarea } from '../../../ui/textarea.tsx';
import { AccountFacts } from './account-facts.tsx';
import { NumberField } from './number-field.tsx';
import { partsOf, usePropose } from './use-propose.ts';

interface ProposeDialogProps {
  agreement: Agreement;
  /** The newest version there is, in whatever state; null: the first one. */
  newest: PayeeAccount | null;
  inForce: PayeeAccount | null;
  onClose: () => void;
}

/** A new version of the account, checked digit by digit while it is typed. Nothing is in force by this alone. */
export function ProposeDialog({ agreement, newest, inForce, onClose }: ProposeDialogProps) {
  const { t } = useText();
  const propose = usePropose({ agreement, newest, onClose });
  const { form, change, formId, lacks, busy } = propose;
  const wrong = (name: string) => (lacks.includes(name) ? t('agreement.fill') : undefined);
  return (
    <Dialog
      roomy={inForce !== null}
      title={t('agreement.propose.title', { number: agreement.number })}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onPress={propose.send}>
            {t('agreement.propose.now')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      <UnsentNotes />
      <p className="text-ink-2">{t('agreement.propose.body')}</p>
      {newest?.status === 'proposed' && <Note tone="wait" title={t('agreement.propose.replaces')} />}
      <div className={inForce === null ? 'grid gap-4' : 'grid gap-5 desk:grid-cols-2'}>
        <div className="grid content-start gap-4">
          <Field
            id={`${formId}-holderName`}
            label={t('agreement.account.holder')}
            hint={t('agreement.propose.holderHint')}
            error={wrong('holderName')}
          >
            <TextInput value={form.holderName} onChange={(holderName) => change({ holderName })} autoComplete="off" />
          </Field>
          <Field id={`${formId}-bankName`} label={t('agreement.account.bank')} optional>
            <TextInput value={form.bankName} onChange={(bankName) => change({ bankName })} autoComplete="off" />
          </Field>
          {partsOf(agreement).map(({ part, optional }) => (
            <NumberField
              key={part}
              id={`${formId}-${part}`}
              part={part}
              optional={optional}
              value={form.numbers[part] ?? ''}
              check={propose.checkOf(part)}
              onChange={(value) => change({ numbers: { ...form.numbers, [part]: value } })}
            />
          ))}
          <Field
            id={`${formId}-because`}
            label={t('agreement.propose.because')}
            hint={t('agreement.propose.becauseHint')}
            error={wrong('because')}
          >
            <Textarea
              value={form.because}
              rows={2}
              onChange={(because) => change({ because: because.slice(0, 300) })}
            />
          </Field>
        </div>
        {inForce !== null && (
          <div className="grid content-start gap-2">
            <h3 className="font-semibold text-ink-2">{t('agreement.proposal.now')}</h3>
            <AccountFacts account={inForce} beside before={null} />
          </div>
        )}
      </div>
    </Dialog>
  );
}
