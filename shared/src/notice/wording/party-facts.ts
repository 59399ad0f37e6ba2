import type { AccountNumbers, PartyNumber } from '../agreement.ts';
import type { NoticeData, Party } from '../notice-data.ts';
import type { Fact } from '../paper-document.ts';
import type { PaperWords } from './paper-shape.ts';

type Contact = NoticeData['factor']['contact'];
type Payee = NonNullable<NoticeData['payee']>;

/** A line of a paper only when there is something to say. */
export function factOf(label: string, value: string, digits = false): readonly Fact[] {
  if (value.trim() === '') return [];
  return [digits ? { label, value, digits: true } : { label, value }];
}

/** Legal name under its role, the numbers as they are, the seat. */
export function partyFacts(party: Party, role: string, words: PaperWords): readonly Fact[] {
  return [
    { label: role, value: party.legalName },
    ...party.numbers.flatMap((number) => numberFact(number, words)),
    ...factOf(words.label.seat, party.seat),
  ];
}

export function contactFacts(contact: Contact, words: PaperWords): readonly Fact[] {
  return [
    ...factOf(words.label.contact, contact.name),
    ...factOf(words.label.phone, contact.phone),
    ...factOf(words.label.email, contact.email),
  ];
}

/** Name, telephone and e-mail in one line; empty when nothing is known. */
export function contactLine(contact: Contact): string {
  return [contact.name, contact.phone, contact.email].filter((part) => part.trim() !== '').join(', ');
}

/** The account as it must be copied: holder exactly as the bank has it, then digit by digit. */
export function payeeFacts(payee: Payee, words: PaperWords): readonly Fact[] {
  return [
    { label: words.label.holder, value: payee.holderName },
    ...factOf(words.label.bank, payee.bankName),
    ...accountFacts(payee.numbers, words),
    ...factOf(words.label.currency, payee.currency),
  ];
}

export function accountFacts(numbers: AccountNumbers, words: PaperWords): readonly Fact[] {
  const { account } = words;
  switch (numbers.kind) {
    case 'iban':
      return [
        ...factOf(account.iban, numbers.iban, true),
        ...factOf(account.giro, numbers.giro ?? '', true),
        ...factOf(account.bic, numbers.bic ?? '', true),
      ];
    case 'ru':
      return [
        ...factOf(account.ruAccount, numbers.account, true),
        ...factOf(account.corrAccount, numbers.corrAccount, true),
        ...factOf(account.bik, numbers.bik, true),
      ];
    case 'us':
      return [
        ...factOf(account.aba, numbers.aba, true),
        ...factOf(account.usAccount, numbers.account, true),
        ...factOf(account.bic, numbers.bic ?? '', true),
        ...factOf(account.lockbox, numbers.lockbox ?? ''),
      ];
  }
}

function numberFact({ kind, value }: PartyNumber, words: PaperWords): readonly Fact[] {
  return factOf(words.numberKind[kind], value, kind !== 'state' && kind !== 'licence');
}
