import type { Client } from 'pg';

/**
 * Traces of something that took effect more than once. Every value of a run is nobody else's, so a value that two
 * mutations of the ledger set, or that stands twice in a note, was done twice.
 */
export async function twiceDone(client: Client): Promise<string[]> {
  const found: string[] = [];
  for (const query of TRACES) {
    const { rows } = await client.query<{ what: string }>(query);
    found.push(...rows.map(({ what }) => what));
  }
  return found;
}

const OURS = `(select distinct card_id from saved where card_id <> '')`;

const TRACES = [
  `select 'set by two mutations: ' || c.value as what from change c join saved s on s.value = c.value and s.path = c.path
    where c.name <> 'card.resolve-conflict' and s.kind <> 'taken-back' group by c.path, c.value having count(*) > 1`,
  `select 'created twice: ' || card_id as what from ledger where name = 'card.create' and state = 'applied'
    group by card_id having count(*) > 1`,
  `select 'twice in a note: ' || id || ' ' || marker as what from (
      select id, (regexp_matches(values->>'toneNote', '\\[[^][]+\\]', 'g'))[1] as marker from card) notes
    group by id, marker having count(*) > 1`,
  `select 'one clash kept twice: ' || mine_mutation || ' ' || path as what from conflict
    group by mine_mutation, path having count(*) > 1`,
  `select 'handed over ' || h.n || ' times at revision ' || c.revision || ': ' || c.id as what from card c
    cross join lateral (select count(*) as n, count(distinct revision) as revisions from handoff where card_id = c.id) h
    cross join lateral (select count(*) as n from queue_item where id = c.id) q
    cross join lateral (select count(*) as n from ledger
      where card_id = c.id::text and name = 'card.hand-over' and state = 'applied') m
    where c.id::text in ${OURS}
      and (h.n <> c.revision or h.revisions <> c.revision or m.n <> c.revision or q.n <> least(c.revision, 1))`,
  `select 'one id, two messages: ' || id as what from disputed_mutation`,
];
