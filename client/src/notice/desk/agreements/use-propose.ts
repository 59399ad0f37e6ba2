import { checkIdentifier } from '@cession/shared/card/identifiers/check-identifier.ts';
import type { IdentifierProblem } from '@cession/shared/card/identifiers/identifier.ts';
import {
  ACCOUNT_PARTS,
  accountKindOf,
  checkAccountNumbers,
  type AccountPart,
  type AccountProblem,
} from '@cession/shared/notice/account-numbers.ts';
import { AccountNumbers, type Agreement, type PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { proposePayeeAccount } from '@cession/shared/notice/payee-account.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useId, useState } from 'react';
import { newId } from '../../../device/new-id.ts';
import { useDeskActor } from '../../../people/desk/desk-actor.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { showToast } from '../../../ui/toast.tsx';

export interface ProposeForm {
  readonly holderName: string;
  readonly bankName: string;
  readonly numbers: Partial<Record<AccountPart, string>>;
  readonly because: string;
}

/** What is known about one typed number. `asked`: the person has tried to send it. */
export type PartCheck =
  | { readonly asked: boolean; readonly kind: 'right' | 'proven' | 'missing' | 'other-account' }
  | { readonly asked: boolean; readonly kind: 'wrong'; readonly path: string; readonly problem: IdentifierProblem };

const EMPTY: ProposeForm = { holderName: '', bankName: '', numbers: {}, because: '' };

/** The numbers an account of this agreement has; a GIRO number is Hungarian. */
export function partsOf({ jurisdiction }: Agreement) {
  return ACCOUNT_PARTS[accountKindOf(jurisdiction)].filter(({ part }) => part !== 'giro' || jurisdiction === 'HU');
}

interface ProposeParts {
  readonly agreement: Agreement;
  readonly newest: PayeeAccount | null;
  readonly onClose: () => void;
}

/** The form of a proposal: the same checks as the server's, said beside the field they are about. */
export function usePropose({ agreement, newest, onClose }: ProposeParts) {
  const { t } = useText();
  const { demo } = useDeskActor();
  const { perform, busy } = useDeskPerform();
  const formId = useId();
  const [form, setForm] = useState(EMPTY);
  const [asked, setAsked] = useState(false);
  const numbers = numbersOf(agreement, form);
  const checked = checkAccountNumbers(numbers, { jurisdiction: agreement.jurisdiction, allowSamples: demo });
  const problems = checked.ok ? [] : checked.error;

  const checkOf = (part: AccountPart) => partCheck(part, { agreement, form, problems, asked, demo });
  const missing = [
    ...(form.holderName.trim() === '' ? ['holderName'] : []),
    ...problems.map(({ part }) => part),
    ...(form.because.trim().length < 3 ? ['because'] : []),
  ];
  const send = () => {
    setAsked(true);
    if (missing.length > 0 || !checked.ok) return document.getElementById(`${formId}-${missing[0]}`)?.focus();
    const done = () => {
      showToast(t('agreement.done.propose'));
      onClose();
    };
    const args = argsOf(form, checked.value, agreement, newest);
    perform(proposePayeeAccount, args, { words: t('agreement.do.propose', { number: agreement.number }), done });
  };
  return {
    ...{ form, formId, checkOf, send, busy: busy !== null, lacks: asked ? missing : [] },
    change: (part: Partial<ProposeForm>) => setForm({ ...form, ...part }),
  };
}

interface Typed {
  readonly agreement: Agreement;
  readonly form: ProposeForm;
  readonly problems: readonly AccountProblem[];
  readonly asked: boolean;
  readonly demo: boolean;
}

function partCheck(part: AccountPart, { agreement, form, problems, asked, demo }: Typed): PartCheck {
  const found = problems.find((problem) => problem.part === part);
  const isEmpty = (form.numbers[part] ?? '').trim() === '';
  if (found === undefined) return { asked, kind: !isEmpty && isKeyed(part, form, demo) ? 'proven' : 'right' };
  if (isEmpty) return { asked, kind: 'missing' };
  if (found.kind === null) return { asked, kind: 'other-account' };
  return { asked, kind: 'wrong', path: cardPathOf(part, agreement), problem: found.problem };
}

function argsOf(form: ProposeForm, numbers: AccountNumbers, agreement: Agreement, newest: PayeeAccount | null) {
  return {
    accountId: newId() as ArgsOf<typeof proposePayeeAccount>['accountId'], // a new UUID is nobody else's id
    agreementId: agreement.id,
    over: newest?.id ?? null,
    holderName: form.holderName.trim(),
    bankName: form.bankName.trim(),
    numbers,
    because: form.because.trim(),
  };
}

function numbersOf(agreement: Agreement, form: ProposeForm): AccountNumbers {
  const kind = accountKindOf(agreement.jurisdiction);
  const parts = ACCOUNT_PARTS[kind].map(({ part, optional }) => {
    const typed = (form.numbers[part] ?? '').trim().slice(0, 300);
    return [part, typed === '' && optional ? null : typed] as const;
  });
  return AccountNumbers.parse({ kind, ...Object.fromEntries(parts) });
}

/** Check digits say more than a form that fits; only they are worth a green mark. */
function isKeyed(part: AccountPart, { numbers }: ProposeForm, allowSamples: boolean): boolean {
  const all = [...ACCOUNT_PARTS.iban, ...ACCOUNT_PARTS.ru, ...ACCOUNT_PARTS.us];
  const isRussian = numbers.bik !== undefined;
  const kind =
    part === 'account' ? (isRussian ? 'ru.account' : 'us.account') : all.find((each) => each.part === part)?.kind;
  if (kind === undefined || kind === null) return false;
  const check = checkIdentifier(kind, numbers[part] ?? '', {
    allowSamples,
    ...(isRussian ? { bik: numbers.bik } : {}),
  });
  return check.ok && check.strength === 'check-digit';
}

/** The field of a card that has the same kind of number, and so the same sentences. */
function cardPathOf(part: AccountPart, { jurisdiction }: Agreement): string {
  const name = part === 'account' && jurisdiction === 'US' ? 'usAccount' : part;
  return `bankAccounts.00000000-0000-0000-0000-000000000000.${name}`;
}
