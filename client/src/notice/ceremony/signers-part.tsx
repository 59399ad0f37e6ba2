import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { gapText } from './gap-text.ts';
import { SignerFields } from './signer-fields.tsx';
import { emptySigner, MOST_SIGNERS, type SignerDraft, type SignerForm, type SignerGap } from './signer-form.ts';

interface SignersPartProps {
  form: SignerForm;
  gaps: readonly SignerGap[];
  onChange: (form: SignerForm) => void;
}

/** Who receives the notice, alone or together. */
export function SignersPart({ form, gaps, onChange }: SignersPartProps) {
  const { t } = useText();
  const { rule, people } = form;
  const ruleGap = gaps.find(({ kind }) => kind === 'needSecond' || kind === 'tooMany');
  const put = (key: string, part: Partial<SignerDraft>) =>
    onChange({ ...form, people: people.map((person) => (person.key === key ? { ...person, ...part } : person)) });
  const nextKey = String(people.length + 1 + people.filter(({ key }) => /^\d+$/.test(key)).length);
  return (
    <section aria-label={t('ceremony.check.people')} className="grid grid-cols-1 gap-4">
      <h2 className="text-3 font-semibold">{t('ceremony.check.people')}</h2>
      <RadioGroup
        id="signing-rule"
        legend={t('ceremony.check.rule')}
        value={rule}
        choices={[
          { value: 'sole', label: t('ceremony.check.sole') },
          { value: 'joint', label: t('ceremony.check.joint') },
        ]}
        onChange={(value) =>
          onChange({
            rule: value,
            people: value === 'joint' && people.length < 2 ? [...people, emptySigner(nextKey)] : people,
          })
        }
        error={ruleGap === undefined ? undefined : gapText(t, ruleGap.kind, 0)}
      />
      {people.map((person, at) => (
        <SignerFields
          key={person.key}
          signer={person}
          place={at + 1}
          gaps={gaps}
          onChange={(part) => put(person.key, part)}
          onRemove={
            people.length > 1
              ? () => onChange({ ...form, people: people.filter(({ key }) => key !== person.key) })
              : null
          }
        />
      ))}
      {rule === 'joint' && people.length < MOST_SIGNERS && (
        <div>
          <Button onPress={() => onChange({ ...form, people: [...people, emptySigner(nextKey)] })}>
            {t('ceremony.check.add')}
          </Button>
        </div>
      )}
    </section>
  );
}
