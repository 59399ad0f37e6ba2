import type { Agreement, PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { useText } from '../../../text/use-text.ts';
import { Pill } from '../../../ui/pill.tsx';
import { agreementNeeds } from './agreement-state.ts';

/** What the agreement waits for first; in force is green, since two people stand behind it. */
export function AgreementPill({ agreement, accounts }: { agreement: Agreement; accounts: readonly PayeeAccount[] }) {
  const { t } = useText();
  if (agreement.status === 'ended') return <Pill>{t('agreement.ended')}</Pill>;
  const needs = agreementNeeds(agreement, accounts);
  if (needs.length === 0) return <Pill tone="proven">{t('agreement.inForce')}</Pill>;
  return (
    <span className="flex flex-wrap justify-end gap-1">
      {needs.map((need) => (
        <Pill key={need} tone="wait">
          {t(`agreement.need.${need}`)}
        </Pill>
      ))}
    </span>
  );
}
