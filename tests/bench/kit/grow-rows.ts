/** What the rows of a grown company look like, as SQL. Every value follows from the card's number, so runs are alike. */

export interface Growth {
  readonly cards: number;
  readonly reps: number;
  readonly waiting: number;
}

const VALUES = {
  ...{ country: 'HU', legalForm: 'kft', taxStatus: 'vat-registered', paymentTermsDays: 30, currency: 'HUF' },
  ...{ invoiceChannel: 'email', invoiceEmail: 'szamla@pelda.example', 'registeredAddress.city': 'Budapest' },
  ...{ 'registeredAddress.street': 'Váci', 'registeredAddress.streetType': 'út' },
};
const OWN_VALUES = ['taxNumber', 'legalName', 'registeredAddress.zip', 'registeredAddress.houseNumber'];
const META = JSON.stringify(Object.fromEntries([...Object.keys(VALUES), ...OWN_VALUES].map((path) => [path, '?'])));

/** An id as phones make them (UUID version 7): what was made later stands later in an index. `n` needs no order. */
const id = (n: string, hash: string, from: number) =>
  `(lpad(to_hex(1700000000000 + (${n})::bigint * 30000), 12, '0') || '7' || substr(${hash}, ${from}, 3) || '8' || substr(${hash}, ${from}, 15))::uuid`;
const person = (kind: string, n: string) => id(n, `md5('${kind} ' || (${n}))`, 1);

/** The Hungarian check digit of seven digits that stand in the column `seven`. */
const checked = `seven || ((10 - (${[9, 7, 3, 1, 9, 7, 3]
  .map((weight, at) => `substr(seven, ${at + 1}, 1)::int * ${weight}`)
  .join(' + ')}) % 10) % 10)`;

/**
 * One row for each card: the newest wait for accounting, a fifth of the others are drafts, one in twenty came back, the
 * rest is cleared. Each rep has cards of all times; one card in ten has a helper.
 */
export const seedRows = ({ cards, reps, waiting }: Growth): string => `
create table grow as
select i, ${id('i', 'hash', 1)} as card_id, ${id('i', 'hash', 7)} as mutation_id, ${id('i', 'hash', 13)} as handoff_id,
  hash, rep, helper, core, name, zip, status, at, case when helper is null then '{}' else array[helper] end as helpers,
  case when helper is null then array['user:' || rep] else array['user:' || rep, 'user:' || helper] end as audience,
  '${JSON.stringify(VALUES)}'::jsonb || jsonb_build_object('taxNumber', core || '-2-41', 'legalName', name,
    'registeredAddress.zip', zip, 'registeredAddress.houseNumber', (1 + i % 200)::text) as "values"
from (select i, md5(i::text) as hash, ${person('rep', `i % ${reps}`)} as rep, ${checked} as core,
    case when i % 10 = 3 then ${person('rep', `(i + 7) % ${reps}`)} end as helper,
    (array['Dunaparti','Tiszai','Mátra','Bakony','Balatoni','Alföldi','Zempléni','Vértes','Kőrös','Hernád'])[1 + i % 10]
      || (array[' Játék ',' Kerékpár ',' Sport ',' Papír ',' Hobbi ',' Bútor ',' Könyv '])[1 + i / 10 % 7]
      || i || ' Kft.' as name, (1000 + i % 8999)::text as zip,
    case when i > ${cards - waiting} then 'handed-over' when i % 20 < 4 then 'draft' when i % 20 = 4 then 'returned'
      else 'accepted' end as status,
    now() - make_interval(secs => (${cards} - i) * 30) as at
  from (select i, (1000000 + i)::text as seven from generate_series(1::bigint, ${cards}) as i offset 0) as numbered
  offset 0) as made`;

/** By table, in SQL that reads the rows above. */
export const ROWS = {
  card: `
insert into card (company_id, id, row_ver, field_meta, audience, owner_id, helpers, jurisdiction, status, revision, handoff_id,
  "values", kept_apart, created_at, changed_at)
select app_company(), card_id, i, replace('${META}', '"?"', '{"ver":' || i || ',"by":"' || mutation_id || '"}')::jsonb, audience,
  rep, helpers, 'HU', status, case status when 'draft' then 0 else 1 end, case status when 'draft' then null else handoff_id end,
  "values", '[]', at, at from grow`,
  card_key: `
insert into card_key (company_id, id, row_ver, field_meta, audience, owner_id, jurisdiction, status, name, keys, folded_name, zip)
select app_company(), card_id, i, '{}', '{role:client-manager,role:coordinator,role:rep}', rep, 'HU', status, name,
  array['HU:' || core], translate(lower(replace(name, ' Kft.', '')), 'áéíóöőúüű', 'aeiooouuu'), zip from grow`,
  handoff: `
insert into handoff (company_id, id, row_ver, field_meta, audience, card_id, audience_ids, revision, snapshot, sha256,
  submitted_by, received_at, state, points, note, verdict_by, verdict_at)
select app_company(), handoff_id, i, '{}', audience, card_id, array[rep] || helpers, 1,
  jsonb_build_object('cardId', card_id, 'revision', 1, 'jurisdiction', 'HU', 'ownerId', rep, 'values', "values",
    'ruleset', '2026-11', 'submittedAt', '2026-11-02T08:00:00.000Z'),
  hash || hash, rep, at, case status when 'handed-over' then 'waiting' else status end, '[]', '',
  case status when 'handed-over' then null else ${person('accountant', 'i % 5')} end,
  case status when 'handed-over' then null else at + interval '3 hours' end
from grow where status <> 'draft'`,
  queue_item: `
insert into queue_item (company_id, id, row_ver, field_meta, audience, handoff_id, revision, state, jurisdiction, name, owner_id,
  first_received_at, received_at, due_at, returns)
select app_company(), card_id, i, '{}', '{}', handoff_id, 1,
  case status when 'handed-over' then 'waiting' when 'returned' then 'with-rep' else 'done' end, 'HU',
  name, rep, at, at, at + interval '8 hours', case status when 'returned' then 1 else 0 end
from grow where status <> 'draft'`,
  /** The mutation that made each card, as its phone sent it. A phone is known by its person's id here. */
  mutation: `
insert into mutation (company_id, id, user_id, roles, device_id, incarnation, seq, name, v, args, args_hash, base, deps, refs,
  performed_at, received_at, state, verdict, waits_for)
select app_company(), mutation_id, rep::text, '{rep}', rep, rep, i, 'card.create', 1,
  json_build_object('cardId', card_id, 'jurisdiction', 'HU', 'changes', "values"), hash || hash, '{}', '{}',
  array['cards:' || card_id], '2026-11-02T08:00:00.000Z', at, 'applied',
  json_build_object('id', mutation_id, 'state', 'applied', 'ver', i), '{}' from grow`,
} as const;

/** Reps, and five accountants. */
export const peopleRows = ({ reps }: Growth): string => `
insert into people (company_id, id, row_ver, field_meta, audience, name, roles, active)
select app_company(), ${person('rep', 'n')}, 1, '{}'::jsonb, '{all}'::text[], 'Rep ' || n, '{rep}'::text[], true
from generate_series(0, ${reps - 1}) as n
union all select app_company(), ${person('accountant', 'n')}, 1, '{}'::jsonb, '{all}'::text[], 'Accountant ' || n,
  '{accountant}'::text[], true from generate_series(0, 4) as n`;
