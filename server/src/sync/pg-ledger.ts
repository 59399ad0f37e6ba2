import { and, asc, eq, inArray, or, sql } from 'drizzle-orm';
import type { CompanyTransaction } from '../db/company-transaction.ts';
import { insertRecords } from './insert-records.ts';
import { oneOf } from './one-of.ts';
import { deviceTable, disputedMutationTable, mutationTable as m } from './spine-tables.ts';
import type { DeviceSeq, LedgerEntry, LedgerOutcome } from './ledger.ts';
import type { LedgerTransaction } from './store.ts';

type LedgerRow = typeof m.$inferSelect;

export function pgLedger(tx: CompanyTransaction, companyId: string): LedgerTransaction {
  return {
    ...receipts(tx, companyId),
    ...openOnes(tx, companyId),
    ...waiting(tx, companyId),
    ...writes(tx, companyId),
  };
}

function receipts(
  tx: CompanyTransaction,
  companyId: string,
): Pick<LedgerTransaction, 'insertReceipts' | 'entries' | 'lockEntries'> {
  const withIds = (ids: readonly string[]) => and(eq(m.companyId, companyId), oneOf(m.id, ids));
  return {
    insertReceipts: async (entries) => {
      // The company's clock is there before its first receipt: the worker finds companies by it.
      const clock = sql`insert into company_clock (company_id) values (${companyId}) on conflict do nothing`;
      if (entries.length === 0) {
        await tx.execute(clock);
        return new Set();
      }
      const given = insertRecords(
        m,
        entries.map((entry) => entryToRow(companyId, entry)),
      );
      const { rows } = await tx.execute<{ id: string }>(
        sql`with clock as (${clock}) ${given} on conflict do nothing returning id`,
      );
      return new Set(rows.map(({ id }) => id));
    },
    entries: async (ids) => (ids.length === 0 ? [] : (await tx.select().from(m).where(withIds(ids))).map(rowToEntry)),
    lockEntries: async (ids, busy) => {
      if (ids.length === 0) return [];
      const wanted = tx.select().from(m).where(withIds(ids)).orderBy(asc(m.id));
      return (await wanted.for('update', busy === 'skip' ? { skipLocked: true } : {})).map(rowToEntry);
    },
  };
}

const isOpen = sql`${m.state} in ('received', 'held')`;

function openOnes(tx: CompanyTransaction, companyId: string): Pick<LedgerTransaction, 'openOfDevices' | 'openIds'> {
  // isOpen repeats the index's condition, so that the index serves.
  const isOpenHere = and(eq(m.companyId, companyId), isOpen);
  return {
    openOfDevices: async (devices) => {
      const installations = new Map(
        devices.map(({ id, incarnation }) => [`${id} ${incarnation}`, { id, incarnation }]),
      );
      if (installations.size === 0) return [];
      const ofThese = [...installations.values()].map((one) =>
        and(eq(m.deviceId, one.id), eq(m.incarnation, one.incarnation)),
      );
      const { id, deviceId, incarnation, seq, refs, waitsFor } = m;
      const rows = await tx
        .select({ id, deviceId, incarnation, seq, refs, waitsFor })
        .from(m)
        .where(and(isOpenHere, or(...ofThese)));
      return rows.flatMap((row) => {
        const device = deviceOf(row);
        return device === null ? [] : [{ id: row.id, device, refs: row.refs, waitsFor: row.waitsFor }];
      });
    },
    openIds: async (state, limit) => {
      const rows = await tx
        .select({ id: m.id })
        .from(m)
        .where(and(isOpenHere, eq(m.state, state)))
        .orderBy(m.deviceId, m.incarnation, m.seq, m.id)
        .limit(limit);
      return rows.map(({ id }) => id);
    },
  };
}

function waiting(tx: CompanyTransaction, companyId: string): Pick<LedgerTransaction, 'freedAmong' | 'heldWaitingFor'> {
  const ofCompany = eq(m.companyId, companyId);
  return {
    freedAmong: async (ids) => {
      if (ids.length === 0) return new Set();
      const rows = await tx
        .select({ id: m.id, supersedes: m.supersedes })
        .from(m)
        .where(
          and(
            ofCompany,
            inArray(m.state, ['applied', 'conflict', 'noop', 'rejected']),
            or(oneOf(m.id, ids), oneOf(m.supersedes, ids)),
          ),
        );
      const freed = new Set(rows.flatMap(({ id, supersedes }) => (supersedes === null ? [id] : [id, supersedes])));
      return new Set(ids.filter((id) => freed.has(id)));
    },
    heldWaitingFor: async (ids) => {
      if (ids.length === 0) return [];
      const rows = await tx
        .select({ id: m.id })
        .from(m)
        .where(and(ofCompany, isOpen, eq(m.state, 'held'), sql`${m.waitsFor} && ${sql.param([...ids], m.waitsFor)}`))
        .orderBy(m.deviceId, m.incarnation, m.seq, m.id);
      return rows.map(({ id }) => id);
    },
  };
}

function writes(
  tx: CompanyTransaction,
  companyId: string,
): Pick<LedgerTransaction, 'saveOutcomes' | 'keepDisputed' | 'noteDevice'> {
  return {
    saveOutcomes: async (outcomes) => {
      if (outcomes.length === 0) return;
      await tx.execute(sql`update mutation m
        set state = o.state, verdict = o.verdict, attempts = o.attempts, failure = o.failure,
            waits_for = o.waits_for, agreed = o.agreed
        from json_to_recordset(${JSON.stringify(outcomes.map(outcomeToRecord))}::json) as o(
          id uuid, state text, verdict json, attempts smallint, failure text, waits_for uuid[], agreed json)
        where m.company_id = ${companyId} and m.id = o.id`);
    },
    keepDisputed: async (disputed) => {
      await tx
        .insert(disputedMutationTable)
        .values({ companyId, ...disputed })
        .onConflictDoNothing();
    },
    noteDevice: async ({ seenAt, ...device }) => {
      const row = { companyId, ...device, lastSeenAt: seenAt };
      await tx
        .insert(deviceTable)
        .values(row)
        .onConflictDoUpdate({ target: [deviceTable.companyId, deviceTable.id], set: row });
    },
  };
}

function outcomeToRecord({ id, state, verdict, attempts, failure, waitsFor, agreed }: LedgerOutcome) {
  return { id, state, verdict, attempts, failure, waits_for: waitsFor, agreed };
}

function entryToRow(companyId: string, entry: LedgerEntry): typeof m.$inferInsert {
  const { device, roles, deps, refs, waitsFor, ...same } = entry;
  return {
    ...same,
    companyId,
    deviceId: device?.id ?? null,
    incarnation: device?.incarnation ?? null,
    seq: device?.seq ?? null,
    roles: [...roles],
    deps: [...deps],
    refs: [...refs],
    waitsFor: [...waitsFor],
  };
}

export function rowToEntry(row: LedgerRow): LedgerEntry {
  const { companyId: _, deviceId, incarnation, seq, ...same } = row;
  return { ...same, device: deviceOf({ deviceId, incarnation, seq }) };
}

function deviceOf({
  deviceId,
  incarnation,
  seq,
}: Pick<LedgerRow, 'deviceId' | 'incarnation' | 'seq'>): DeviceSeq | null {
  return deviceId === null || incarnation === null ? null : { id: deviceId, incarnation, seq };
}
