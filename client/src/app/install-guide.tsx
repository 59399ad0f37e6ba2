import { EllipsisVertical, PlusSquare, Share, Smartphone, type LucideIcon } from 'lucide-react';
import type { TextId } from '../text/areas.ts';
import { useText } from '../text/use-text.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { askToInstall, installWay, type InstallWay } from './install-offer.ts';

interface Step {
  icon: LucideIcon;
  words: Extract<TextId, `install.${string}`>;
}

const iosSteps: readonly Step[] = [
  { icon: Share, words: 'install.iosShare' },
  { icon: PlusSquare, words: 'install.iosAdd' },
  { icon: Smartphone, words: 'install.iosOpen' },
];

const stepsByWay: Record<InstallWay, readonly Step[]> = {
  installed: [],
  prompt: [],
  'ios-safari': iosSteps,
  'ios-other': [{ icon: Share, words: 'install.iosOther' }, ...iosSteps],
  menu: [
    { icon: EllipsisVertical, words: 'install.menuOpen' },
    { icon: PlusSquare, words: 'install.menuAdd' },
    { icon: Smartphone, words: 'install.menuOpenApp' },
  ],
};

/** Why and how to put the app on the home screen. Offered after the first saved card and from More. */
export function InstallGuide({ onClose }: { onClose: () => void }) {
  const { t } = useText();
  const way = installWay();
  return (
    <Dialog
      title={t('install.title')}
      onClose={onClose}
      actions={
        <>
          {way === 'prompt' && (
            <Button look="primary" onPress={() => void askToInstall().then(onClose)}>
              {t('install.now')}
            </Button>
          )}
          <Button onPress={onClose}>{t('action.later')}</Button>
        </>
      }
    >
      <p className="text-ink-2">{t('install.why')}</p>
      <ol className="grid gap-1">
        {stepsByWay[way].map(({ icon: Icon, words }, index) => (
          <li key={words} className="flex items-center gap-3 py-1.5">
            <span className="grid size-9 shrink-0 place-items-center rounded-2 bg-accent-soft text-accent">
              <Icon aria-hidden size={20} />
            </span>
            <span>{`${index + 1}. ${t(words)}`}</span>
          </li>
        ))}
      </ol>
    </Dialog>
  );
}
