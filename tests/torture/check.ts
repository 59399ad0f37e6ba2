/**
 * Says what was lost, what happened twice and what differs: with plain SQL, the list of what phones called saved, and
 * the phones' storage as it lies there. Knows nothing of the code that moved it.
 */
import type { Client } from 'pg';
import type { Saved } from './acknowledged.ts';
import { divergedRows } from './check-diverged.ts';
import { twiceDone } from './check-twice.ts';
import { vanishedValues } from './check-values.ts';
import { loadFacts } from './load-facts.ts';
import type { PhoneDisk } from './phone-disk.ts';

/** One company: everything its phones called saved, and what lies on them now. */
export interface Facts {
  readonly companyId: string;
  readonly saved: Iterable<Saved>;
  readonly phones: readonly PhoneDisk[];
}

export interface Findings {
  /** Called saved, and neither in the ledger nor in an outbox; or a value nobody can find any more. */
  readonly lost: readonly string[];
  readonly duplicated: readonly string[];
  /** A phone that holds or shows something else than the database, and what was never decided. */
  readonly diverged: readonly string[];
}

/** `client` sees the company of the facts; what it writes are temporary tables. */
export async function check(client: Client, facts: Facts): Promise<Findings> {
  await loadFacts(client, facts);
  return {
    lost: [...(await lostSaves(client)), ...(await vanishedValues(client))],
    duplicated: await twiceDone(client),
    diverged: [...(await undecided(client)), ...(await divergedRows(client, facts.phones))],
  };
}

async function lostSaves(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `select 'lost: ' || kind || ' ' || coalesce(id::text, card_id) as what from saved s
      where kind <> 'taken-back' and case
        when id is not null then not exists (select from ledger l where l.id = s.id)
          and not exists (select from queued q where q.id = s.id)
        else not exists (select from ledger l where l.card_id = s.card_id and l.name = 'card.create')
          and not exists (select from queued q where q.card_id = s.card_id) end`,
  );
  return rows.map(({ what }) => what);
}

/** Everything is home, so everything has had its answer. */
async function undecided(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `select 'undecided: ' || name || ' ' || id || ' is ' || state as what from ledger where state in ('received', 'held')
      union all select 'still waits: ' || id || ' is ' || status from queued
        where status not in ('rejected', 'quarantined') and parked is null`,
  );
  return rows.map(({ what }) => what);
}
