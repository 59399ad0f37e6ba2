import type { SpineColumn } from '../db/columns.ts';

/** A stored row without the columns of the spine, which are nobody's business outside. */
export function businessOf<Row extends Record<SpineColumn, unknown>>(row: Row): Omit<Row, SpineColumn> {
  const { companyId: _company, rowVer: _ver, fieldMeta: _meta, audience: _audience, deletedAt: _deleted, ...own } = row;
  return own;
}
