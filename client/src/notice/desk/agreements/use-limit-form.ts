import type { Agreement, DebtorLimit } from '@cession/shared/notice/agreement.ts';
import { setLimit } from '@cession/shared/notice/debtor-limit.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useId, useState } from 'react';
import { newId } from '../../../device/new-id.ts';
import { useDeskPerform } from '../../../people/desk/use-desk-perform.tsx';
import { useText } from '../../../text/use-text.ts';
import { showToast } from '../../../ui/toast.tsx';
import { minorUnits, typedAmount } from './money.ts';

export interface LimitOf {
  readonly limit: DebtorLimit;
  readonly name: string;
}

export interface Debtor {
  readonly cardId: string;
  readonly name: string;
}

export interface LimitForm {
  readonly debtor: Debtor | null;
  readonly status: DebtorLimit['status'];
  readonly amount: string;
  readonly decidedOn: string;
  readonly note: string;
}

interface LimitParts {
  readonly agreement: Agreement;
  readonly of: LimitOf | null;
  readonly limits: readonly DebtorLimit[];
  readonly onClose: () => void;
}

/** A limit as it is typed, and saving it. */
export function useLimitForm({ agreement, of, limits, onClose }: LimitParts) {
  const { t } = useText();
  const { perform, busy } = useDeskPerform();
  const formId = useId();
  const [form, setForm] = useState<LimitForm>(() => formOf(of));
  const [lacks, setLacks] = useState<readonly string[]>([]);
  const amountMinor = form.status === 'refused' ? 0 : minorUnits(form.amount, agreement.currency);
  const save = () => {
    const wanting = [
      ...(form.debtor === null ? ['debtor'] : []),
      ...(form.status !== 'refused' && !amountMinor ? ['amount'] : []),
      ...(form.status !== 'requested' && form.decidedOn === '' ? ['decidedOn'] : []),
    ];
    setLacks(wanting);
    const { debtor } = form;
    if (wanting.length > 0 || debtor === null || amountMinor === null) {
      return document.getElementById(`${formId}-${wanting[0]}`)?.focus();
    }
    // A debtor that was chosen although it has a limit already gets that one changed.
    const known = limits.find((each) => each.agreementId === agreement.id && each.cardId === debtor.cardId);
    const args = {
      limitId: (of?.limit.id ?? known?.id ?? newId()) as DebtorLimit['id'], // a new UUID is nobody else's id
      agreementId: agreement.id,
      cardId: debtor.cardId as ArgsOf<typeof setLimit>['cardId'], // the server named it
      amountMinor,
      status: form.status,
      decidedOn: form.status === 'requested' ? null : form.decidedOn,
      note: form.note.trim(),
    };
    const done = () => {
      showToast(t('agreement.done.save', { name: debtor.name }));
      onClose();
    };
    perform(setLimit, args, { words: t('agreement.do.limit', { name: debtor.name }), done });
  };
  return {
    ...{ form, formId, lacks, save, busy: busy !== null },
    change: (part: Partial<LimitForm>) => setForm({ ...form, ...part }),
  };
}

function formOf(of: LimitOf | null): LimitForm {
  if (of === null) return { debtor: null, status: 'requested', amount: '', decidedOn: '', note: '' };
  const { limit, name } = of;
  return {
    debtor: { cardId: limit.cardId, name },
    status: limit.status,
    amount: limit.amountMinor === 0 ? '' : typedAmount(limit.amountMinor, limit.currency),
    decidedOn: limit.decidedOn ?? '',
    note: limit.note,
  };
}
