import { CardStatus } from '@cession/shared/card/card.ts';
import { useEffect, useState } from 'react';
import { useSearchParams } from 'wouter';

/** Longer than between two letters of a word. Browsers also refuse an address that changes too often. */
const REST_MS = 300;

export interface CardFilter {
  readonly query: string;
  readonly status: CardStatus | null;
}

/** Kept in the address, so that Back from a card finds the list as it was. */
export function useCardFilter(): CardFilter & { choose(next: CardFilter): void } {
  const [params, setParams] = useSearchParams();
  const [query, setQuery] = useState(params.get('q') ?? '');
  const status = CardStatus.safeParse(params.get('status')).data ?? null;
  const [home] = useState(() => location.pathname);
  const isNoted = query === (params.get('q') ?? '');
  useEffect(() => {
    if (isNoted) return undefined;
    return atRest(() => {
      // While the next screen is being fetched, this one is still there and must not call the person back.
      if (location.pathname === home) setParams(paramsOf({ query, status }), { replace: true });
    });
  }, [home, isNoted, query, status, setParams]);
  return {
    ...{ query, status },
    choose: (next) => {
      setQuery(next.query);
      if (next.status !== status) setParams(paramsOf(next), { replace: true });
    },
  };
}

function paramsOf({ query, status }: CardFilter): Record<string, string> {
  return { ...(query !== '' && { q: query }), ...(status !== null && { status }) };
}

/** While somebody types, rows come before the address. A press may lead away from here, so it comes after. */
function atRest(then: () => void): () => void {
  const due = setTimeout(then, REST_MS);
  addEventListener('click', then, { capture: true });
  return () => {
    clearTimeout(due);
    removeEventListener('click', then, { capture: true });
  };
}
