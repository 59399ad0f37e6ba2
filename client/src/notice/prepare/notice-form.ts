import type { Card } from '@cession/shared/card/card.ts';
import type { Agreement, Factor, PayeeAccount, Supplier } from '@cession/shared/notice/agreement.ts';
import type { NoticeChoices } from '@cession/shared/notice/compose-notice.ts';
import { accountInForce } from '@cession/shared/notice/needs-renewal.ts';
import type { Receivable, SenderRole } from '@cession/shared/notice/notice-data.ts';
import type { NoticeId } from '@cession/shared/notice/notice.ts';
import { PAPER_LANGUAGES, type PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import type { Instant } from '@cession/shared/kernel/instant.ts';
import { minorOf } from './money-text.ts';

/** An invoice as it is typed. */
export interface InvoiceTyped {
  readonly invoiceNumber: string;
  readonly issuedOn: string;
  readonly dueOn: string;
  readonly amount: string;
  readonly waybillNumber: string;
}

/** The half-filled form, kept as a draft with every keystroke. */
export interface NoticeForm {
  readonly agreementId: string;
  readonly sender: SenderRole;
  readonly proofAttached: boolean;
  readonly withInstruction: boolean;
  readonly language: PaperLanguage;
  readonly scope: 'contract' | 'list';
  readonly rows: readonly InvoiceTyped[];
  readonly contractNumber: string;
  readonly contractDate: string;
  readonly effectiveOn: string;
  readonly place: string;
  readonly governingLaw: string;
}

export interface NoticeWorld {
  readonly supplier: Supplier;
  readonly agreements: readonly Agreement[];
  readonly factors: readonly Factor[];
  readonly accounts: readonly PayeeAccount[];
}

export const emptyInvoice: InvoiceTyped = { invoiceNumber: '', issuedOn: '', dueOn: '', amount: '', waybillNumber: '' };

/** What is known already: nobody types it twice. */
export function newForm(card: Card, world: NoticeWorld, today: string): NoticeForm {
  const open = openAgreements(card, world);
  return {
    agreementId: open[0]?.id ?? '',
    sender: 'supplier',
    proofAttached: false,
    withInstruction: true,
    language: languageFor(card),
    scope: 'contract',
    rows: [emptyInvoice],
    contractNumber: textOf(card, 'contractNumber'),
    contractDate: textOf(card, 'contractDate'),
    effectiveOn: today,
    place: townOf(world.supplier.seat),
    governingLaw: '',
  };
}

/** Agreements that are open: those of the card's own law first, then those that can already say where to pay. */
export function openAgreements(card: Card, { agreements, accounts }: NoticeWorld): readonly Agreement[] {
  const rank = (agreement: Agreement) =>
    (agreement.jurisdiction === card.jurisdiction ? 0 : 2) + (accountInForce(agreement, accounts) === null ? 1 : 0);
  return agreements
    .filter(({ status }) => status === 'open')
    .toSorted((a, b) => rank(a) - rank(b) || (a.number < b.number ? -1 : 1));
}

/** The paths of the form that still want something, in its order. */
export function unfilled(form: NoticeForm): string[] {
  const rows = form.scope === 'list' ? form.rows.flatMap((row, index) => unfilledInvoice(row, index)) : [];
  return [
    ...(form.agreementId === '' ? ['agreement'] : []),
    ...(form.contractNumber.trim() === '' ? ['contractNumber'] : []),
    ...(form.contractDate === '' ? ['contractDate'] : []),
    ...rows,
    ...(form.effectiveOn === '' ? ['effectiveOn'] : []),
    ...(form.place.trim() === '' ? ['place'] : []),
  ];
}

function unfilledInvoice(row: InvoiceTyped, index: number): string[] {
  const wants = {
    invoiceNumber: row.invoiceNumber.trim() === '',
    amount: minorOf(row.amount) === null,
    issuedOn: row.issuedOn === '',
    dueOn: row.dueOn === '' || row.dueOn < row.issuedOn,
  };
  return Object.entries(wants).flatMap(([part, isOpen]) => (isOpen ? [`row-${index}-${part}`] : []));
}

/** The form as the choices a notice is composed from. Call it when nothing is unfilled. */
export function choicesOf(
  form: NoticeForm,
  made: { noticeId: NoticeId; preparedAt: Instant; today: string; origin: string; currency: string },
): NoticeChoices {
  return {
    noticeId: made.noticeId,
    sender: form.sender,
    // What goes with the supplier's own letter is its own word; only the factor's needs the deed.
    proofAttached: form.sender !== 'supplier' && form.proofAttached,
    scope:
      form.scope === 'contract'
        ? { kind: 'contract' }
        : { kind: 'list', rows: form.rows.map((row) => receivableOf(row, made.currency)) },
    issuedOn: made.today,
    effectiveOn: form.effectiveOn,
    place: form.place.trim(),
    supplyContract: { number: form.contractNumber.trim(), signedOn: form.contractDate },
    accountBefore: null,
    governingLaw: form.governingLaw.trim(),
    withInstruction: form.withInstruction,
    preparedAt: made.preparedAt,
    origin: made.origin,
  };
}

function receivableOf(row: InvoiceTyped, currency: string): Receivable {
  return {
    invoiceNumber: row.invoiceNumber.trim(),
    issuedOn: row.issuedOn,
    dueOn: row.dueOn,
    amountMinor: minorOf(row.amount) ?? 0,
    currency,
    waybillNumber: row.waybillNumber.trim() || null,
  };
}

/** The language the debtor asked for, else that of its law; English where neither is one of ours. */
function languageFor(card: Card): PaperLanguage {
  const wished = [textOf(card, 'noticeLanguage'), textOf(card, 'preferredLanguage')];
  const byLaw = card.jurisdiction === 'HU' ? 'hu' : card.jurisdiction === 'RU' ? 'ru' : 'en';
  return PAPER_LANGUAGES.find((language) => wished.includes(language)) ?? byLaw;
}

/** "1051 Budapest, Sas utca 1, HU" → "Budapest". */
function townOf(seat: string): string {
  const [town = ''] = seat.split(',');
  return town.replace(/^[\d\s-]+/, '').trim();
}

function textOf(card: Card, path: string): string {
  const value = card.values[path];
  return typeof value === 'string' ? value : '';
}
