import { accountLines } from '@cession/shared/notice/account-numbers.ts';
import type { PayeeAccount } from '@cession/shared/notice/agreement.ts';
import { useText } from '../../../text/use-text.ts';
import { VisuallyHidden } from '../../../ui/visually-hidden.tsx';
import { compareText } from './compare-text.ts';
import { Facts } from './facts.tsx';

interface AccountFactsProps {
  account: PayeeAccount;
  /** What it is held against; whatever differs is marked. null: nothing to compare with. */
  before: PayeeAccount | null;
  /** One of two that stand side by side. */
  beside?: boolean;
}

/** Holder, bank and every digit in groups. */
export function AccountFacts({ account, before, beside = false }: AccountFactsProps) {
  const { t } = useText();
  const old = new Map(before === null ? [] : accountLines(before.numbers).map(({ part, text }) => [part, text]));
  const oldOf = (text: string | undefined) => (before === null ? null : (text ?? ''));
  return (
    <Facts
      stacked={beside}
      rows={[
        [
          t('agreement.account.holder'),
          <Compared key="holder" before={oldOf(before?.holderName)} after={account.holderName} />,
        ],
        [
          t('agreement.account.bank'),
          <Compared key="bank" before={oldOf(before?.bankName)} after={account.bankName} />,
        ],
        ...accountLines(account.numbers).map(
          ({ part, text }) =>
            [
              t(`agreement.account.${part}`),
              <span key={part} className="font-mono font-normal">
                <Compared before={oldOf(old.get(part))} after={text} />
              </span>,
            ] as const,
        ),
        [t('agreement.currency'), account.currency],
      ]}
    />
  );
}

/** What differs is marked, and said to whoever cannot see the mark. */
function Compared({ before, after }: { before: string | null; after: string }) {
  const { t } = useText();
  return (
    <>
      {compareText(before, after).map((piece, place) =>
        piece.differs ? (
          // Pieces never move: a place is as good as a name.
          <mark key={place} className="rounded-sm bg-wait-soft text-wait underline decoration-2 underline-offset-4">
            <VisuallyHidden>{`${t('agreement.account.differs')} `}</VisuallyHidden>
            {piece.text}
          </mark>
        ) : (
          <span key={place}>{piece.text}</span>
        ),
      )}
    </>
  );
}
