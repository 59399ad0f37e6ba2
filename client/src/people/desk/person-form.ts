import type { Role } from '@cession/shared/people/actor.ts';
import { savePerson, type Colleague } from '@cession/shared/people/people-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';

export interface PersonForm {
  readonly name: string;
  readonly email: string;
  readonly roles: readonly Role[];
  readonly active: boolean;
  /** '' leaves the password as it is. */
  readonly password: string;
}

export type PersonField = 'name' | 'email' | 'roles' | 'password';
export type PersonInput = InputOfProcedure<typeof savePerson>;

export const SHORTEST_PASSWORD = 10;

export function formOf(person: Colleague | null): PersonForm {
  if (person === null) return { name: '', email: '', roles: [], active: true, password: '' };
  const { name, email, roles, active } = person;
  return { name, email, roles, active, password: '' };
}

/** What is sent, or the fields that do not do yet, in the order of the form. A new person needs a password. */
export function personInput(
  form: PersonForm,
  id: PersonInput['id'],
): { readonly ok: true; readonly input: PersonInput } | { readonly ok: false; readonly lacks: readonly PersonField[] } {
  const input = {
    id,
    name: form.name.trim(),
    email: form.email.trim(),
    roles: [...form.roles],
    active: form.active,
    password: form.password === '' ? null : form.password,
  };
  const parsed = savePerson.input.safeParse(input);
  const wrong = new Set(parsed.error?.issues.map((issue) => issue.path[0]) ?? []);
  if (id === null && input.password === null) wrong.add('password');
  const lacks = (['name', 'email', 'roles', 'password'] as const).filter((field) => wrong.has(field));
  return lacks.length === 0 && parsed.success ? { ok: true, input: parsed.data } : { ok: false, lacks };
}
