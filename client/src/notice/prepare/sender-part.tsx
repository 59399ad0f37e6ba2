import type { SenderRole } from '@cession/shared/notice/notice-data.ts';
import { useText } from '../../text/use-text.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import type { PartProps } from './agreement-part.tsx';

/** Who sends it decides whether the debtor may ask for proof. */
export function SenderPart({ form, change }: PartProps) {
  const { t } = useText();
  const order = ['supplier', 'joint', 'factor'] as const satisfies readonly SenderRole[];
  return (
    <>
      <RadioGroup<SenderRole>
        legend={t('notice.new.sender')}
        value={form.sender}
        choices={order.map((value) => ({
          value,
          label: t(`notice.new.sender.${value}`),
          hint: t(`notice.new.sender.${value}Hint`),
        }))}
        onChange={(sender) => change({ sender })}
      />
      {form.sender !== 'supplier' && (
        <Checkbox
          label={t('notice.new.proof')}
          checked={form.proofAttached}
          onChange={(proofAttached) => change({ proofAttached })}
        />
      )}
    </>
  );
}
