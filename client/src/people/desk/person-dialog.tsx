import { ROLES, type Role } from '@cession/shared/people/actor.ts';
import { savePerson, type Colleague } from '@cession/shared/people/people-procedures.ts';
import { useQueryClient } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { ask, AskFailure, type AskFault } from '../../device/ask-server.ts';
import type { TextId } from '../../text/areas.ts';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Note } from '../../ui/note.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { showToast } from '../../ui/toast.tsx';
import { formOf, personInput, SHORTEST_PASSWORD, type PersonField, type PersonForm } from './person-form.ts';
import { askAgain } from './ask-again.ts';

interface PersonDialogProps {
  /** null adds somebody. */
  person: Colleague | null;
  onClose: () => void;
}

const failures: Record<AskFault, TextId> = {
  unreachable: 'ask.unreachable',
  busy: 'ask.busy',
  'signed-out': 'ask.signedOut',
  forbidden: 'ask.forbidden',
  refused: 'people.refused',
};

/** Name, e-mail, roles, password, and whether the account is open. */
export function PersonDialog({ person, onClose }: PersonDialogProps) {
  const { t } = useText();
  const formId = useId();
  const { form, change, lacks, failure, busy, save } = usePersonForm(person, formId, onClose);
  const wrong = (field: PersonField) => (lacks.includes(field) ? t(`people.need.${field}`) : undefined);
  return (
    <Dialog
      title={person === null ? t('people.add') : person.name}
      onClose={onClose}
      actions={
        <>
          <Button look="primary" busy={busy} onPress={() => void save()}>
            {t(person === null ? 'people.create' : 'people.save')}
          </Button>
          <Button onPress={onClose}>{t('action.cancel')}</Button>
        </>
      }
    >
      {failure !== null && <Note tone="wrong" live title={t(failures[failure])} />}
      <Field id={`${formId}-name`} label={t('people.name')} error={wrong('name')}>
        <TextInput value={form.name} onChange={(name) => change({ name })} autoComplete="off" />
      </Field>
      <Field id={`${formId}-email`} label={t('sign-in.email')} error={wrong('email')}>
        <TextInput
          value={form.email}
          onChange={(email) => change({ email })}
          inputMode="email"
          autoCapitalize="off"
          autoComplete="off"
          spellCheck={false}
        />
      </Field>
      <RoleChoice
        id={`${formId}-roles`}
        roles={form.roles}
        error={wrong('roles')}
        onChange={(roles) => change({ roles })}
      />
      <Field
        id={`${formId}-password`}
        label={t(person === null ? 'people.password' : 'people.newPassword')}
        optional={person !== null}
        hint={t('people.passwordHint', { count: SHORTEST_PASSWORD })}
        error={wrong('password')}
      >
        <TextInput
          code
          value={form.password}
          onChange={(password) => change({ password })}
          autoComplete="new-password"
        />
      </Field>
      {person !== null && (
        <Checkbox
          label={t('people.active')}
          hint={t('people.activeHint')}
          checked={form.active}
          onChange={(active) => change({ active })}
        />
      )}
    </Dialog>
  );
}

interface RoleChoiceProps {
  id: string;
  roles: readonly Role[];
  error: string | undefined;
  onChange: (roles: Role[]) => void;
}

function RoleChoice({ id, roles, error, onChange }: RoleChoiceProps) {
  const { t } = useText();
  return (
    <fieldset aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className="font-semibold">{t('people.roles')}</legend>
      {error !== undefined && (
        <p id={`${id}-error`} className="text-1 font-semibold text-wrong">
          {error}
        </p>
      )}
      <div className="grid gap-x-4 wide:grid-cols-2">
        {ROLES.map((role, index) => (
          <Checkbox
            key={role}
            {...(index === 0 ? { id } : {})}
            label={t(`role.${role}`)}
            checked={roles.includes(role)}
            onChange={(on) => onChange(ROLES.filter((each) => (each === role ? on : roles.includes(each))))}
          />
        ))}
      </div>
    </fieldset>
  );
}

function usePersonForm(person: Colleague | null, formId: string, onClose: () => void) {
  const { t } = useText();
  const queries = useQueryClient();
  const [form, setForm] = useState<PersonForm>(() => formOf(person));
  const [lacks, setLacks] = useState<readonly PersonField[]>([]);
  const [failure, setFailure] = useState<AskFault | null>(null);
  const [busy, setBusy] = useState(false);

  async function save(): Promise<void> {
    const checked = personInput(form, person?.id ?? null);
    setLacks(checked.ok ? [] : checked.lacks);
    setFailure(null);
    if (!checked.ok) return document.getElementById(`${formId}-${checked.lacks[0]}`)?.focus();
    setBusy(true);
    try {
      await ask(savePerson, checked.input);
    } catch (cause) {
      if (!(cause instanceof AskFailure)) throw cause;
      return setFailure(cause.fault);
    } finally {
      setBusy(false);
    }
    showToast(t('people.saved', { name: checked.input.name }));
    await askAgain(queries);
    onClose();
  }

  return { form, lacks, failure, busy, save, change: (part: Partial<PersonForm>) => setForm({ ...form, ...part }) };
}
