import { keepNote, readNote } from '../../device/durable-note.ts';
import { LetterPlace } from './letter-place.ts';

const NAME = 'letter-place';

/** Keeps the reader's page across a dead battery. Losing it costs a page, nothing that was done. */
export function keepPlace(place: LetterPlace | null): void {
  void keepNote(NAME, place === null ? null : JSON.stringify(place)).catch(() => undefined);
}

export async function readPlace(): Promise<LetterPlace | null> {
  try {
    const parsed = LetterPlace.safeParse(JSON.parse((await readNote(NAME)) ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null;
  }
}
