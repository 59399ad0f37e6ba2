import type { ReactNode, Ref } from 'react';
import { Link } from 'wouter';
import { useText } from '../text/use-text.ts';
import { Busy } from './busy.tsx';

export type ButtonLook = 'primary' | 'quiet' | 'plain' | 'danger';

interface Common {
  children: ReactNode;
  look?: ButtonLook | undefined;
  /** Full width, as in the bottom bar. */
  wide?: boolean | undefined;
  icon?: ReactNode;
}

export interface ButtonProps extends Common {
  onPress?: (() => void) | undefined;
  type?: 'button' | 'submit' | undefined;
  form?: string | undefined;
  busy?: boolean | undefined;
  disabled?: boolean | undefined;
  ref?: Ref<HTMLButtonElement>;
}

const looks: Record<ButtonLook, string> = {
  primary: 'px-4 bg-accent text-on-accent border-transparent text-3 min-h-action active:brightness-90',
  quiet: 'px-4 bg-transparent text-accent border-line min-h-target hover:bg-accent-soft',
  plain: 'px-2 -mx-2 bg-transparent text-accent border-transparent min-h-target underline-offset-4 hover:underline',
  danger: 'px-4 bg-transparent text-wrong border-line min-h-target hover:bg-wrong-soft',
};

export function Button({ onPress, type = 'button', form, busy = false, disabled, ref, ...common }: ButtonProps) {
  return (
    <button
      ref={ref}
      type={type}
      form={form}
      disabled={disabled}
      aria-disabled={busy || undefined}
      onClick={(event) => {
        if (busy) event.preventDefault();
        else onPress?.();
      }}
      className={classesOf(common)}
    >
      {busy ? <Busy /> : common.icon}
      <span>{common.children}</span>
    </button>
  );
}

/** A link that looks like a button: it goes somewhere and can be opened in another tab. */
export function ButtonLink({ href, ...common }: Common & { href: string }) {
  return (
    <Link href={href} className={classesOf(common)}>
      {common.icon}
      <span>{common.children}</span>
    </Link>
  );
}

/** A link that looks like a button and brings a file of the server's. */
export function DownloadLink({ href, ...common }: Common & { href: string }) {
  return (
    <a href={href} download className={classesOf(common)}>
      {common.icon}
      <span>{common.children}</span>
    </a>
  );
}

/** The promise that cannot be kept yet: it says why, and a tap goes where the reason can be removed. */
export function BlockedButton({ action, reason, onPress }: { action: string; reason: string; onPress: () => void }) {
  const { t } = useText();
  return (
    <button
      type="button"
      onClick={onPress}
      className={`${base} min-h-action w-full border-transparent px-4 bg-sunk text-3 text-ink-2`}
    >
      {t('action.blocked', { action, reason })}
    </button>
  );
}

const base =
  'inline-flex items-center justify-center gap-2 rounded-2 border py-2 text-center font-semibold transition-colors ' +
  'disabled:cursor-default disabled:border-line disabled:bg-sunk disabled:text-ink-2';

function classesOf({ look = 'quiet', wide = false }: Common): string {
  return `${base} ${looks[look]} ${wide ? 'w-full' : ''}`;
}
