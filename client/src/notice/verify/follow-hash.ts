import type { RegisterAnswer } from './ask-register.ts';

export interface HashNews {
  /** null: not heard yet. */
  readonly answer: RegisterAnswer | null;
  readonly asking: boolean;
  /** Whether it will be asked again without being told to. */
  readonly goesOn: boolean;
}

export interface Follower {
  askNow(): void;
  stop(): void;
}

const WAITS_MS = [5_000, 10_000, 20_000, 40_000, 60_000];

export interface AddressedHash {
  /** A whole hash, or the twelve digits of it that a tablet shows to be written down. */
  readonly hash: string | null;
  /** The eight digits printed on a paper: to compare with a file, not to ask about. */
  readonly code: string | null;
  /** Something stands in the address that is not one whole hash. */
  readonly isGarbled: boolean;
}

/** The hash in the address of the page; it never leaves with a request for the page itself. */
export function hashIn(fragment: string): AddressedHash {
  const given = decodeLoosely(fragment.replace(/^#/, ''));
  const isHash = /^([0-9a-f]{12}|[0-9a-f]{64})$/.test(given);
  const isCode = /^[0-9a-f]{8}$/.test(given);
  return { hash: isHash ? given : null, code: isCode ? given : null, isGarbled: !isHash && !isCode && given !== '' };
}

/** As a person types it after the #: capitals, and the spaces of the groups as the browser writes them. */
function decodeLoosely(typed: string): string {
  return typed.replaceAll(/%20|\s|-/g, '').toLowerCase();
}

/**
 * Asks the register for one hash until it is settled, ever less often, and only while somebody looks at the page.
 * `isVisible` is asked before every question; `askNow` also serves the page that comes to the front again.
 */
export function followHash(
  hash: string,
  ask: (hash: string) => Promise<RegisterAnswer>,
  isVisible: () => boolean,
  tell: (news: HashNews) => void,
): Follower {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let answer: RegisterAnswer | null = null;
  let [asked, asking, stopped] = [0, false, false];
  const askOnce = async (): Promise<void> => {
    if (asking || stopped) return;
    clearTimeout(timer);
    asking = true;
    tell({ answer, asking, goesOn: true });
    answer = await ask(hash);
    asking = false;
    if (stopped) return;
    const goesOn = !isSettled(answer);
    if (goesOn) timer = setTimeout(() => isVisible() && void askOnce(), WAITS_MS[Math.min(asked, WAITS_MS.length - 1)]);
    asked += 1;
    tell({ answer, asking, goesOn });
  };
  void askOnce();
  return {
    askNow: () => void askOnce(),
    stop: () => {
      stopped = true;
      clearTimeout(timer);
    },
  };
}

function isSettled(answer: RegisterAnswer): boolean {
  if (typeof answer !== 'object' || !answer.known) return false;
  return answer.stage === 'sealed' || answer.stage === 'stamped' || answer.stage === 'set-aside';
}
