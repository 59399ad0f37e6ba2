import type { Client } from 'pg';

/** What people set and nobody can find: it neither stands, nor was knowingly replaced, nor lies in a conflict or a refusal in sight. */
export async function vanishedValues(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ what: string }>(
    `select 'gone: ' || s.path || ' = ' || s.value || ' of ' || l.id || ' (' || l.state || ')' as what
      from saved s
      join ledger l on l.id = s.id or (s.id is null and l.card_id = s.card_id and l.name = 'card.create')
      left join card c on c.id::text = s.card_id
      where s.value is not null and not (${REFUSED_IN_SIGHT} or ${STANDS} or ${REPLACED} or ${IN_A_CONFLICT})`,
  );
  return rows.map(({ what }) => what);
}

/** The phone still lists it, or the person has taken it back from there. */
const REFUSED_IN_SIGHT = `(l.state in ('rejected', 'quarantined') and (
  exists (select from queued q where q.id = l.id)
  or exists (select from saved back where back.id = l.id and back.kind = 'taken-back')))`;

const STANDS = `(l.state in ('applied', 'conflict', 'noop') and
  (c.deleted_at is not null or position(s.value in coalesce(c.values->>s.path, '')) > 0))`;

/** Who set the field later had this value before their eyes; in a note also as part of what had been joined to it. */
const REPLACED = `(l.state in ('applied', 'conflict', 'noop') and (
  exists (select from change later where later.seen_by = l.id and later.path = s.path
    and later.state in ('applied', 'conflict', 'noop'))
  or (s.path = 'toneNote' and exists (select from change later
    where later.path = 'toneNote' and later.card_id = s.card_id and later.seen_ver >= l.ver
      and later.state in ('applied', 'conflict', 'noop')))))`;

/** One of the two values, or the same person's later one in its place. */
const IN_A_CONFLICT = `(l.state in ('applied', 'conflict', 'noop') and exists (select from conflict k
  where k.row_id = s.card_id and k.path = s.path
    and (position(s.value in coalesce(k.theirs #>> '{}', '')) > 0
      or position(s.value in coalesce(k.mine #>> '{}', '')) > 0 or k.mine_by = l.user_id)))`;
