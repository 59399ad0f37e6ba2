import type { Role, UserId } from '@cession/shared/people/actor.ts';
import { danubeAgreements } from './agreements-danube.ts';
import { volgaAgreements } from './agreements-volga.ts';
import type { Scene } from './demo-spine.ts';
import type { Cast } from './demo-story.ts';
import type { DemoTime } from './demo-time.ts';
import { danubeScenes } from './story-danube.ts';
import { danubeNotices, type NoticeStage } from './story-notices.ts';
import { volgaScenes } from './story-volga.ts';

export const DEMO_PASSWORD = 'cession-demo';

export interface DemoCompany {
  readonly name: string;
  readonly country: string;
  readonly people: readonly { readonly name: string; readonly email: string; readonly roles: readonly Role[] }[];
  /** What its people have done so far. */
  readonly scenes: (company: string, by: Cast, time: DemoTime) => readonly Scene[];
  /** And at its debtors'; written when the cards and agreements are there. */
  readonly notices?: (stage: NoticeStage) => Promise<readonly Scene[]>;
}

export const demoCompanies: readonly DemoCompany[] = [
  {
    name: 'Danube Toys Kft.',
    country: 'HU',
    people: [
      { name: 'Nagy Péter', email: 'rep1@danube.example', roles: ['rep'] },
      { name: 'Kovács Júlia', email: 'rep2@danube.example', roles: ['rep'] },
      { name: 'Horváth Zsófia', email: 'manager@danube.example', roles: ['client-manager'] },
      { name: 'Balogh Gergely', email: 'coordinator@danube.example', roles: ['coordinator'] },
      { name: 'Szabó Katalin', email: 'accountant1@danube.example', roles: ['accountant'] },
      { name: 'Tóth András', email: 'accountant2@danube.example', roles: ['accountant'] },
      { name: 'Varga Ildikó', email: 'chief@danube.example', roles: ['chief-accountant'] },
      { name: 'Kiss Dániel', email: 'sales@danube.example', roles: ['sales-manager'] },
      { name: 'Molnár Eszter', email: 'admin@danube.example', roles: ['admin'] },
      { name: 'Farkas Bence', email: 'auditor@danube.example', roles: ['auditor'] },
    ],
    scenes: (...told) => [...danubeScenes(...told), ...danubeAgreements(...told)],
    notices: danubeNotices,
  },
  {
    name: 'Volga Trade LLC',
    country: 'RU',
    people: [
      { name: 'Иванов Алексей', email: 'rep@volga.example', roles: ['rep'] },
      { name: 'Соколова Марина', email: 'accountant@volga.example', roles: ['accountant'] },
      { name: 'Орлова Светлана', email: 'coordinator@volga.example', roles: ['coordinator'] },
      { name: 'Никитин Павел', email: 'chief@volga.example', roles: ['chief-accountant'] },
    ],
    scenes: (...told) => [...volgaScenes(...told), ...volgaAgreements(...told)],
  },
];

/** Finds the people of a founded company. */
export function castOf(company: DemoCompany, companyId: string, userIds: ReadonlyMap<string, UserId>): Cast {
  return (name) => {
    const person = company.people.find(({ email }) => email.startsWith(`${name}@`));
    const userId = person && userIds.get(person.email);
    if (!person || userId === undefined) throw new Error(`nobody called ${name} works at ${company.name}`);
    return { userId, companyId, roles: person.roles };
  };
}
