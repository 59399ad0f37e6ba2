import type { IdentifierProblem } from '@cession/shared/card/identifiers/identifier.ts';
import type { AccountPart } from '@cession/shared/notice/account-numbers.ts';
import { useState } from 'react';
import { problemText } from '../../../card/card-words.ts';
import type { Text } from '../../../text/texts.ts';
import { useText } from '../../../text/use-text.ts';
import { Field } from '../../../ui/field.tsx';
import { TextInput } from '../../../ui/text-input.tsx';
import type { PartCheck } from './use-propose.ts';

interface NumberFieldProps {
  id: string;
  part: AccountPart;
  optional: boolean;
  value: string;
  check: PartCheck;
  onChange: (value: string) => void;
}

/** The card's sentences about these send a rep to the customer's invoice; here it is the bank's paper. */
const COMPARED: readonly IdentifierProblem['code'][] = ['check-digit', 'unknown-part', 'contradiction'];

/** One number of an account: green once its check digits hold, a sentence about what is wrong once it was left. */
export function NumberField({ id, part, optional, value, check, onChange }: NumberFieldProps) {
  const { t } = useText();
  const [left, setLeft] = useState(false);
  const shown = check.asked || (left && value.trim() !== '');
  const wrong = wrongWords(t, check);
  return (
    <Field
      id={id}
      label={t(`agreement.account.${part}`)}
      optional={optional}
      proven={check.kind === 'proven' ? t('field.proven') : undefined}
      error={shown ? wrong : undefined}
    >
      <TextInput code value={value} onChange={onChange} onBlur={() => setLeft(true)} />
    </Field>
  );
}

function wrongWords(t: Text['t'], check: PartCheck): string | undefined {
  switch (check.kind) {
    case 'right':
    case 'proven':
      return undefined;
    case 'missing':
      return t('agreement.fill');
    case 'other-account':
      return t('agreement.propose.giroDiffers');
    case 'wrong':
      return COMPARED.includes(check.problem.code)
        ? t('agreement.propose.compareDigits')
        : problemText(t, check.path, check.problem);
  }
}
