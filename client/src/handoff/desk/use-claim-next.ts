import { claimNext } from '@cession/shared/handoff/desk-procedures.ts';
import type { InputOfProcedure } from '@cession/shared/kernel/procedure.ts';
import { ask } from '../../device/ask-server.ts';
import { answerOf, newMutationId, thisInstant, type Sent } from '../../people/desk/send-mutation.ts';
import { useDeskPerform } from '../../people/desk/use-desk-perform.tsx';
import { useText } from '../../text/use-text.ts';

/** Claims whatever is due first; `found` gets null when nothing waits. */
export function useClaimNext(): (found: (cardId: string | null) => void) => void {
  const { t } = useText();
  const { act } = useDeskPerform();
  return (found) => {
    const input = { mutationId: newMutationId(), at: thisInstant() };
    const send = () => sendNext(input, found);
    act({ id: input.mutationId, name: claimNext.name, send, words: t('queue.next') });
  };
}

async function sendNext(
  input: InputOfProcedure<typeof claimNext>,
  found: (cardId: string | null) => void,
): Promise<Sent> {
  const answer = await answerOf(async () => ({ kind: 'found', next: await ask(claimNext, input) }) as const);
  if (answer.kind !== 'found') return answer;
  found(answer.next?.cardId ?? null);
  return { kind: 'done' };
}
