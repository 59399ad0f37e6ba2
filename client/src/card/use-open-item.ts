import { useLayoutEffect, useRef, useState } from 'react';

/**
 * Which item of a list stands open. The focus goes along, so that nobody has to look for it: into the first field of a
 * new item, to an item that is read first, and back to the row or to the button that adds when it closes.
 */
export function useOpenItem(first: () => string | null, items: readonly string[]) {
  const [open, setOpen] = useState(first);
  const before = useRef(open);
  const addButton = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    const closed = before.current;
    if (closed === open) return;
    before.current = open;
    if (open !== null) focusOpened(open, items.includes(open));
    else (document.getElementById(itemRowId(closed ?? '')) ?? addButton.current)?.focus();
  }, [open, items]);
  return { open, setOpen, addButton };
}

/** The same id for the row of an item and for the item that stands open in its place. */
export function itemRowId(item: string): string {
  return `item-${item}`;
}

function focusOpened(item: string, isKnown: boolean): void {
  const opened = document.getElementById(itemRowId(item));
  // A known item is opened to be read as often as to be changed: no keyboard jumps up over it.
  const target = isKnown ? opened : opened?.querySelector<HTMLElement>('input, select, textarea');
  target?.focus();
}
