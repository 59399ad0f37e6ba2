import type { PayeeAccount } from '@cession/shared/notice/agreement.ts';

/** Holder, bank and every digit, in groups of four where people compare them so. To read, never to edit. */
export function AccountLines({ account }: { account: Pick<PayeeAccount, 'holderName' | 'bankName' | 'numbers'> }) {
  return (
    <>
      <p className="font-semibold">{account.holderName}</p>
      {numbersOf(account.numbers).map((number) => (
        <p key={number} className="font-mono text-2 break-words">
          {number}
        </p>
      ))}
      <p className="text-1 text-ink-2">{account.bankName}</p>
    </>
  );
}

function numbersOf(numbers: PayeeAccount['numbers']): string[] {
  switch (numbers.kind) {
    case 'iban':
      return [fours(numbers.iban), ...(numbers.giro === null ? [] : [numbers.giro]), ...listed('BIC', numbers.bic)];
    case 'ru':
      return [`р/с ${numbers.account}`, `к/с ${numbers.corrAccount}`, `БИК ${numbers.bik}`];
    case 'us':
      return [
        `ABA ${numbers.aba}`,
        numbers.account,
        ...listed('BIC', numbers.bic),
        ...listed('Lockbox', numbers.lockbox),
      ];
  }
}

function listed(name: string, value: string | null): string[] {
  return value === null ? [] : [`${name} ${value}`];
}

function fours(iban: string): string {
  return iban.replace(/(.{4})(?=.)/g, '$1 ');
}
