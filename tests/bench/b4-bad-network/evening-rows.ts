/** From evenings to the rows of the table. */
import { round, spreadOf, type BenchGoal, type BenchRow } from '../kit/bench-result.ts';
import { DOCUMENTS, type Evening, type Trouble } from './bad-day.ts';
import type { PhoneKind } from './phone.ts';

export const columns = [
  { key: 'trouble', title: 'in the middle' },
  { key: 'there', title: `on the server, of ${DOCUMENTS}` },
  { key: 'twice', title: 'had their effect twice' },
  { key: 'lost', title: 'lost for good' },
  { key: 'drain', title: 's until all was there' },
  { key: 'requests', title: 'requests' },
  { key: 'shown', title: 'rows the device shows' },
  { key: 'inTrouble', title: 'the device says meanwhile' },
  { key: 'atTheEnd', title: 'the device says at the end' },
] as const;

const NAMES: Readonly<Record<PhoneKind, string>> = {
  ours: 'Cession',
  rxdb: 'RxDB 17',
  pouchdb: 'PouchDB 9',
  tanstack: 'TanStack offline-transactions, as documented',
  'tanstack-careful': 'TanStack offline-transactions, errors without a status',
};

/** Days of one contender with one trouble make one row; what happened on any of them is said. */
export function toRow(days: readonly Evening[]): BenchRow {
  const [first] = days;
  if (first === undefined) throw new Error('a row needs a day');
  const drains = days.flatMap(({ drainMs }) => (drainMs === null ? [] : [drainMs / 1000]));
  return {
    who: NAMES[first.day.who],
    values: {
      trouble: first.day.trouble,
      there: days.map(({ there }) => there.length).join(', '),
      twice: days.reduce((sum, { twice }) => sum + twice, 0),
      lost: days.reduce((sum, { lost }) => sum + lost, 0),
      drain:
        drains.length === days.length ? spreadOf(drains) : `never on ${days.length - drains.length} of ${days.length}`,
      requests: spreadOf(days.map(({ requests }) => requests)),
      shown: days.map(({ shown }) => shown).join(', '),
      inTrouble: said(first.inTrouble),
      atTheEnd: said(first.atTheEnd),
    },
  };
}

function said({ says, waiting, givenUp }: Evening['atTheEnd']): string {
  return [
    says,
    ...(waiting === null ? [] : [`${waiting} waiting`]),
    ...(givenUp > 0 ? [`${givenUp} given up`] : []),
  ].join(', ');
}

export function goalsOf(evenings: readonly Evening[]): readonly BenchGoal[] {
  const ours = evenings.filter(({ day }) => day.who === 'ours');
  const exact = ours.filter(({ there, twice }) => there.length === DOCUMENTS && twice === 0).length;
  const drainOf = (who: PhoneKind, trouble: Trouble): number => {
    const days = evenings.filter(({ day }) => day.who === who && day.trouble === trouble);
    const drains = days.map(({ drainMs }) => (drainMs ?? Infinity) / 1000).toSorted((a, b) => a - b);
    return round(drains[Math.floor(drains.length / 2)] ?? Infinity);
  };
  const peers = ['rxdb', 'pouchdb', 'tanstack', 'tanstack-careful'] as const;
  const troubles = [...new Set(evenings.map(({ day }) => day.trouble))];
  const compared = troubles.map((trouble) => ({
    trouble,
    own: drainOf('ours', trouble),
    best: Math.min(...peers.map((peer) => drainOf(peer, trouble))),
  }));
  return [
    {
      goal: 'Every document on the server exactly once, whatever the line does',
      measured: `${exact} of ${ours.length} days`,
      met: exact === ours.length,
    },
    {
      goal: 'Recovers no slower than its peers',
      measured: compared.map(({ trouble, own, best }) => `${trouble}: ${own} s, the fastest peer ${best} s`).join('; '),
      met: compared.every(({ own, best }) => own <= best),
    },
  ];
}
