import type { Card } from '@cession/shared/card/card.ts';
import { accountInForce } from '@cession/shared/notice/needs-renewal.ts';
import { PAPER_LANGUAGES } from '@cession/shared/notice/paper-document.ts';
import { useText } from '../../text/use-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { Select } from '../../ui/select.tsx';
import { AccountLines } from './account-lines.tsx';
import { openAgreements, type NoticeForm, type NoticeWorld } from './notice-form.ts';

export interface PartProps {
  readonly form: NoticeForm;
  readonly change: (part: Partial<NoticeForm>) => void;
}

interface AgreementPartProps extends PartProps {
  readonly card: Card;
  readonly world: NoticeWorld;
  /** What the person was asked for and has not given yet. */
  readonly missing: readonly string[];
}

const languageNames = { en: 'English', hu: 'Magyar', ru: 'Русский' } as const;

/** Which agreement, which account, which language. The account can be read here and nothing else. */
export function AgreementPart({ card, world, form, missing, change }: AgreementPartProps) {
  const { t } = useText();
  const choices = openAgreements(card, world).map((agreement) => {
    const factor = world.factors.find(({ id }) => id === agreement.factorId);
    return { value: agreement.id, label: `${factor?.legalName ?? ''} · ${agreement.number}` };
  });
  const agreement = world.agreements.find(({ id }) => id === form.agreementId);
  const account = agreement === undefined ? null : accountInForce(agreement, world.accounts);
  return (
    <>
      <Field
        id="agreement"
        label={t('notice.new.agreement')}
        error={missing.includes('agreement') ? t('notice.new.needAgreement') : undefined}
      >
        <Select value={form.agreementId} choices={choices} onChange={(agreementId) => change({ agreementId })} />
      </Field>
      <div className="grid gap-1.5">
        <Checkbox
          label={t('notice.new.withInstruction')}
          checked={form.withInstruction}
          onChange={(withInstruction) => change({ withInstruction })}
        />
        {!form.withInstruction ? (
          <Note tone="wait">{t('notice.new.accountHidden')}</Note>
        ) : account === null ? (
          <Note tone="wait">{t('notice.new.accountNone')}</Note>
        ) : (
          <section
            aria-label={t('notice.new.account')}
            className="grid gap-1 rounded-2 border border-line bg-sheet px-4 py-3"
          >
            <h2 className="text-1 font-semibold text-ink-3">{t('notice.new.account')}</h2>
            <AccountLines account={account} />
            <p className="text-1 text-ink-3">{t('notice.new.accountFixed', { version: account.version })}</p>
          </section>
        )}
      </div>
      <Field label={t('notice.new.language')}>
        <Select
          value={form.language}
          choices={PAPER_LANGUAGES.map((value) => ({ value, label: languageNames[value] }))}
          onChange={(language) => change({ language })}
        />
      </Field>
    </>
  );
}
