import { LoaderCircle } from 'lucide-react';
import { useText } from '../text/use-text.ts';
import { VisuallyHidden } from './visually-hidden.tsx';

/** The turning ring inside something that already says what is going on. */
export function Busy() {
  return <LoaderCircle aria-hidden size={18} className="shrink-0 animate-spin motion-reduce:animate-none" />;
}

/** Ring and words, for a part of the screen that is on its way. */
export function BusyText({ children }: { children?: string }) {
  const { t } = useText();
  return (
    <p role="status" className="flex items-center gap-2 text-ink-2">
      <Busy />
      {children ?? t('busy.loading')}
    </p>
  );
}

/** Stands in for a screen whose code is being fetched: silent for the eye, spoken for a screen reader. */
export function ScreenLoading() {
  const { t } = useText();
  return (
    <p role="status">
      <VisuallyHidden>{t('busy.loading')}</VisuallyHidden>
    </p>
  );
}
