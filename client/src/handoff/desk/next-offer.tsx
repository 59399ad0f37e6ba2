import type { ReactNode } from 'react';
import { KeyHint } from '../../people/desk/key-hint.tsx';
import { UnsentNotes } from '../../people/desk/unsent-notes.tsx';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { BottomBar } from '../../ui/bottom-bar.tsx';
import { Button } from '../../ui/button.tsx';

interface NextProps {
  /** "Next item". */
  label: string;
  onNext: () => void;
}

/** A narrow screen has no empty right side to offer the next item on. */
export function NextBar({ label, onNext }: NextProps) {
  const { busy } = useDeskPerform();
  return (
    <div className="contents desk:hidden">
      <BottomBar>
        <Button look="primary" wide busy={busy !== null} onPress={onNext}>
          {label}
        </Button>
      </BottomBar>
    </div>
  );
}

interface NothingOpenProps {
  words: string;
  /** null for whoever only reads. */
  next: NextProps | null;
  children?: ReactNode;
}

/** The empty right side of a queue: what to do, and the next item. */
export function NothingOpen({ words, next, children }: NothingOpenProps) {
  const { busy } = useDeskPerform();
  return (
    <div className="grid max-w-sm justify-items-center gap-3 text-center">
      <UnsentNotes />
      <p>{words}</p>
      {next !== null && (
        <Button look="primary" busy={busy !== null} onPress={next.onNext} icon={<KeyHint press="N" />}>
          {next.label}
        </Button>
      )}
      {children}
    </div>
  );
}
