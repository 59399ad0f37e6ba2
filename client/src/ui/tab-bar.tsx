import type { LucideIcon } from 'lucide-react';
import { Link } from 'wouter';
import { publishHeight } from './publish-height.ts';

export interface Tab {
  href: string;
  label: string;
  icon: LucideIcon;
}

/** Very large text in a narrow window: the words are enough, and leave room for what they lead to. */
const WORDS_ALONE = '@max-[16rem]:hidden';

const publish = publishHeight('--tab-bar');

export function TabBar({ label, tabs, current }: { label: string; tabs: readonly Tab[]; current: string }) {
  return (
    <nav
      ref={publish}
      data-tabs
      aria-label={label}
      className="@container sticky bottom-0 z-10 bg-paper pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="mx-auto flex max-w-xl flex-wrap px-1">
        {tabs.map(({ href, label: words, icon: Icon }) => (
          <li key={href} className="min-w-max flex-[1_0_20%]">
            <Link
              href={href}
              aria-current={href === current ? 'page' : undefined}
              className="grid min-h-14 content-center justify-items-center gap-0.5 px-1.5 py-2 text-1 @max-[16rem]:min-h-[44px] @max-[16rem]:py-1 text-ink-3 -outline-offset-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-accent"
            >
              <Icon aria-hidden size={20} strokeWidth={href === current ? 2.25 : 1.75} className={WORDS_ALONE} />
              <span>{words}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
