import type { ReactNode } from 'react';

export type NoteTone = 'accent' | 'wait' | 'wrong' | 'proven';

const tones: Record<NoteTone, { ground: string; title: string }> = {
  accent: { ground: 'bg-accent-soft', title: 'text-accent' },
  wait: { ground: 'bg-wait-soft', title: 'text-wait' },
  wrong: { ground: 'bg-wrong-soft', title: 'text-wrong' },
  proven: { ground: 'bg-proven-soft', title: 'text-proven' },
};

interface NoteProps {
  tone: NoteTone;
  title?: string;
  children?: ReactNode;
  actions?: ReactNode;
  /** Spoken when it appears while the person is on the screen. */
  live?: boolean;
}

export function Note({ tone, title, children, actions, live = false }: NoteProps) {
  const { ground, title: titleColor } = tones[tone];
  return (
    <div role={live ? 'status' : undefined} className={`rounded-2 px-3.5 py-3 ${ground}`}>
      {title !== undefined && <p className={`font-semibold ${titleColor}`}>{title}</p>}
      {children}
      {actions !== undefined && <div className="-mb-1.5 flex flex-wrap gap-x-6">{actions}</div>}
    </div>
  );
}
