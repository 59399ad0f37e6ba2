import { isUuid } from '@cession/shared/kernel/id.ts';
import type { RowKey } from './store.ts';

/** Where a pull of several pages stands: bound to the version its first page saw, so that the pages fit together. */
export interface PullPage {
  readonly upTo: number;
  /** Name of the scope it was cut for. */
  readonly scope: string;
  readonly total: number;
  readonly after: RowKey;
}

export function pageToText({ upTo, scope, total, after }: PullPage): string {
  return [upTo, scope, total, after.ver, after.table, after.id].join('~');
}

/** null for a text we never gave out. */
export function textToPage(text: string): PullPage | null {
  const [upTo, scope = '', total, ver, table, id, ...more] = text.split('~');
  const [upToNumber, totalNumber, verNumber] = [upTo, total, ver].map((part) => countOf(part));
  if (upToNumber == null || totalNumber == null || verNumber == null || more.length > 0) return null;
  if (table === undefined || table === '' || id === undefined || !isUuid(id)) return null;
  return { upTo: upToNumber, scope, total: totalNumber, after: { ver: verNumber, table, id } };
}

function countOf(text: string | undefined): number | null {
  if (text === undefined || !/^\d{1,16}$/.test(text)) return null;
  const count = Number(text);
  return Number.isSafeInteger(count) ? count : null;
}
