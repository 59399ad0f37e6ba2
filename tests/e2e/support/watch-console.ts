import type { BrowserContext, ConsoleMessage } from 'playwright-core';
import { expect } from 'vitest';

export interface ConsoleWatch {
  /** From now on a complaint like this is part of the story. */
  allow(complaint: RegExp): void;
  /** Fails with everything the pages complained about and no story expects. */
  expectQuiet(): void;
  heard(): readonly string[];
}

/** What the browser itself reports while the network is off, as every story here has it. */
const NO_NETWORK =
  /net::ERR_(INTERNET_DISCONNECTED|CONNECTION_REFUSED|CONNECTION_RESET|EMPTY_RESPONSE|INCOMPLETE_CHUNKED_ENCODING|NETWORK_CHANGED)/;
/** Its advice on page speed: a preload that the app's worker answers from its cache counts as not used. */
const PRELOAD_ADVICE = /^warning: (A preload for|The resource) .+ (cross-world service worker|preloaded using link)/;

export function watchConsole(context: BrowserContext): ConsoleWatch {
  const allowed: RegExp[] = [NO_NETWORK, PRELOAD_ADVICE];
  const heard: string[] = [];
  context.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(wordsOf(message));
  });
  context.on('weberror', (problem) => heard.push(`uncaught: ${problem.error().stack ?? problem.error().message}`));
  return {
    allow: (complaint) => allowed.push(complaint),
    heard: () => heard,
    expectQuiet: () => {
      const unexpected = heard.filter((words) => !allowed.some((each) => each.test(words)));
      expect(unexpected, 'said on the console').toEqual([]);
    },
  };
}

function wordsOf(message: ConsoleMessage): string {
  return `${message.type()}: ${message.text()} (${message.location().url})`;
}
