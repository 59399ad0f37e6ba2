import { PartyNumber } from '@cession/shared/notice/agreement.ts';
import { X } from 'lucide-react';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Select } from '../../../ui/select.tsx';
import { TextInput } from '../../../ui/text-input.tsx';

const KINDS = PartyNumber.shape.kind.options;
const MOST = 12;

export interface NumberForm {
  readonly kind: PartyNumber['kind'] | '';
  readonly value: string;
}

interface NumbersEditorProps {
  id: string;
  numbers: readonly NumberForm[];
  error: string | undefined;
  onChange: (numbers: NumberForm[]) => void;
}

/** Tax and register numbers as they are printed; each with its kind. */
export function NumbersEditor({ id, numbers, error, onChange }: NumbersEditorProps) {
  const { t } = useText();
  const put = (place: number, part: Partial<NumberForm>) =>
    onChange(numbers.map((each, at) => (at === place ? { ...each, ...part } : each)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 font-semibold">{t('agreement.party.numbers')}</legend>
      {error !== undefined && <p className="text-1 font-semibold text-wrong">{error}</p>}
      {numbers.map((each, place) => (
        // Rows have no name of their own and are only ever added at the end.
        <div key={place} className="grid grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-center gap-2">
          <Select
            label={t('agreement.party.numberKind', { place: place + 1 })}
            value={each.kind}
            choices={KINDS.map((value) => ({ value, label: t(`agreement.numberKind.${value}`) }))}
            onChange={(kind) => put(place, { kind })}
          />
          <TextInput
            code
            aria-label={t('agreement.party.numberValue', { place: place + 1 })}
            value={each.value}
            onChange={(value) => put(place, { value })}
          />
          <IconButton
            label={t('agreement.party.numberRemove', { place: place + 1 })}
            onPress={() => onChange(numbers.filter((_, at) => at !== place))}
          >
            <X aria-hidden size={18} />
          </IconButton>
        </div>
      ))}
      {numbers.length < MOST && (
        <div id={id} tabIndex={-1}>
          <Button look="plain" onPress={() => onChange([...numbers, { kind: '', value: '' }])}>
            {t('agreement.party.numberAdd')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}
