import type { ReactNode } from 'react';
import { Link } from 'wouter';

export type Tone = 'neutral' | 'accent' | 'wait' | 'wrong' | 'proven';

const tones: Record<Tone, string> = {
  neutral: 'bg-sunk text-ink-2',
  accent: 'bg-accent-soft text-accent',
  wait: 'bg-wait-soft text-wait',
  wrong: 'bg-wrong-soft text-wrong',
  proven: 'bg-proven-soft text-proven',
};

const shape = 'inline-flex items-center gap-1.5 rounded-full px-3 py-1 text-1 font-semibold';

export function Pill({ tone = 'neutral', children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span data-pill className={`${shape} ${tones[tone]}`}>
      {children}
    </span>
  );
}

/** The state pill of the app bar: it tells, and it opens the page that tells more. */
export function PillLink({ tone = 'neutral', href, children }: { tone?: Tone; href: string; children: ReactNode }) {
  return (
    <Link href={href} data-pill className={`${shape} min-h-8 ${tones[tone]} relative after:absolute after:-inset-2`}>
      {children}
    </Link>
  );
}
