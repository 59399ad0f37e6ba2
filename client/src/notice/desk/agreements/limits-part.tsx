import type { Agreement, DebtorLimit } from '@cession/shared/notice/agreement.ts';
import type { AgreementsView } from '@cession/shared/notice/agreement-procedures.ts';
import { useState } from 'react';
import { useMay } from '../../../people/desk/desk-actor.ts';
import { useText } from '../../../text/use-text.ts';
import { Button } from '../../../ui/button.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { PressRow, Row } from '../../../ui/link-row.tsx';
import { Pill, type Tone } from '../../../ui/pill.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Part } from './facts.tsx';
import { LimitDialog } from './limit-dialog.tsx';
import { shownAmount } from './money.ts';
import type { LimitOf } from './use-limit-form.ts';

const tones: Record<DebtorLimit['status'], Tone> = { requested: 'wait', granted: 'proven', refused: 'neutral' };

/** How much the factor takes on each debtor under this agreement. */
export function LimitsPart({ agreement, view }: { agreement: Agreement; view: AgreementsView }) {
  const { t } = useText();
  const may = useMay();
  const [open, setOpen] = useState<LimitOf | 'new' | null>(null);
  const nameOf = new Map(view.customers.map(({ cardId, name }) => [cardId, name]));
  const limits = view.limits
    .filter(({ agreementId }) => agreementId === agreement.id)
    .map((limit) => ({ limit, name: nameOf.get(limit.cardId) ?? t('agreement.limit.unknownDebtor') }))
    .toSorted((a, b) => a.name.localeCompare(b.name));
  const mayWrite = may('limit.set') && agreement.status === 'open';
  return (
    <Part
      title={t('agreement.limits')}
      action={mayWrite && <Button onPress={() => setOpen('new')}>{t('agreement.limit.new')}</Button>}
    >
      {limits.length === 0 ? (
        <EmptyState title={t('agreement.limits.none')}>{t('agreement.limits.noneBody')}</EmptyState>
      ) : (
        <RowList>
          {limits.map((each) => (
            <LimitRow key={each.limit.id} of={each} onPress={mayWrite ? () => setOpen(each) : null} />
          ))}
        </RowList>
      )}
      {open !== null && (
        <LimitDialog
          agreement={agreement}
          of={open === 'new' ? null : open}
          limits={view.limits}
          onClose={() => setOpen(null)}
        />
      )}
    </Part>
  );
}

function LimitRow({ of: { limit, name }, onPress }: { of: LimitOf; onPress: (() => void) | null }) {
  const { t, formatDate, formatNumber } = useText();
  const amount = limit.status === 'refused' ? '' : shownAmount(formatNumber, limit.amountMinor, limit.currency);
  const decided = limit.decidedOn === null ? '' : formatDate(limit.decidedOn);
  const row = {
    title: name,
    detail: [amount, decided, limit.note].filter(Boolean).join(' · '),
    end: <Pill tone={tones[limit.status]}>{t(`agreement.limit.${limit.status}`)}</Pill>,
  };
  return onPress === null ? <Row {...row} /> : <PressRow {...row} onPress={onPress} />;
}
