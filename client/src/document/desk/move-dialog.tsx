import type { OriginalRow } from '@cession/shared/document/document-procedures.ts';
import { OriginalState } from '@cession/shared/document/document.ts';
import { moveOriginal } from '@cession/shared/document/move-original.ts';
import { isOfficeState, nextOriginalState, originalStep } from '@cession/shared/document/original-moves.ts';
import type { ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useState } from 'react';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { Field } from '../../ui/field.tsx';
import { Select } from '../../ui/select.tsx';
import { TextInput } from '../../ui/text-input.tsx';
import { typeName } from '../document-words.ts';
import { OriginalLedger } from '../original-ledger.tsx';

type Step = Exclude<OriginalState, 'not-needed'>;

/** One step of a paper, with the place it is at now; a step back with its reason. Enter does it. */
export function MoveDialog({ row, onClose }: { row: OriginalRow; onClose: () => void }) {
  const { t } = useText();
  const { perform } = useDeskPerform();
  const steps = OriginalState.options.filter((to): to is Step => originalStep(row.original, to) !== null);
  const [to, setTo] = useState<Step | null>(usualStep(row, steps));
  const [place, setPlace] = useState('');
  const [because, setBecause] = useState('');
  const [tried, setTried] = useState(false);
  if (to === null) return null;
  const name = typeName(t, row.type);
  const isBack = originalStep(row.original, to) === 'back';
  const lacksPlace = isOfficeState(to) && place.trim() === '';
  const lacksReason = isBack && because.trim() === '';
  const move = () => {
    setTried(true);
    if (lacksPlace || lacksReason) return;
    type Args = ArgsOf<typeof moveOriginal>;
    const ids = { documentId: row.id as Args['documentId'], cardId: row.cardId as Args['cardId'] }; // the server named them
    const state = t(`document.original.${to}`);
    perform(
      moveOriginal,
      { ...ids, to, place: place.trim(), because: isBack ? because.trim() : '' },
      { words: t('originals.do.move', { type: name, name: row.cardName, state }) },
    );
    onClose();
  };
  return (
    <Dialog title={t('originals.moveTitle', { type: name, name: row.cardName })} onClose={onClose}>
      <form
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          move();
        }}
      >
        <Field label={t('originals.step')}>
          <Select
            value={to}
            choices={steps.map((value) => ({ value, label: t(`document.step.${value}`) }))}
            onChange={setTo}
          />
        </Field>
        <PlaceField to={to} place={place} onChange={setPlace} missing={tried && lacksPlace} />
        {isBack && (
          <Field label={t('document.because')} error={tried && lacksReason ? t('originals.becauseMissing') : undefined}>
            <TextInput value={because} onChange={(value) => setBecause(value.slice(0, 300))} />
          </Field>
        )}
        <Button type="submit" look="primary" wide>
          {t(`document.step.${to}`)}
        </Button>
      </form>
      <OriginalLedger moves={row.moves} />
    </Dialog>
  );
}

interface PlaceFieldProps {
  to: Step;
  place: string;
  onChange: (place: string) => void;
  missing: boolean;
}

function PlaceField({ to, place, onChange, missing }: PlaceFieldProps) {
  const { t } = useText();
  return (
    <Field
      label={to === 'promised' ? t('originals.toWhere') : t(`document.place.${to}`)}
      optional={!isOfficeState(to)}
      error={missing ? t('originals.placeMissing') : undefined}
    >
      <TextInput value={place} onChange={(value) => onChange(value.slice(0, 120))} />
    </Field>
  );
}

/** Most papers are noted when they lie on the desk: then they are here, whatever was said before. */
function usualStep({ original }: OriginalRow, steps: readonly Step[]): Step | null {
  if (steps.includes('received') && (original === 'promised' || original === 'in-transit')) return 'received';
  const next = nextOriginalState(original);
  return steps.find((step) => step === next) ?? steps[0] ?? null;
}
