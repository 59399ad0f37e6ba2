import { Camera, FolderOpen } from 'lucide-react';
import { useEffect, useRef, type RefObject } from 'react';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import type { Capture, Target } from './use-capture.ts';

const PICTURES = 'image/jpeg,image/png,image/heic,image/heif';

interface FileInputsProps {
  capture: Capture;
  target: Target;
  /** It is safe on this phone. */
  onDone: () => void;
}

/** The two ways to a file: the camera, or what is on the phone already. */
export function FileInputs({ capture, target, onDone }: FileInputsProps) {
  const { t } = useText();
  const camera = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  useCancel(camera, capture.cancel);
  useCancel(files, capture.cancel);
  // Written down first: under the camera the phone may close the app without another word.
  const open = async (input: HTMLInputElement | null) => {
    await capture.begin(target);
    input?.click();
  };
  const picked = async (input: HTMLInputElement) => {
    const file = input.files?.[0];
    if (file !== undefined && (await capture.take(target, file))) onDone();
    // The same file may be chosen again after a refusal.
    input.value = '';
  };
  const common = {
    type: 'file',
    className: 'sr-only',
    tabIndex: -1,
    'aria-hidden': true,
    onCancel: capture.cancel,
  } as const;
  return (
    <div className="grid gap-2">
      <Button
        look="primary"
        wide
        busy={capture.busy}
        icon={<Camera aria-hidden size={20} />}
        onPress={() => void open(camera.current)}
      >
        {t(capture.busy ? 'document.working' : 'document.take')}
      </Button>
      <Button wide icon={<FolderOpen aria-hidden size={20} />} onPress={() => void open(files.current)}>
        {t('document.choose')}
      </Button>
      <input
        {...common}
        ref={camera}
        data-source="camera"
        accept={PICTURES}
        capture="environment"
        onChange={(event) => void picked(event.currentTarget)}
      />
      <input
        {...common}
        ref={files}
        data-source="files"
        accept={`${PICTURES},application/pdf`}
        onChange={(event) => void picked(event.currentTarget)}
      />
    </div>
  );
}

/** Nothing was picked. The event bubbles, and the dialog around it would take it for its own Esc. */
function useCancel(input: RefObject<HTMLInputElement | null>, cancelled: () => void): void {
  const latest = useRef(cancelled);
  useEffect(() => {
    latest.current = cancelled;
  });
  useEffect(() => {
    const element = input.current;
    const hear = (event: Event) => {
      event.stopPropagation();
      latest.current();
    };
    element?.addEventListener('cancel', hear);
    return () => element?.removeEventListener('cancel', hear);
  }, [input]);
}
