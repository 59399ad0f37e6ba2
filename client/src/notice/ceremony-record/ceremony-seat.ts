import type { EvidenceParts } from '../device-key/evidence-parts.ts';

/** How long a tab waits for another that is just leaving. */
const PATIENCE_MS = 400;

/** One tab holds a ceremony. The answer lets go of it; null: another tab holds it. */
export async function takeSeat(
  { locks, timer, person }: Pick<EvidenceParts, 'locks' | 'timer' | 'person'>,
  ceremonyId: string,
): Promise<(() => void) | null> {
  if (locks === null) return () => undefined;
  const name = `ceremony:${person.companyId}:${person.userId}:${ceremonyId}`;
  const giveUp = new AbortController();
  return new Promise((answer, fail) => {
    const stopWaiting = timer.after(PATIENCE_MS, () => giveUp.abort());
    const sit = async () => {
      stopWaiting();
      await new Promise<void>((leave) => answer(() => leave()));
    };
    locks.hold(name, { steal: false, giveUp: giveUp.signal }, sit).then(() => answer(null), fail);
  });
}
