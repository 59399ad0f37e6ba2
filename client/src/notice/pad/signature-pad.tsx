import type { Strokes } from '@cession/shared/notice/paper-document.ts';
import { useEffect, useId, useRef, useState, type ReactNode } from 'react';
import { attachPad, type Pad } from './attach-pad.ts';

/** In the language of whoever draws. */
export interface PadWords {
  /** What the field is: "Field for your signature". */
  readonly label: string;
  readonly undo: string;
  readonly clear: string;
  /** Said to who cannot see it: how much is drawn. */
  readonly status: (strokes: number) => string;
}

interface SignaturePadProps {
  words: PadWords;
  /** After every stroke; an empty list of strokes when it was cleared. */
  onChange: (strokes: Strokes) => void;
  children?: ReactNode;
}

/** A field to draw in, with a line to write on. It does not scroll, and nothing outside of it is drawn. */
export function SignaturePad({ words, onChange, children }: SignaturePadProps) {
  const box = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const [pad, setPad] = useState<Pad | null>(null);
  const [count, setCount] = useState(0);
  const statusId = useId();
  const told = useRef(onChange);
  useEffect(() => {
    told.current = onChange;
  }, [onChange]);
  useEffect(() => {
    if (canvas.current === null || box.current === null) return undefined;
    const attached: Pad = attachPad(canvas.current, box.current, () => {
      setCount(attached.ink.paths().length);
      told.current(attached.ink.strokes());
    });
    setPad(attached);
    const scheme = matchMedia('(prefers-color-scheme: dark)');
    scheme.addEventListener('change', attached.redraw);
    return () => {
      scheme.removeEventListener('change', attached.redraw);
      attached.detach();
    };
  }, []);
  return (
    <div className="flex min-h-0 flex-1 flex-col gap-1">
      <div
        ref={box}
        className="relative max-h-[27rem] min-h-44 flex-1 touch-none overflow-hidden overscroll-contain rounded-3 border-2 border-edge bg-sheet select-none"
      >
        <span aria-hidden className="pointer-events-none absolute inset-x-8 bottom-[24%] border-b border-line" />
        <canvas
          ref={canvas}
          role="img"
          aria-label={words.label}
          aria-describedby={statusId}
          className="absolute start-0 top-0 touch-none text-ink select-none"
        />
      </div>
      <p id={statusId} role="status" className="sr-only">
        {words.status(count)}
      </p>
      <div className="flex flex-wrap gap-x-5">
        <PadButton disabled={count === 0} onPress={() => pad?.undo()}>
          {words.undo}
        </PadButton>
        <PadButton disabled={count === 0} onPress={() => pad?.clear()}>
          {words.clear}
        </PadButton>
        {children}
      </div>
    </div>
  );
}

function PadButton({ disabled, onPress, children }: { disabled: boolean; onPress: () => void; children: string }) {
  return (
    <button
      type="button"
      disabled={disabled}
      onClick={onPress}
      className="min-h-12 min-w-12 rounded-2 py-2 text-start text-[1rem] font-semibold text-accent underline-offset-4 hover:underline disabled:text-ink-3 disabled:no-underline"
    >
      {children}
    </button>
  );
}
