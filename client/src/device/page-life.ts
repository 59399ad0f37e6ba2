import type { PageLife } from './ports.ts';

/** A page that is hidden, frozen or being left counts as hidden: it may never run again. */
export const pageLife: PageLife = {
  isVisible: () => document.visibilityState === 'visible',
  watch(see) {
    const hide = () => see('hidden');
    const look = () => see(document.visibilityState === 'visible' ? 'visible' : 'hidden');
    document.addEventListener('visibilitychange', look);
    document.addEventListener('freeze', hide);
    document.addEventListener('resume', look);
    window.addEventListener('pagehide', hide);
    window.addEventListener('pageshow', look);
    return () => {
      document.removeEventListener('visibilitychange', look);
      document.removeEventListener('freeze', hide);
      document.removeEventListener('resume', look);
      window.removeEventListener('pagehide', hide);
      window.removeEventListener('pageshow', look);
    };
  },
};
