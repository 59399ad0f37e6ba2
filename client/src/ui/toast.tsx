import { useEffect, useState, useSyncExternalStore } from 'react';
import { useText } from '../text/use-text.ts';

interface Toast {
  text: string;
  undo?: (() => void) | undefined;
}

const shownForMs = 10_000;
const listeners = new Set<() => void>();
let current: Toast | null = null;

/** Says what just happened, for ten seconds, with a way back where there is one. A newer message replaces it. */
export function showToast(text: string, undo?: () => void): void {
  setCurrent({ text, undo });
}

/** For when the way back is gone: what was said is over, and its Undo would undo nothing. */
export function hideToast(): void {
  setCurrent(null);
}

/** One region, always present, so that a screen reader hears each new message. */
export function ToastRegion() {
  const toast = useSyncExternalStore(subscribe, () => current);
  return (
    <div
      role="status"
      className="pointer-events-none fixed inset-x-0 bottom-[calc(max(var(--tab-bar,0px),var(--keyboard,0px))+var(--bottom-bar,0px)+0.75rem)] z-20 px-4"
    >
      {toast !== null && <ToastCard key={toast.text} toast={toast} />}
    </div>
  );
}

function ToastCard({ toast }: { toast: Toast }) {
  const { t } = useText();
  const [paused, setPaused] = useState(false);
  useEffect(() => {
    if (paused) return undefined;
    const timer = setTimeout(() => dismiss(toast), shownForMs);
    return () => clearTimeout(timer);
  }, [toast, paused]);
  return (
    <div
      onPointerEnter={() => setPaused(true)}
      onPointerLeave={() => setPaused(false)}
      onFocus={() => setPaused(true)}
      onBlur={() => setPaused(false)}
      className="enter-up pointer-events-auto mx-auto flex max-w-xl flex-wrap items-center gap-x-4 rounded-2 bg-ink px-4 py-1 text-paper shadow-float"
    >
      <span className="flex-1 py-2">{toast.text}</span>
      {toast.undo !== undefined && (
        <button
          type="button"
          className="min-h-target px-2 font-semibold underline underline-offset-4 focus-visible:outline-paper"
          onClick={() => {
            toast.undo?.();
            dismiss(toast);
          }}
        >
          {t('action.undo')}
        </button>
      )}
    </div>
  );
}

function dismiss(toast: Toast): void {
  if (current === toast) setCurrent(null);
}

function setCurrent(toast: Toast | null): void {
  current = toast;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
