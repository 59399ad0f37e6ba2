/**
 * Small choices of this device (language, appearance). A browser that forbids storage must not stop the app: the choice
 * then lasts until the app closes.
 */
export function readPreference(name: string): string | null {
  try {
    return localStorage.getItem(`cession.${name}`);
  } catch {
    return null;
  }
}

export function savePreference(name: string, value: string): void {
  try {
    localStorage.setItem(`cession.${name}`, value);
  } catch {
    // Storage is forbidden or full: the choice simply is not remembered.
  }
}
