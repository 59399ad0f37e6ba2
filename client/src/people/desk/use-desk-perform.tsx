import type { AnyMutator, ArgsOf } from '@cession/shared/sync/mutator.ts';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, use, useRef, useState, type ReactNode } from 'react';
import { holdReload } from '../../device/hold-reload.ts';
import { useDeskActor } from './desk-actor.ts';
import { refusalText } from '../../text/refusal-text.ts';
import { useText } from '../../text/use-text.ts';
import { showToast } from '../../ui/toast.tsx';
import { askAgain } from './ask-again.ts';
import { mutationOf, sendMutation, type Sent } from './send-mutation.ts';
import { dropUnsent, keepUnsent, type UnsentAction } from './unsent-actions.ts';

interface Doing {
  /** Names it while it is not sent: "Accept Bástya Élelmiszer Kft." */
  readonly words: string;
  readonly done?: () => void;
}

export interface DeskPerform {
  perform<M extends AnyMutator>(mutator: M, args: ArgsOf<M>, doing: Doing): void;
  /** Does what is no single mutation, under an id of its own. */
  act(action: Pick<UnsentAction, 'id' | 'name' | 'words' | 'send'>): void;
  resend(action: UnsentAction): void;
  /** The wire name of what is on its way. */
  readonly busy: string | null;
  /** Why the last thing was not done. */
  readonly refusal: string | null;
  forgetRefusal(): void;
}

const DeskPerformContext = createContext<DeskPerform | null>(null);

/** Everything a person does at the desk goes through here, one thing at a time. */
export function DeskPerformProvider({ children }: { children: ReactNode }) {
  return <DeskPerformContext value={useOneAtATime()}>{children}</DeskPerformContext>;
}

export function useDeskPerform(): DeskPerform {
  const desk = use(DeskPerformContext);
  if (desk === null) throw new Error('this screen stands outside of DeskPerformProvider');
  return desk;
}

function useOneAtATime(): DeskPerform {
  const { t } = useText();
  const { userId } = useDeskActor();
  const queries = useQueryClient();
  const running = useRef(false);
  const [busy, setBusy] = useState<string | null>(null);
  const [refusal, setRefusal] = useState<string | null>(null);

  function settle(action: UnsentAction, sent: Sent): void {
    if (sent.kind === 'unsent') return keepUnsent({ ...action, signedOut: sent.signedOut });
    dropUnsent(action.id);
    if (sent.kind === 'done') action.done?.();
    if (sent.kind === 'kept') showToast(t('queue.keptByServer', { what: action.words }));
    if (sent.kind === 'refused') setRefusal(refusalText(t, sent.refusal));
  }

  async function resend(action: UnsentAction): Promise<void> {
    if (running.current) return;
    running.current = true;
    setBusy(action.name);
    setRefusal(null);
    const release = holdReload(action.name);
    let sent: Sent;
    try {
      sent = await action.send();
    } finally {
      release();
      running.current = false;
      setBusy(null);
    }
    // Only now: what follows a decision may be the next thing to do.
    settle(action, sent);
    await askAgain(queries);
  }

  return {
    busy,
    refusal,
    forgetRefusal: () => setRefusal(null),
    resend: (action) => void resend(action),
    perform: (mutator, args, doing) => {
      const mutation = mutationOf(mutator, args);
      const send = () => sendMutation(mutation);
      void resend({ id: mutation.id, userId, name: mutator.name, send, signedOut: false, ...doing });
    },
    act: (action) => void resend({ ...action, userId, signedOut: false }),
  };
}
