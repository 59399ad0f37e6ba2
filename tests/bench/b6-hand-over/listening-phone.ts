/** A rep's phone in sync with the server: hears pokes and pulls, one run at a time, as the app's sync loop does. */
import { performance } from 'node:perf_hooks';
import type { PullResponse, PushResponse, WireMutation } from '@cession/shared/sync/protocol.ts';
import { newWirePhone } from '../kit/wire-phone.ts';
import { openBrowserLine } from './browser-line.ts';
import type { SignedIn } from './signed-in.ts';
import type { Place } from './stage.ts';

export interface ListeningPhone {
  listen(): Promise<void>;
  say(name: string, args: unknown): WireMutation;
  /** Sends, then pulls, as after every save. Answers when the push was answered. */
  push(mutation: WireMutation): Promise<PushResponse>;
  /** When its cursor moved, and to which version. */
  readonly heard: readonly { readonly at: number; readonly ver: number }[];
  pulls(): number;
  failed(): number;
  close(): void;
}

/** `place` is where its pulls stand: it has everything up to there. */
export function openListeningPhone(origin: string, { cookie }: SignedIn, place: Place): ListeningPhone {
  const line = openBrowserLine(origin, cookie);
  const phone = newWirePhone();
  phone.standAt(place);
  const heard: { at: number; ver: number }[] = [];
  const counts = { pulls: 0, failed: 0 };
  const trigger = oneRunAtATime(
    async () => {
      let page: string | null = null;
      do {
        const answer: PullResponse = await line.ask('sync.pull', phone.pullRequest({ page }));
        if (answer.reset !== undefined) throw new Error(`a phone in sync was told to start over: ${answer.reset}`);
        counts.pulls += 1;
        phone.heard(answer);
        page = answer.next ?? null;
        if (answer.cursor !== undefined) heard.push({ at: performance.now(), ver: answer.cursor });
      } while (page !== null);
    },
    (failure) => {
      counts.failed += 1;
      if (counts.failed === 1) console.error('a phone could not pull', failure);
    },
  );
  return {
    listen: () => line.listen(trigger),
    say: phone.say,
    push: async (mutation) => {
      const answer = await line.ask<PushResponse>('sync.push', phone.pushRequest([mutation]));
      trigger();
      return answer;
    },
    heard,
    pulls: () => counts.pulls,
    failed: () => counts.failed,
    close: () => line.close(),
  };
}

/** What comes during a run is one more run after it. */
function oneRunAtATime(run: () => Promise<void>, failed: (failure: unknown) => void): () => void {
  let isRunning = false;
  let isWanted = false;
  const runOn = async (): Promise<void> => {
    isRunning = true;
    try {
      do {
        isWanted = false;
        await run();
        // Another trigger may have come while it ran.
      } while (isWanted);
    } finally {
      isRunning = false;
    }
  };
  return () => {
    if (isRunning) isWanted = true;
    else runOn().catch(failed);
  };
}
