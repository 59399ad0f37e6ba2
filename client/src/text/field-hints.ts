import type { FieldKey } from '@cession/shared/card/card-fields.ts';

/** Fields whose label alone leaves people guessing; each has a text `card.hint.<field>`. */
const hintedFields = [
  'taxNumber',
  'inn',
  'kpp',
  'ein',
  'legalName',
  'groupTaxNumber',
  'euVatNumber',
  'registerNumber',
  'soleTraderNumber',
  'personalTaxId',
  'statisticalCode',
  'nationalRegisterId',
  'lei',
  'ogrn',
  'ogrnip',
  'stateOfOrganisation',
  'contacts.*.authorityReference',
  'toneNote',
  'bankAccounts.*.holderName',
  'bankAccounts.*.giro',
  'bankAccounts.*.bik',
  'bankAccounts.*.account',
  'bankAccounts.*.corrAccount',
  'purchaseOrderHow',
  'peppolId',
  'edoParticipantId',
  'noticeDepartment',
] as const satisfies readonly FieldKey[];

export type HintedField = (typeof hintedFields)[number];

/** The text to show under a field's label, or null where the label says it all. */
export function hintOf(key: FieldKey): `card.hint.${HintedField}` | null {
  const hinted = hintedFields.find((field) => field === key);
  return hinted === undefined ? null : `card.hint.${hinted}`;
}
