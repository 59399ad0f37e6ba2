import type { ReactNode } from 'react';
import { Link } from 'wouter';

export interface RowProps {
  /** What it is. */
  title: ReactNode;
  /** Where it stands. */
  detail?: ReactNode;
  /** What it needs: a meter, a pill, a word. */
  end?: ReactNode;
}

const whole = 'flex w-full flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-3 min-h-target text-start';
const pressable = 'hover:bg-accent-soft/60 active:bg-accent-soft -outline-offset-2';

/** The whole row is the link. */
export function LinkRow({ href, current = false, ...row }: RowProps & { href: string; current?: boolean }) {
  return (
    <li>
      <Link
        href={href}
        aria-current={current ? 'true' : undefined}
        className={`${whole} ${pressable} aria-[current]:bg-accent-soft aria-[current]:shadow-[inset_3px_0_0_var(--accent)]`}
      >
        <RowText {...row} />
      </Link>
    </li>
  );
}

/** The whole row is the button. */
export function PressRow({ onPress, id, ...row }: RowProps & { onPress: () => void; id?: string | undefined }) {
  return (
    <li>
      <button type="button" id={id} onClick={onPress} className={`${whole} ${pressable}`}>
        <RowText {...row} />
      </button>
    </li>
  );
}

/** A row to read; what can be done with it stands at its end. */
export function Row(row: RowProps) {
  return (
    <li className={whole}>
      <RowText {...row} />
    </li>
  );
}

function RowText({ title, detail, end }: RowProps) {
  return (
    <>
      <span className="min-w-0 flex-[1_1_9rem]">
        <span className="block font-semibold">{title}</span>
        {detail !== undefined && <span className="block text-1 text-ink-2">{detail}</span>}
      </span>
      {end !== undefined && <span className="ms-auto text-end">{end}</span>}
    </>
  );
}
