import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import { and, eq } from 'drizzle-orm';
import { cardTable } from '../card/card-tables.ts';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { agreementTable, factorTable, supplierTable } from './agreement-tables.ts';
import type { CeremonyFile } from './read-ceremony.ts';

/**
 * What a notice says otherwise than the company's own files: its text was put together on a phone, and a phone can be
 * made to say anything. The account is held against the released versions before; here are the names, the numbers, whom
 * the debtor would ring up, and the address it would check the paper at. Changed since it was prepared looks the same: a
 * person decides. null: nothing; a row that is not there is not compared.
 */
export async function findNotOnFile(
  tx: CompanyTransaction,
  { companyId, notice }: CeremonyFile,
  verifyAddress: string | null,
): Promise<string | null> {
  const { data } = notice;
  if (!isOwnAddress(data.verifyAddress, verifyAddress))
    return `the paper is checked at ${data.verifyAddress}, which is not ours`.slice(0, 500);
  const told: readonly (readonly [string, Json, Json | undefined])[] = await compared(tx, companyId, notice);
  const other = told.find(([, said, filed]) => filed !== undefined && canonicalJson(said) !== canonicalJson(filed));
  return other === undefined ? null : `${other[0]} is not what is on file`;
}

async function compared(tx: CompanyTransaction, companyId: string, notice: CeremonyFile['notice']) {
  const { data, agreementId, cardId } = notice;
  const [supplier] = await tx.select().from(supplierTable).where(eq(supplierTable.companyId, companyId));
  const [agreement] = await tx
    .select()
    .from(agreementTable)
    .where(and(eq(agreementTable.companyId, companyId), eq(agreementTable.id, agreementId)));
  const [factor] = agreement
    ? await tx
        .select()
        .from(factorTable)
        .where(and(eq(factorTable.companyId, companyId), eq(factorTable.id, agreement.factorId)))
    : [];
  const [card] = await tx
    .select()
    .from(cardTable)
    .where(and(eq(cardTable.companyId, companyId), eq(cardTable.id, cardId)));
  return [
    ['the name of the supplier', data.supplier.legalName, supplier?.legalName],
    ['a number of the supplier', data.supplier.numbers, supplier?.numbers],
    ['the contact of the supplier', contactOf(data.supplier.contact), supplier && filedContact(supplier)],
    ['the name of the factor', data.factor.legalName, factor?.legalName],
    ['a number of the factor', data.factor.numbers, factor?.numbers],
    ['the contact of the factor', contactOf(data.factor.contact), factor && filedContact(factor)],
    ['the number of the agreement', data.agreement.number, agreement?.number],
    ['the name of the debtor', data.debtor.legalName, card && String(card.values['legalName'] ?? '')],
  ] as const;
}

const contactOf = ({ phone, email }: { readonly phone: string; readonly email: string }) => [phone, email];

function filedContact({
  contactPhone,
  contactEmail,
}: {
  readonly contactPhone: string;
  readonly contactEmail: string;
}) {
  return [contactPhone, contactEmail];
}

/** On the machine itself nobody is led astray, and where nobody named the server's address there is nothing to compare. */
function isOwnAddress(said: string, ours: string | null): boolean {
  const host = URL.parse(said)?.hostname;
  return ours === null || said === ours || (host !== undefined && LOOPBACK.test(host));
}

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[::1\])$/;

/** The public page under the address the server was given; null while that is only the machine's own name for itself. */
export function publicAddress(publicUrl: string): string | null {
  const url = URL.parse(publicUrl);
  return url === null || LOOPBACK.test(url.hostname) ? null : `${url.origin}/verify`;
}
