import { EU_COUNTRIES } from '@cession/shared/card/jurisdiction.ts';
import { useId } from 'react';
import { useText } from '../text/use-text.ts';
import { Field } from '../ui/field.tsx';
import { Select } from '../ui/select.tsx';
import { FIRST_COUNTRIES, isEuCountry } from './new-card-state.ts';
import { countries, worldName } from './world-words.ts';

/** The country decides which number is asked for and whose rules apply. Three in one tap, the rest as a list. */
export function CountryChoice({ country, onChange }: { country: string; onChange: (country: string) => void }) {
  const { t, locale } = useText();
  const name = useId();
  const isEu = isEuCountry(country);
  const choices = [
    ...FIRST_COUNTRIES.map((code) => ({ code, label: worldName(locale, 'region', code), chosen: code === country })),
    { code: 'DE', label: t('capture.new.otherEu'), chosen: isEu },
  ];
  return (
    <div className="grid grid-cols-1 gap-3">
      <fieldset className="min-w-0">
        <legend className="mb-1.5 font-semibold">{t('capture.new.country')}</legend>
        <div className="grid grid-cols-[repeat(auto-fit,minmax(9.5rem,1fr))] gap-2">
          {choices.map(({ code, label, chosen }) => (
            <label
              key={code}
              className="flex min-h-target items-center gap-2.5 rounded-2 border-[1.5px] border-line bg-sheet px-3.5 py-2 has-checked:border-accent has-checked:bg-accent-soft has-focus-visible:outline-2 has-focus-visible:outline-accent"
            >
              <input
                type="radio"
                name={name}
                checked={chosen}
                onChange={() => onChange(code)}
                className="size-5 shrink-0 outline-none"
              />
              <span className="min-w-0">{label}</span>
            </label>
          ))}
        </div>
      </fieldset>
      {isEu && (
        <Field label={t('capture.new.euCountry')}>
          <Select value={country} choices={countries(locale, EU_COUNTRIES)} onChange={onChange} />
        </Field>
      )}
    </div>
  );
}
