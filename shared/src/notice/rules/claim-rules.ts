import { isDay } from '../../kernel/instant.ts';
import type { NoticeData } from '../notice-data.ts';

/** True when contract number and day stand there: all present and future claims can be told by them. */
export function contractIsNamed({ supplyContract }: Pick<NoticeData, 'supplyContract'>): boolean {
  return supplyContract.number.trim() !== '' && isDay(supplyContract.signedOn);
}

/** True when the claim or a way to determine it is named: a list of invoices, or the contract they come from. */
export function claimIsNamed(data: Pick<NoticeData, 'supplyContract' | 'scope'>): boolean {
  return data.scope.kind === 'list' ? data.scope.rows.length > 0 : contractIsNamed(data);
}
