import { companies } from '@cession/shared/people/company.ts';
import { people, type CompanyId, type Role, type UserId } from '@cession/shared/people/actor.ts';
import type { SyncActor } from '@cession/shared/sync/mutator.ts';
import type { Change } from '@cession/shared/sync/table.ts';

export const DANUBE = '00000000-0000-7000-8000-00000000c001';
export const VOLGA = '00000000-0000-7000-8000-00000000c002';

/** Everybody of every world: two companies that must never hear of each other. */
export const PEOPLE: readonly SyncActor[] = [
  person(1, DANUBE, 'rep'),
  person(2, DANUBE, 'rep'),
  person(3, DANUBE, 'rep'),
  person(4, DANUBE, 'accountant'),
  person(5, DANUBE, 'accountant'),
  person(6, DANUBE, 'chief-accountant'),
  person(7, DANUBE, 'coordinator'),
  person(8, DANUBE, 'admin'),
  person(11, VOLGA, 'rep'),
  person(12, VOLGA, 'accountant'),
];

/** The rows a company starts with. */
export function firstRows(companyId: string): readonly Change[] {
  const name = companyId === DANUBE ? 'Danube' : 'Volga';
  // ids of this world, written as ids are
  const company = companies.put({ id: companyId as CompanyId, name, country: 'HU', demo: true });
  const staff = PEOPLE.filter((one) => one.companyId === companyId).map(({ userId, roles }) =>
    people.put({ id: userId as UserId, name: `${name} ${roles[0]}`, roles: roles as Role[], active: true }),
  );
  return [company, ...staff];
}

function person(number: number, companyId: string, role: Role): SyncActor {
  const userId = `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;
  return { userId, companyId, roles: [role] };
}
