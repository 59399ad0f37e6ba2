import { choicesIn } from '@cession/shared/card/card-choices.ts';
import type { CardPath, FieldSpec } from '@cession/shared/card/card-fields.ts';
import { EU_COUNTRIES, type Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { people, type Person } from '@cession/shared/people/actor.ts';
import { useMemo, type ClipboardEvent } from 'react';
import { useRows } from '../sync/live.ts';
import type { Locale } from '../text/locale.ts';
import { useText } from '../text/use-text.ts';
import { DateInput } from '../ui/date-input.tsx';
import { NumberInput } from '../ui/number-input.tsx';
import { Select } from '../ui/select.tsx';
import { TextInput } from '../ui/text-input.tsx';
import { Textarea } from '../ui/textarea.tsx';
import { tooBig } from './big-paste.ts';
import { choiceLabel } from './card-words.ts';
import { hasDigitsOnly, isDigitsOnlyZip } from './number-pad.ts';
import { countries, currencies, languages, worldName, type Named } from './world-words.ts';

interface FieldControlProps {
  path: CardPath;
  spec: FieldSpec;
  value: string;
  jurisdiction: Jurisdiction;
  onChange: (value: string) => void;
  /** A text no field can hold was pasted; it was not put in. */
  onBigPaste: (length: number) => void;
}

/** The right control for the kind of a field. Ticks are drawn by the field itself. */
export function FieldControl({ path, spec, value, jurisdiction, onChange, onBigPaste }: FieldControlProps) {
  const stopBigPaste = (event: ClipboardEvent) => {
    const size = tooBig(event.clipboardData.getData('text'));
    if (size === null) return;
    event.preventDefault();
    onBigPaste(size);
  };
  const common = { value, onChange, onPaste: stopBigPaste };
  switch (spec.kind) {
    case 'identifier':
      return hasDigitsOnly(spec.identifier) ? <NumberInput {...common} /> : <TextInput code {...common} />;
    case 'whole-number':
      return <NumberInput {...common} autoComplete="off" />;
    case 'text':
      if (isDigitsOnlyZip(path, jurisdiction)) return <NumberInput {...common} autoComplete="off" />;
      return <TextInput {...common} autoComplete="off" code={path.endsWith('.zip')} />;
    case 'long-text':
      return <Textarea {...common} enterKeyHint="enter" autoComplete="off" />;
    case 'email':
      return <TextInput {...common} inputMode="email" autoCapitalize="off" autoComplete="off" spellCheck={false} />;
    case 'phone':
      return <TextInput {...common} inputMode="tel" autoComplete="off" spellCheck={false} />;
    case 'day':
      return <DateInput value={value} onChange={onChange} />;
    case 'choice':
    case 'country':
    case 'currency':
    case 'language':
    case 'person':
      return <ListControl path={path} spec={spec} value={value} jurisdiction={jurisdiction} onChange={onChange} />;
    case 'tick':
      return null;
  }
}

function ListControl({ path, spec, value, jurisdiction, onChange }: Omit<FieldControlProps, 'onBigPaste'>) {
  const { t, locale } = useText();
  const colleagues = useRows(people);
  const list = useMemo((): readonly Named[] => {
    if (spec.kind === 'choice') {
      return choicesIn(spec.choices, jurisdiction).map((code) => ({
        value: code,
        label: choiceLabel(t, spec.choices, code),
      }));
    }
    if (spec.kind === 'person') return managersOf(colleagues);
    if (spec.kind === 'currency') return currencies(locale);
    if (spec.kind === 'language') return languages(locale);
    return path === 'country' && jurisdiction === 'EU' ? countries(locale, EU_COUNTRIES) : countries(locale);
  }, [spec, path, jurisdiction, locale, t, colleagues]);
  return <Select value={value} choices={withOwn(list, value, spec, locale)} onChange={onChange} />;
}

/** Who can look after a client once the contract is signed. */
function managersOf(colleagues: readonly Person[]): Named[] {
  return colleagues
    .filter((person) => person.active && person.roles.includes('client-manager'))
    .map(({ id, name }) => ({ value: id, label: name }));
}

/** A value from elsewhere that is not on our list is still the value of the card. */
function withOwn(list: readonly Named[], value: string, spec: FieldSpec, locale: Locale): readonly Named[] {
  if (value === '' || list.some((each) => each.value === value)) return list;
  const kind = spec.kind === 'country' ? 'region' : spec.kind;
  const label =
    kind === 'region' || kind === 'language' || kind === 'currency' ? worldName(locale, kind, value) : value;
  return [...list, { value, label }];
}
