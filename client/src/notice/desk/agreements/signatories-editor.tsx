import type { Signatory } from '@cession/shared/notice/agreement.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { Field } from '../../../ui/field.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';

const MOST = 6;
const NOBODY: Signatory = { name: '', title: '', authority: '', signingRule: 'sole' };
const LINES = ['name', 'title', 'authority'] as const;

interface SignatoriesEditorProps {
  id: string;
  signatories: readonly Signatory[];
  error: string | undefined;
  onChange: (signatories: Signatory[]) => void;
}

/** Who may bind the company, by what right, alone or together. */
export function SignatoriesEditor({ id, signatories, error, onChange }: SignatoriesEditorProps) {
  const { t } = useText();
  const put = (place: number, part: Partial<Signatory>) =>
    onChange(signatories.map((each, at) => (at === place ? { ...each, ...part } : each)));
  return (
    <div id={id} tabIndex={-1} className="grid gap-3">
      <h3 className="font-semibold">{t('agreement.signatoriesTitle')}</h3>
      {error !== undefined && <p className="text-1 font-semibold text-wrong">{error}</p>}
      {signatories.map((each, place) => (
        // Rows have no name of their own and are only ever added at the end.
        <fieldset key={place} className="grid gap-3 rounded-2 border border-line p-3">
          <legend className="px-1 text-1 text-ink-3">{t('agreement.signatory', { place: place + 1 })}</legend>
          {LINES.map((line) => (
            <Field key={line} label={t(`agreement.signatory.${line}`)} optional={line !== 'name'}>
              <TextInput value={each[line]} onChange={(value) => put(place, { [line]: value })} autoComplete="off" />
            </Field>
          ))}
          <Field label={t('agreement.signatory.signingRule')}>
            <Select
              value={each.signingRule}
              choices={(['sole', 'joint'] as const).map((value) => ({ value, label: t(`agreement.signs.${value}`) }))}
              onChange={(signingRule) => put(place, { signingRule })}
            />
          </Field>
          <div>
            <Button look="plain" onPress={() => onChange(signatories.filter((_, at) => at !== place))}>
              {t('agreement.signatory.remove')}
            </Button>
          </div>
        </fieldset>
      ))}
      {signatories.length < MOST && (
        <div>
          <Button look="plain" onPress={() => onChange([...signatories, NOBODY])}>
            {t('agreement.signatory.add')}
          </Button>
        </div>
      )}
    </div>
  );
}
