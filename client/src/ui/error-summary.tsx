import { useEffect, useRef } from 'react';
import { useText } from '../text/use-text.ts';

export interface ErrorItem {
  /** The id of the control the line leads to. */
  id: string;
  text: string;
}

/** Shown after the person asked to go on. It takes the focus whenever the list is a new one; each line leads to its field. */
export function ErrorSummary({ items }: { items: readonly ErrorItem[] }) {
  const { t } = useText();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (items.length > 0) heading.current?.focus();
  }, [items]);
  if (items.length === 0) return null;
  return (
    <section className="grid gap-1 rounded-2 border-2 border-wrong bg-sheet px-4 py-3">
      <h2 ref={heading} tabIndex={-1} className="text-3 font-semibold">
        {t('summary.title')}
      </h2>
      <ul>
        {items.map((item) => (
          <li key={item.id}>
            <a
              href={`#${item.id}`}
              className="inline-flex min-h-target items-center font-semibold text-wrong underline underline-offset-4"
              onClick={(event) => {
                event.preventDefault();
                document.getElementById(item.id)?.focus();
              }}
            >
              {item.text}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
