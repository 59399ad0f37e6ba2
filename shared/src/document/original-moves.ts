import type { OriginalState } from './document.ts';

/**
 * THE WAY OF A PAPER: promised → in transit → received → filed. It may skip the post (handed over at the table), and
 * go one step back where a step was noted by mistake or the paper went out again; that needs a reason.
 */
const legal: Readonly<Record<OriginalState, Partial<Record<OriginalState, 'on' | 'back'>>>> = {
  'not-needed': {},
  promised: { 'in-transit': 'on', received: 'on' },
  'in-transit': { received: 'on', promised: 'back' },
  received: { filed: 'on', 'in-transit': 'back', promised: 'back' },
  filed: { received: 'back' },
};

/** null: there is no such step. */
export function originalStep(from: OriginalState, to: OriginalState): 'on' | 'back' | null {
  return legal[from][to] ?? null;
}

/** The usual next step; null at the end of the way. */
export function nextOriginalState(from: OriginalState): OriginalState | null {
  switch (from) {
    case 'promised':
      return 'in-transit';
    case 'in-transit':
      return 'received';
    case 'received':
      return 'filed';
    case 'not-needed':
    case 'filed':
      return null;
  }
}

/** Only who has the paper in their hands in the office can say that it is there. */
export function isOfficeState(state: OriginalState): boolean {
  return state === 'received' || state === 'filed';
}

/** The office has the paper or had it: a step from there is the office's too. */
export function isOfficeStep(from: OriginalState, to: OriginalState): boolean {
  return isOfficeState(from) || isOfficeState(to);
}

export const OFFICE_ROLES = ['coordinator', 'accountant', 'chief-accountant'] as const;

export function isOffice(roles: readonly string[]): boolean {
  return OFFICE_ROLES.some((role) => roles.includes(role));
}
