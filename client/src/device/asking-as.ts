/**
 * Whom this page takes itself for. Sent along so that the server can refuse when another tab has signed somebody else in;
 * it is never believed.
 */
export const PERSON_HEADER = 'x-cession-person';

let person: string | null = null;

export function askAs(userId: string | null): void {
  person = userId;
}

export function askingAs(): Record<string, string> {
  return person === null ? {} : { [PERSON_HEADER]: person };
}
