import { isDay } from '../../kernel/instant.ts';
import type { NoticeData, Receivable } from '../notice-data.ts';
import { totalsOf } from '../wording/receivables.ts';
import { block, info, warn, type Finding } from './finding.ts';

/** Days that exist and follow each other, no invoice twice, totals that can be added. Rules of the house. */
export function listRules(data: NoticeData): readonly Finding[] {
  return [...days(data), ...rows(data), ...twice(data), ...totals(data)];
}

function days(data: NoticeData): readonly Finding[] {
  const named: readonly (readonly [string, string])[] = [
    ['issuedOn', data.issuedOn],
    ['effectiveOn', data.effectiveOn],
    ['agreement.signedOn', data.agreement.signedOn],
  ];
  return [
    ...named.flatMap(([path, day]) => (isDay(day) ? [] : [block('day-impossible', path)])),
    ...(data.effectiveOn < data.agreement.signedOn ? [warn('effective-before-agreement', 'effectiveOn')] : []),
  ];
}

function rows({ scope, issuedOn }: NoticeData): readonly Finding[] {
  if (scope.kind === 'contract') return [];
  return scope.rows.flatMap((row, at) => [
    ...(['issuedOn', 'dueOn'] as const).flatMap((key) =>
      isDay(row[key]) ? [] : [block('day-impossible', `scope.rows.${at}.${key}`)],
    ),
    ...(row.dueOn < row.issuedOn ? [block('due-before-issued', `scope.rows.${at}.dueOn`)] : []),
    ...(row.issuedOn > issuedOn ? [warn('invoice-after-notice', `scope.rows.${at}.issuedOn`)] : []),
  ]);
}

/** One supplier, one debtor: the same number is the same invoice, whatever the amount. */
function twice({ scope }: NoticeData): readonly Finding[] {
  if (scope.kind === 'contract') return [];
  const key = ({ invoiceNumber }: Receivable) => invoiceNumber.replace(/\s+/g, '').toLowerCase();
  return scope.rows.flatMap((row, at) =>
    scope.rows.findIndex((other) => key(other) === key(row)) < at
      ? [block('invoice-twice', `scope.rows.${at}.invoiceNumber`)]
      : [],
  );
}

function totals(data: NoticeData): readonly Finding[] {
  const sums = totalsOf(data);
  return [
    ...(sums.some(({ minor }) => !Number.isSafeInteger(minor)) ? [block('total-too-large', 'scope.rows')] : []),
    ...(sums.length > 1 ? [info('several-currencies', 'scope.rows')] : []),
  ];
}
