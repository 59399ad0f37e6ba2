import { X } from 'lucide-react';
import { useId, useLayoutEffect, useRef, type ReactNode } from 'react';
import { useText } from '../text/use-text.ts';
import { IconButton } from './icon-button.tsx';

interface DialogProps {
  title: string;
  onClose: () => void;
  children: ReactNode;
  /** The answers, primary first. */
  actions?: ReactNode;
  /** Room for two columns on a wide screen. */
  roomy?: boolean;
}

/**
 * The platform's own modal dialog: it traps focus, closes on Esc and gives focus back. Mounted means open.
 * A tap beside it does nothing: what was typed inside must not vanish by a slip of the thumb. A full sheet from below on a phone, a panel in the middle elsewhere.
 */
export function Dialog({ title, onClose, children, actions, roomy = false }: DialogProps) {
  const { t } = useText();
  const ref = useRef<HTMLDialogElement>(null);
  const titleId = useId();
  useLayoutEffect(() => {
    const dialog = ref.current;
    dialog?.showModal();
    if (dialog !== null && matchMedia('(pointer: fine)').matches) focusContent(dialog);
    // Closing before the element leaves is what hands focus back to where it was.
    return () => dialog?.close();
  }, []);
  return (
    <dialog
      ref={ref}
      aria-labelledby={titleId}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      className={`enter-up mx-0 mt-auto mb-0 max-h-[92dvh] w-full max-w-none overflow-y-auto overscroll-contain rounded-t-3 bg-paper text-start text-ink shadow-float backdrop:bg-scrim wide:m-auto wide:rounded-3 ${roomy ? 'wide:max-w-5xl' : 'wide:max-w-lg'}`}
    >
      <div className="grid grid-cols-1 gap-4 p-4 pb-[max(1rem,env(safe-area-inset-bottom))] wide:p-6">
        <div className="flex items-start gap-3">
          <h2 id={titleId} className="flex min-h-target flex-1 items-center text-4 font-semibold tracking-[-0.01em]">
            {title}
          </h2>
          <IconButton label={t('action.close')} onPress={onClose}>
            <X aria-hidden size={20} />
          </IconButton>
        </div>
        {children}
        {actions !== undefined && <div className="grid gap-2 wide:flex wide:flex-row-reverse">{actions}</div>}
      </div>
    </dialog>
  );
}

/** Past the close button, to what the person came for. Not on a phone, where a keyboard would jump up over it. */
function focusContent(dialog: HTMLDialogElement): void {
  dialog.querySelectorAll<HTMLElement>('button, input, select, textarea, a[href]')[1]?.focus();
}
