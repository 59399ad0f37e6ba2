import type { SignerIdentity } from '@cession/shared/notice/evidence.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { gapText } from './gap-text.ts';
import type { SignerDraft, SignerGap } from './signer-form.ts';

const AUTHORITIES = ['statutory', 'power-of-attorney', 'apparent'] as const;
const WAYS = ['known', 'id-seen', 'business-card', 'power-of-attorney'] as const;

interface SignerFieldsProps {
  signer: SignerDraft;
  place: number;
  gaps: readonly SignerGap[];
  onChange: (part: Partial<SignerIdentity>) => void;
  /** null: the only one stays. */
  onRemove: (() => void) | null;
}

/** One person who is to receive the notice: name, what they may do, how the rep knows them. */
export function SignerFields({ signer, place, gaps, onChange, onRemove }: SignerFieldsProps) {
  const { t, locale } = useText();
  const words = ceremonyWords(locale);
  const errorOf = (kind: 'needName' | 'needPower' | 'needIdentified') =>
    gaps.some((gap) => gap.kind === kind && gap.key === signer.key) ? gapText(t, kind, place) : undefined;
  const isPower = signer.authority === 'power-of-attorney';
  return (
    <fieldset className="grid min-w-0 grid-cols-1 gap-4 rounded-3 border border-line bg-sheet px-4 py-4">
      <legend className="sr-only">{t('ceremony.check.person', { place })}</legend>
      <Field
        id={`name-${signer.key}`}
        label={t('ceremony.check.name')}
        hint={signer.isFromCard ? t('ceremony.check.fromCard') : undefined}
        error={errorOf('needName')}
      >
        <TextInput value={signer.name} onChange={(name) => onChange({ name })} autoComplete="off" spellCheck={false} />
      </Field>
      <Field label={t('ceremony.check.position')} optional>
        <TextInput value={signer.title} onChange={(title) => onChange({ title })} autoComplete="off" />
      </Field>
      <RadioGroup
        legend={t('ceremony.check.authority')}
        value={signer.authority}
        choices={AUTHORITIES.map((value) => ({ value, label: words.authority[value] }))}
        onChange={(authority) => onChange({ authority })}
      />
      {signer.authority !== 'apparent' && (
        <Field
          id={`power-${signer.key}`}
          label={t(isPower ? 'ceremony.check.power' : 'ceremony.check.reference')}
          optional={!isPower}
          error={errorOf('needPower')}
        >
          <TextInput
            value={signer.authorityReference}
            onChange={(authorityReference) => onChange({ authorityReference })}
            autoComplete="off"
          />
        </Field>
      )}
      <RadioGroup
        id={`identified-${signer.key}`}
        legend={t('ceremony.check.identified')}
        value={signer.identifiedBy === '' ? null : signer.identifiedBy}
        choices={WAYS.map((value) => ({ value, label: t(`ceremony.check.way.${value}`) }))}
        onChange={(identifiedBy) => onChange({ identifiedBy })}
        hint={t('ceremony.check.identifiedHint')}
        error={errorOf('needIdentified')}
      />
      {onRemove !== null && (
        <div>
          <Button look="danger" onPress={onRemove}>
            {t('ceremony.check.remove', { name: signer.name || t('ceremony.check.person', { place }) })}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
