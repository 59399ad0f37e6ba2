import { PAPER_LANGUAGES, type PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { ceremonyWords } from '@cession/shared/notice/wording/ceremony-words.ts';
import { AArrowDown, AArrowUp, Lock } from 'lucide-react';
import { createContext, use, useCallback, useEffect, useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { useText } from '../../text/use-text.ts';
import type { TextSize } from './use-text-size.ts';

/** What stands at the top of every page of the letter. */
export interface LetterTop {
  readonly language: PaperLanguage;
  readonly size: TextSize;
  readonly busy: boolean;
  /** null: the language cannot be changed any more. */
  readonly chooseLanguage: ((language: PaperLanguage) => void) | null;
  readonly takeBack: () => void;
}
export const LetterTopContext = createContext<LetterTop | null>(null);

interface LetterPageProps {
  heading: string;
  /** The acts, the main one first. */
  actions?: ReactNode;
  /** The page that is drawn on takes the whole window; its bar never lies over the field. */
  fills?: boolean;
  children?: ReactNode;
}

/** One page of the letter, in the reader's language: nothing of the app, nothing of anybody else. */
export function LetterPage({ heading, actions, fills = false, children }: LetterPageProps) {
  const top = use(LetterTopContext);
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // Every page is mounted anew: it begins at its top and says its heading.
    scrollTo(0, 0);
    title.current?.focus({ preventScroll: true });
  }, []);
  useDocumentLanguage(top?.language);
  const { bar, stays } = useBarThatStays();
  if (top === null) return null;
  return (
    <main
      id="content"
      lang={top.language}
      className="flex min-h-dvh flex-col overscroll-none bg-paper text-[1.1875rem]/[1.55]"
    >
      <title>{heading}</title>
      <TopRow top={top} />
      <div
        className={`@container mx-auto flex min-h-0 w-full max-w-[44rem] flex-1 flex-col gap-5 px-5 pt-2 pb-6 ${fills ? 'pb-3' : ''}`}
      >
        <h1
          ref={title}
          tabIndex={-1}
          className="text-[min(1.75rem,11vw)]/[1.2] font-semibold tracking-[-0.015em] text-balance hyphens-auto"
        >
          {heading}
        </h1>
        {children}
      </div>
      {actions !== undefined && (
        <div ref={bar} className={`border-t border-line bg-paper ${stays && !fills ? 'sticky bottom-0 z-10' : ''}`}>
          <div
            aria-busy={top.busy}
            className="@container mx-auto grid w-full max-w-[44rem] grid-cols-1 gap-2.5 px-5 pt-3 pb-[max(0.875rem,env(safe-area-inset-bottom))]"
          >
            {actions}
          </div>
        </div>
      )}
    </main>
  );
}

function TopRow({ top }: { top: LetterTop }) {
  const { t, locale } = useText();
  const words = ceremonyWords(top.language);
  return (
    <header className="@container mx-auto w-full max-w-[44rem] px-5 pt-[max(0.75rem,env(safe-area-inset-top))] pb-1 text-[1rem]">
      <div className="flex flex-wrap items-center gap-x-1 gap-y-1 @min-[20rem]:gap-x-2">
        {top.chooseLanguage !== null && <Languages top={top} choose={top.chooseLanguage} />}
        <div role="group" aria-label={words.reading.textSize} className="ms-auto flex rounded-full bg-sunk">
          <TopButton label={words.reading.smaller} disabled={!top.size.canShrink} onPress={top.size.shrink}>
            <AArrowDown aria-hidden size={22} />
          </TopButton>
          <TopButton label={words.reading.larger} disabled={!top.size.canGrow} onPress={top.size.grow}>
            <AArrowUp aria-hidden size={22} />
          </TopButton>
        </div>
        <button
          type="button"
          lang={locale}
          aria-label={t('ceremony.takeBack')}
          title={t('ceremony.takeBack')}
          onClick={top.takeBack}
          className="-me-2 inline-grid size-12 shrink-0 place-items-center rounded-full text-ink-3 hover:bg-sunk"
        >
          <Lock aria-hidden size={20} />
        </button>
      </div>
    </header>
  );
}

function Languages({ top, choose }: { top: LetterTop; choose: (language: PaperLanguage) => void }) {
  return (
    <div
      role="group"
      aria-label={ceremonyWords(top.language).language.choose}
      className="flex flex-wrap rounded-3 bg-sunk"
    >
      {PAPER_LANGUAGES.map((language) => (
        <button
          key={language}
          type="button"
          lang={language}
          aria-pressed={language === top.language}
          disabled={top.busy}
          onClick={() => language !== top.language && choose(language)}
          className="min-h-12 min-w-11 rounded-3 px-2 text-ink-2 @min-[20rem]:px-3 aria-pressed:bg-accent-soft aria-pressed:font-semibold aria-pressed:text-accent"
        >
          <span className="hidden @min-[34rem]:inline">{ceremonyWords(language).language.own}</span>
          <span className="uppercase @min-[34rem]:hidden">{language}</span>
        </button>
      ))}
    </div>
  );
}

interface TopButtonProps {
  label: string;
  disabled: boolean;
  onPress: () => void;
  children: ReactNode;
}

function TopButton({ label, disabled, onPress, children }: TopButtonProps) {
  return (
    <button
      type="button"
      aria-label={label}
      disabled={disabled}
      onClick={onPress}
      className="grid min-h-12 min-w-11 place-items-center rounded-full px-2 text-ink-2 @min-[20rem]:px-3 disabled:text-ink-3 disabled:opacity-50"
    >
      {children}
    </button>
  );
}

/** A bar that would take much of the window (large text, a phone on its side) stands at the end of the page instead. */
function useBarThatStays() {
  const [stays, setStays] = useState(true);
  const bar = useCallback((element: HTMLElement | null) => {
    if (element === null) return undefined;
    const look = () => setStays(element.offsetHeight < innerHeight * MOST_OF_WINDOW);
    const observer = new ResizeObserver(look);
    observer.observe(element);
    addEventListener('resize', look);
    return () => {
      observer.disconnect();
      removeEventListener('resize', look);
    };
  }, []);
  return { bar, stays };
}
const MOST_OF_WINDOW = 0.35;

/** Screen readers and hyphenation follow the page's language; the app's own comes back afterwards. */
function useDocumentLanguage(language: PaperLanguage | undefined): void {
  useEffect(() => {
    const root = document.documentElement;
    const before = root.lang;
    if (language !== undefined) root.lang = language;
    return () => {
      root.lang = before;
    };
  }, [language]);
}
