import { Profile } from '@cession/shared/people/actor.ts';
import { keepNote, readNote } from '../device/durable-note.ts';

const KEY = 'cession.profile';

/**
 * Who works on this device. Kept outside the database: it decides which database is opened, and the app must
 * open with no signal and an expired sign-in. It holds a name and roles, never a secret.
 */
export function readProfile(): Profile | null {
  try {
    return profileIn(localStorage.getItem(KEY));
  } catch {
    // Storage may be closed to us: then nobody is known here.
    return null;
  }
}

/** Slower, and knows of a sign-in the phone died right after. */
export async function readKeptProfile(): Promise<Profile | null> {
  return profileIn(await readNote(KEY).catch(() => null));
}

/** On the disk when it resolves: a phone that dies now still knows its person when it opens with no signal. */
export async function keepProfile(profile: Profile): Promise<void> {
  const text = JSON.stringify(profile);
  localStorage.setItem(KEY, text);
  await keepNote(KEY, text);
}

export async function forgetProfile(): Promise<void> {
  localStorage.removeItem(KEY);
  await keepNote(KEY, null).catch(() => undefined); // where no note can be kept there is none
}

function profileIn(text: string | null): Profile | null {
  try {
    const parsed = Profile.safeParse(JSON.parse(text ?? 'null'));
    return parsed.success ? parsed.data : null;
  } catch {
    return null; // damaged text
  }
}
