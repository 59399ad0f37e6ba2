import type { CeremonyState } from '@cession/shared/notice/evidence-grammar.ts';
import type { EvidenceOf, EvidenceType, SignedEvent } from '@cession/shared/notice/evidence.ts';
import type { CeremonyId } from '@cession/shared/notice/notice.ts';
import { useCallback, useMemo, useRef, useState } from 'react';
import { stateOf } from './letter-place.ts';

/** What the pages need of the recorder. Each event is signed and on the disk when `record` resolves. */
export interface Recorder {
  readonly ceremonyId: CeremonyId;
  readonly events: readonly SignedEvent[];
  record<T extends Exclude<EvidenceType, 'prepared' | 'closed'>>(type: T, data: EvidenceOf<T>['data']): Promise<void>;
}

export interface Recording {
  readonly ceremonyId: CeremonyId;
  readonly state: CeremonyState;
  readonly events: readonly SignedEvent[];
  /** Something is being stored. */
  readonly busy: boolean;
  /** The last thing was not stored: nothing on screen may say it was. */
  readonly failed: boolean;
  /** Runs one act; false when it could not be stored or another one is still running, and then `then` has not run. */
  act(work: Work, then?: () => void): Promise<boolean>;
  /** Notes something beside the way, such as reading: nobody waits for it. */
  note(work: Work): void;
}

export type Work = (record: Recorder['record'], now: () => CeremonyState) => Promise<void>;

/** The recorder as something a screen can follow. One thing is recorded after the other. */
export function useRecording(recorder: Recorder): Recording {
  const { events, inTurn } = useTurns(recorder);
  const [status, setStatus] = useState<'idle' | 'busy' | 'failed'>('idle');
  const acting = useRef(false);
  const act = useCallback<Recording['act']>(
    async (work, then) => {
      if (acting.current) return false;
      acting.current = true;
      setStatus('busy');
      const stored = await inTurn(work);
      acting.current = false;
      setStatus(stored ? 'idle' : 'failed');
      if (stored) then?.();
      return stored;
    },
    [inTurn],
  );
  const note = useCallback<Recording['note']>((work) => void inTurn(work), [inTurn]);
  const state = useMemo(() => stateOf(events), [events]);
  const { ceremonyId } = recorder;
  return { ceremonyId, state, events, busy: status === 'busy', failed: status === 'failed', act, note };
}

interface Turns {
  readonly events: readonly SignedEvent[];
  /** Runs work after work; false for one that could not be stored. */
  inTurn(work: Work): Promise<boolean>;
}

function useTurns(recorder: Recorder): Turns {
  const [events, setEvents] = useState<readonly SignedEvent[]>(() => [...recorder.events]);
  const last = useRef<Promise<unknown>>(Promise.resolve());
  const inTurn = useCallback<Turns['inTurn']>(
    (work) => {
      const run = async (): Promise<boolean> => {
        try {
          await work(
            (type, data) => recorder.record(type, data),
            () => stateOf(recorder.events),
          );
          return true;
        } catch (failure) {
          reportError(failure);
          return false;
        } finally {
          setEvents([...recorder.events]);
        }
      };
      const turn = last.current.then(run);
      last.current = turn;
      return turn;
    },
    [recorder],
  );
  return { events, inTurn };
}

/** Hash of the event that says a copy was given: what the debtor takes home; null before. */
export function copyHead(events: readonly SignedEvent[]): string | null {
  return events.findLast(({ body }) => body.type === 'copy-given')?.hash ?? null;
}
