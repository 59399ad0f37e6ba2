import { useState } from 'react';
import { Button } from './button.tsx';
import { BottomBar } from './bottom-bar.tsx';
import { BusyText } from './busy.tsx';
import { Checkbox } from './checkbox.tsx';
import { ConfirmDialog } from './confirm-dialog.tsx';
import { CopyButton } from './copy-button.tsx';
import { DateInput } from './date-input.tsx';
import { EmptyState } from './empty-state.tsx';
import { ErrorSummary } from './error-summary.tsx';
import { Field } from './field.tsx';
import { Kbd } from './kbd.tsx';
import { Note } from './note.tsx';
import { NumberInput } from './number-input.tsx';
import { Page } from './page.tsx';
import { Pill } from './pill.tsx';
import { RadioGroup } from './radio-group.tsx';
import { Select } from './select.tsx';
import { SkeletonRows } from './skeleton.tsx';
import { TextInput } from './text-input.tsx';
import { Textarea } from './textarea.tsx';
import { showToast } from './toast.tsx';

export function FormPart() {
  const [name, setName] = useState('Tisza Játék Bt.');
  const [tax, setTax] = useState('25978221-2-42');
  const [giro, setGiro] = useState('11773016-11111018-00000001');
  const [register, setRegister] = useState('');
  const [day, setDay] = useState('2026-11-21');
  const [country, setCountry] = useState<'hu' | 'ru' | ''>('');
  return (
    <Page
      title="Company and register"
      back="/kit?part=card"
      state={<Pill>Saved 09:41</Pill>}
      onSubmit={() => showToast('On to the addresses')}
      bottom={
        <BottomBar>
          <Button type="submit" look="primary" wide>
            Next: Addresses
          </Button>
        </BottomBar>
      }
    >
      <Field label="Tax number (adószám)" proven="check digit" hint="8-1-2 digits, as on any invoice of theirs">
        <NumberInput value={tax} onChange={setTax} />
      </Field>
      <Note
        tone="wait"
        title="Already known?"
        actions={
          <>
            <Button look="plain">Open it</Button>
            <Button look="plain">Use it</Button>
            <Button look="plain">Keep both</Button>
          </>
        }
      >
        Tisza Játék Betéti Társaság, same tax number, owner Nagy P.
      </Note>
      <Field
        label="Company name"
        origin={
          <>
            from the pasted block · <button className="underline">Undo</button>
          </>
        }
      >
        <TextInput value={name} onChange={setName} />
      </Field>
      <Field
        id="giro"
        label="Bank account (GIRO)"
        error="The last group fails its check digit. Compare it with their invoice."
      >
        <NumberInput value={giro} onChange={setGiro} />
      </Field>
      <Field label="Register number (cégjegyzékszám)" optional>
        <NumberInput value={register} onChange={setRegister} placeholder="01-10-041585" />
      </Field>
      <Field label="Country">
        <Select
          value={country}
          onChange={setCountry}
          choices={[
            { value: 'hu', label: 'Hungary' },
            { value: 'ru', label: 'Russia' },
          ]}
        />
      </Field>
      <Field label="Contract date">
        <DateInput value={day} onChange={setDay} />
      </Field>
    </Page>
  );
}

export function RestPart() {
  const [asking, setAsking] = useState(false);
  const [signing, setSigning] = useState<'sole' | 'joint'>('joint');
  const [checked, setChecked] = useState(true);
  const [note, setNote] = useState('Calls back after lunch. Speaks Hungarian and German.');
  return (
    <Page title="The rest of the kit" back="/kit">
      <ErrorSummary items={summary} />
      <RadioGroup
        legend="Signing"
        value={signing}
        onChange={setSigning}
        choices={[
          { value: 'sole', label: 'Alone' },
          { value: 'joint', label: 'Jointly', hint: 'Name the second signatory too' },
        ]}
      />
      <Checkbox label="Receives invoices by e-mail" checked={checked} onChange={setChecked} hint="Otherwise by post" />
      <Field label="How to talk to them" optional>
        <Textarea value={note} onChange={setNote} />
      </Field>
      <div className="flex flex-wrap items-center gap-2">
        <Button look="primary" onPress={() => showToast('Card discarded', () => undefined)}>
          Toast
        </Button>
        <Button onPress={() => setAsking(true)}>Dialog</Button>
        <Button look="danger">Discard</Button>
        <Button busy>Sending</Button>
        <Button disabled>Disabled</Button>
        <Pill tone="wrong">2 past due</Pill>
        <Kbd>J</Kbd>
      </div>
      <p>
        Account <span className="font-mono">HU42 1177 3016</span> <CopyButton value="HU42" what="account" />
      </p>
      <BusyText />
      <SkeletonRows count={2} />
      <EmptyState title="No tasks today" action={<Button>Show done</Button>}>
        What is due comes here by itself.
      </EmptyState>
      <Note tone="wrong" title="This phone is nearly full">
        Photos stay, but new ones may not fit.
      </Note>
      <Note tone="proven" title="Accepted">
        Transactions may start.
      </Note>
      {asking && (
        <ConfirmDialog
          title="Discard this card?"
          action="Discard the card"
          danger
          onConfirm={() => setAsking(false)}
          onClose={() => setAsking(false)}
        >
          It has not been sent. Nobody else has it.
        </ConfirmDialog>
      )}
    </Page>
  );
}
const summary = [{ id: 'giro', text: 'Enter the bank account' }];
