import type { Id } from '@cession/shared/kernel/id.ts';
import { expect, test } from 'vitest';
import { formOf, personInput, type PersonForm } from './person-form.ts';

const anna: PersonForm = {
  name: ' Pál Anna ',
  email: ' anna@danube.example ',
  roles: ['accountant'],
  active: true,
  password: 'correct horse',
};
const known = '0192f7a0-0000-7000-8000-000000000001' as Id<'user'>;

test('a new colleague is sent with name and e-mail trimmed', () => {
  expect(personInput(anna, null)).toEqual({
    ok: true,
    input: {
      id: null,
      name: 'Pál Anna',
      email: 'anna@danube.example',
      roles: ['accountant'],
      active: true,
      password: 'correct horse',
    },
  });
});

test('an empty form names everything it lacks, in the order of the form', () => {
  expect(personInput(formOf(null), null)).toEqual({ ok: false, lacks: ['name', 'email', 'roles', 'password'] });
});

test('a colleague keeps the old password unless a new one is set, and a new one is not too short', () => {
  expect(personInput({ ...anna, password: '' }, known)).toMatchObject({ ok: true, input: { password: null } });
  expect(personInput({ ...anna, password: 'short' }, known)).toEqual({ ok: false, lacks: ['password'] });
});

test('nobody has an account without a role', () => {
  expect(personInput({ ...anna, roles: [] }, known)).toEqual({ ok: false, lacks: ['roles'] });
});
