import { now } from '../../device/clock.ts';
import { keepNote, readNote } from '../../device/durable-note.ts';
import { fitsPin, KeptPin, sealPin, waitBeforeTry } from './pin-check.ts';

export type PinTry =
  | { readonly kind: 'right' }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'wait'; readonly ms: number };

/** One person's PIN on this device. */
export interface PinStore {
  isSet(): Promise<boolean>;
  set(pin: string): Promise<void>;
  /** Counts what is wrong before it answers, so that a reload is no free try. */
  tryIt(pin: string): Promise<PinTry>;
  /** Milliseconds. */
  waiting(): Promise<number>;
}

export function pinOf(who: { readonly companyId: string; readonly userId: string }): PinStore {
  const name = `pin:${who.companyId}:${who.userId}`;
  const read = async () => {
    const text = await readNote(name);
    if (text === null) return null;
    const parsed = KeptPin.safeParse(JSON.parse(text));
    return parsed.success ? parsed.data : null;
  };
  const keep = (kept: KeptPin) => keepNote(name, JSON.stringify(kept));
  return {
    isSet: async () => (await read()) !== null,
    set: async (pin) => keep(await sealPin(pin, crypto.getRandomValues(new Uint8Array(16)))),
    waiting: async () => {
      const kept = await read();
      return kept === null ? 0 : waitBeforeTry(kept, now());
    },
    tryIt: async (pin) => {
      const kept = await read();
      if (kept === null) return { kind: 'wrong' };
      const ms = waitBeforeTry(kept, now());
      if (ms > 0) return { kind: 'wait', ms };
      await keep({ ...kept, wrong: kept.wrong + 1, wrongAt: now() });
      if (!(await fitsPin(kept, pin))) return { kind: 'wrong' };
      await keep({ ...kept, wrong: 0, wrongAt: 0 });
      return { kind: 'right' };
    },
  };
}
