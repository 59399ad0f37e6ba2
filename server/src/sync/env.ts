/** The world as the spine sees it. Nothing in this folder reads a clock, rolls dice or waits by other means. */
export interface Env {
  /** Milliseconds since 1970-01-01T00:00Z. */
  now(): number;
  /** Milliseconds that only ever grow. */
  mono(): number;
  /** 0 ≤ x < 1 */
  rand(): number;
  uuid(): string;
  /** SHA-256 as lower-case hex. */
  hash(bytes: Uint8Array): Promise<string>;
}

export interface Timer {
  /** Runs `work` once, `ms` from now. */
  after(ms: number, work: () => void): TimerHandle;
}

export interface TimerHandle {
  cancel(): void;
}

/** The app's log fits. Events are named `noun.what-happened`. */
export interface SpineLog {
  info(event: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(event: string, fields?: Readonly<Record<string, unknown>>): void;
  error(event: string, fields?: Readonly<Record<string, unknown>>): void;
}
