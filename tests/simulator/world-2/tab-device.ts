/** What one tab notices of the device it is on. */
import type { Online } from '@cession/client/device/ports.ts';

export function createPage(isVisible: boolean) {
  let visible = isVisible;
  const watchers = new Set<(now: 'visible' | 'hidden') => void>();
  return {
    isVisible: () => visible,
    watch: (see: (now: 'visible' | 'hidden') => void) => {
      watchers.add(see);
      return () => void watchers.delete(see);
    },
    show: (next: boolean) => {
      if (next === visible) return;
      visible = next;
      for (const see of watchers) see(next ? 'visible' : 'hidden');
    },
  };
}

export function createRadio(isCut: () => boolean): Online & { back(): void } {
  const watchers = new Set<() => void>();
  return {
    probe: async () => (isCut() ? 'unreachable' : 'reachable'),
    watch: (back) => {
      watchers.add(back);
      return () => void watchers.delete(back);
    },
    back: () => {
      for (const back of watchers) back();
    },
  };
}
