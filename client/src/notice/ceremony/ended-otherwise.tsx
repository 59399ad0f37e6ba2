import { ceremonyWords, type RefusalReason } from '@cession/shared/notice/wording/ceremony-words.ts';
import type { EvidenceOf } from '@cession/shared/notice/evidence.ts';
import { useState } from 'react';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';

const WAYS = ['absent', 'wrong', 'refused', 'received'] as const;
export type Way = (typeof WAYS)[number];
const REASONS = ['needs-lawyer', 'needs-approval', 'disputes-claim', 'no-electronic', 'no-reason', 'other'] as const;

/** What the rep says happened, as the event it becomes. */
export type EndedOtherwise =
  | { readonly type: 'absent'; readonly data: EvidenceOf<'absent'>['data'] }
  | { readonly type: 'wrong-person'; readonly data: EvidenceOf<'wrong-person'>['data'] }
  | { readonly type: 'refused'; readonly data: EvidenceOf<'refused'>['data'] }
  | { readonly type: 'received-only'; readonly data: EvidenceOf<'received-only'>['data'] };

interface EndedOtherwiseProps {
  title: string;
  /** What can be said here: before the tablet was handed over nothing can have been refused. */
  ways: readonly Way[];
  wrongHint?: string;
  busy: boolean;
  onChoose: (end: EndedOtherwise) => void;
}

/** Ends that need no tablet in the debtor's hands. The rep's note comes with the witness statement. */
export function EndedOtherwiseForm({ title, ways, wrongHint, busy, onChoose }: EndedOtherwiseProps) {
  const { t, locale } = useText();
  const [way, setWay] = useState<Way | null>(null);
  const [said, setSaid] = useState({
    name: '',
    department: '',
    incomingNumber: '',
    reason: 'no-reason' as RefusalReason,
  });
  const change = (part: Partial<typeof said>) => setSaid({ ...said, ...part });
  const { reasons, reasonLabel } = ceremonyWords(locale).refuse;
  return (
    <section className="grid grid-cols-1 gap-4">
      <RadioGroup
        legend={title}
        value={way}
        choices={ways.map((value) => ({
          value,
          label: t(`ceremony.without.${value}`),
          hint: value === 'wrong' && wrongHint !== undefined ? wrongHint : t(`ceremony.without.${value}Hint`),
        }))}
        onChange={setWay}
      />
      {way === 'wrong' && (
        <>
          <Field label={t('ceremony.without.rightName')} optional>
            <TextInput value={said.name} onChange={(name) => change({ name })} autoComplete="off" />
          </Field>
          <Field label={t('ceremony.without.department')} optional>
            <TextInput value={said.department} onChange={(department) => change({ department })} autoComplete="off" />
          </Field>
        </>
      )}
      {way === 'received' && (
        <Field label={t('ceremony.without.incoming')} optional>
          <TextInput value={said.incomingNumber} onChange={(incomingNumber) => change({ incomingNumber })} code />
        </Field>
      )}
      {way === 'refused' && (
        <Field label={reasonLabel}>
          <Select
            value={said.reason}
            choices={REASONS.map((value) => ({ value, label: reasons[value] }))}
            onChange={(reason) => change({ reason })}
          />
        </Field>
      )}
      {way !== null && (
        <Button wide busy={busy} onPress={() => onChoose(endOf(way, said))}>
          {t('ceremony.without.go')}
        </Button>
      )}
    </section>
  );
}

interface Said {
  readonly name: string;
  readonly department: string;
  readonly incomingNumber: string;
  readonly reason: RefusalReason;
}

function endOf(way: Way, said: Said): EndedOtherwise {
  const short = (text: string) => text.trim().slice(0, 160);
  switch (way) {
    case 'absent':
      return { type: 'absent', data: { note: '' } };
    case 'wrong':
      return { type: 'wrong-person', data: { name: short(said.name), department: short(said.department), note: '' } };
    case 'refused':
      return { type: 'refused', data: { signer: null, reason: said.reason, note: '' } };
    case 'received':
      return { type: 'received-only', data: { signer: null, incomingNumber: short(said.incomingNumber), note: '' } };
  }
}
