import { useEffect, useEffectEvent, useState } from 'react';
import type { ReadingClock, SectionRead } from './reading-clock.ts';

export interface Reading {
  readonly atEnd: boolean;
  readonly section: (name: string) => Watching;
  readonly sectionEnd: (name: string) => Watching;
  /** Below everything. */
  readonly paperEnd: Watching;
}
type Watching = (element: HTMLElement | null) => (() => void) | undefined;

/** Watches which sections stand on the glass and tells each one once it has been read. Nothing is measured but time. */
export function useReading(
  clock: ReadingClock,
  covered: boolean,
  tell: (read: readonly SectionRead[]) => void,
): Reading {
  const [atEnd, setAtEnd] = useState(false);
  const [watcher] = useState(() => watchSections(clock));
  const tellAll = useEffectEvent(() => tell(clock.take(true)));
  useEffect(
    () =>
      watcher.listen(
        () => tell(clock.take(false)),
        () => setAtEnd(true),
      ),
    [watcher, clock, tell],
  );
  useEffect(() => watcher.cover(covered), [watcher, covered]);
  useEffect(() => () => tellAll(), []);
  const { section, sectionEnd, paperEnd } = watcher;
  return { atEnd, section, sectionEnd, paperEnd };
}

interface Watcher extends Omit<Reading, 'atEnd'> {
  listen(changed: () => void, reachedEnd: () => void): void;
  cover(covered: boolean): void;
}

function watchSections(clock: ReadingClock): Watcher {
  const visible = new Set<string>();
  let heard = { changed: (): void => undefined, reachedEnd: (): void => undefined };
  let ended = false;
  // One function per element for as long as the page stands: a new one would start watching anew.
  const made = new Map<string, Watching>();
  const once = (key: string, see: (isVisible: boolean) => void): Watching => {
    const found = made.get(key) ?? watching(see, () => heard.changed());
    made.set(key, found);
    return found;
  };
  return {
    section: (name) =>
      once(`section ${name}`, (isVisible) => {
        if (isVisible) visible.add(name);
        else visible.delete(name);
        clock.show(name, isVisible, false);
      }),
    sectionEnd: (name) => once(`end ${name}`, (isVisible) => isVisible && clock.show(name, visible.has(name), true)),
    paperEnd: once('', (isVisible) => {
      ended ||= isVisible;
      if (ended) heard.reachedEnd();
    }),
    listen: (changed, reachedEnd) => {
      heard = { changed, reachedEnd };
    },
    cover: (covered) => {
      if (covered) clock.pause();
      else for (const name of visible) clock.show(name, true, false);
    },
  };
}

function watching(see: (isVisible: boolean) => void, changed: () => void): Watching {
  return (element) => {
    if (element === null) return undefined;
    const observer = new IntersectionObserver((entries) => {
      see(entries.at(-1)?.isIntersecting ?? false);
      changed();
    });
    observer.observe(element);
    return () => observer.disconnect();
  };
}
