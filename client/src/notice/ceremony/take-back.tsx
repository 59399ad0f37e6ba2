import { useLayoutEffect, useRef } from 'react';
import { useSession } from '../../people/session.tsx';
import { useText } from '../../text/use-text.ts';
import { Button } from '../../ui/button.tsx';
import { EnterPin } from '../pin/enter-pin.tsx';

/** The door back into the app, in the rep's language. A debtor who came here by accident goes back with one tap. */
export function TakeBack({ onRight, onClose }: { onRight: () => void; onClose: () => void }) {
  const { t, locale } = useText();
  const { profile } = useSession();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => title.current?.focus(), []);
  return (
    <main
      id="content"
      lang={locale}
      className="fixed inset-0 z-30 grid content-start justify-items-center gap-6 overflow-y-auto bg-paper px-4 py-[max(2rem,env(safe-area-inset-top))]"
    >
      <title>{t('ceremony.pin.title', { name: profile.name })}</title>
      <div className="grid max-w-md gap-1 text-center">
        <h1 ref={title} tabIndex={-1} className="text-4 font-semibold text-balance">
          {t('ceremony.pin.title', { name: profile.name })}
        </h1>
        <p className="text-ink-2">{t('ceremony.pin.titleHint')}</p>
      </div>
      <div className="w-full max-w-sm">
        <EnterPin onRight={onRight} />
      </div>
      <Button look="quiet" onPress={onClose}>
        {t('ceremony.pin.backToLetter')}
      </Button>
    </main>
  );
}
