import { hash } from 'node:crypto';
import type { Happening } from './world.ts';

/** Everything that happened in one world, and one hash over all of it. */
export interface Trace {
  readonly happenings: readonly Happening[];
  /** `text` is the message as it was sent, where there is one. */
  note(happening: Happening, text?: string): void;
  hash(): string;
}

export function createTrace(): Trace {
  const happenings: Happening[] = [];
  const lines: string[] = [];
  return {
    happenings,
    note: (happening, text = '') => {
      happenings.push(happening);
      lines.push(`${happening.at} ${happening.who} ${happening.to ?? ''} ${happening.what} ${text}`);
    },
    hash: () => hash('sha256', lines.join('\n')).slice(0, 16),
  };
}

/** One hash over the hashes of several runs, in order. */
export function hashOfHashes(hashes: readonly string[]): string {
  return hash('sha256', hashes.join('\n')).slice(0, 16);
}
