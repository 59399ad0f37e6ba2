/** The only clock, dice and hash the spine has. */
export interface Env {
  /** Milliseconds of the device's clock. It may be days wrong: shown and stored, never compared. */
  now(): number;
  /** Milliseconds that only move forward; the zero has no meaning. */
  mono(): number;
  /** 0 ≤ n < 1 */
  rand(): number;
  uuid(): string;
  /** SHA-256 in lower-case hex. */
  hash(bytes: Uint8Array<ArrayBuffer>): Promise<string>;
}

/** Runs something once, later; the answer calls it off. */
export interface Timer {
  after(ms: number, run: () => void): () => void;
}

/**
 * One holder per name over all tabs. `work` holds the lock until its promise ends; `stolen` aborts when
 * another tab took the lock. The answer is false when the wait was called off by `giveUp`.
 */
export interface Locks {
  hold(
    name: string,
    options: { readonly steal: boolean; readonly giveUp: AbortSignal },
    work: (stolen: AbortSignal) => Promise<void>,
  ): Promise<boolean>;
}

/** Messages to the other tabs of this origin. Losing one costs freshness, never data. */
export interface Channel {
  post(message: unknown): void;
  listen(hear: (message: unknown) => void): () => void;
  close(): void;
}

/** Whether a person can see this tab. A hidden page may be frozen or killed without another word. */
export interface PageLife {
  isVisible(): boolean;
  watch(see: (now: 'visible' | 'hidden') => void): () => void;
}

/** Whether our own server answers, which is not what the radio says. */
export interface Online {
  /** Asks the server's health page, at most 3 s. */
  probe(): Promise<Reach>;
  /** The device says the network came back: worth a probe. */
  watch(back: () => void): () => void;
}

export type Reach = 'reachable' | 'unreachable' | 'captive-portal';

/** A small mark outside the database, to notice that the browser has thrown the database away. */
export interface Marker {
  read(name: string): string | null;
  write(name: string, value: string): void;
}
