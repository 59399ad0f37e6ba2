import type { Heard } from '@cession/client/sync/classify-failure.ts';
import type { Fault } from '../world.ts';

/** An answer as it looks to whoever waited for it. */
export interface FromOutside {
  readonly status: number | null;
  readonly retryAfter: string | null;
  readonly isJson: boolean;
  readonly text: string;
  readonly timedOut: boolean;
  /** The connection ended in the middle of it. */
  readonly isTorn: boolean;
}

const NOTHING: FromOutside = {
  ...{ status: null, retryAfter: null, isJson: false, text: '', timedOut: false, isTorn: false },
};
export const LOST = NOTHING;
export const TIMED_OUT: FromOutside = { ...NOTHING, timedOut: true };

export function asHeard({ status, retryAfter, isJson, timedOut }: FromOutside): Heard {
  return { status, retryAfter, isJson, timedOut };
}

/** Said by somebody before the server, or by the server before it looks at the message. */
export function answerInstead(fault: InsteadFault): FromOutside {
  switch (fault) {
    case 'captive-portal':
      return { ...NOTHING, status: 200, text: '<html>Welcome to the hotel</html>' };
    case 'status-401':
      return said(401, 'UNAUTHORIZED');
    case 'status-403':
      return said(403, 'FORBIDDEN');
    case 'status-409':
      return said(409, 'DEVICE_FORKED');
    case 'status-413':
      return said(413, 'PAYLOAD_TOO_LARGE');
    case 'status-426':
      return said(426, 'UPGRADE_REQUIRED');
    case 'status-429':
      return { ...said(429, 'TOO_MANY_REQUESTS'), retryAfter: '2' };
    case 'status-500':
      return said(500, 'INTERNAL_SERVER_ERROR');
    case 'status-503':
      return { ...NOTHING, status: 503, text: '<h1>503</h1>', retryAfter: '5' };
  }
}

type InsteadFault = Extract<Fault, 'captive-portal' | `status-${string}`>;

export function isInstead(fault: Fault): fault is InsteadFault {
  return fault === 'captive-portal' || fault.startsWith('status-');
}

export function said(status: number, code: string): FromOutside {
  return { ...NOTHING, status, isJson: true, text: JSON.stringify({ data: { httpStatus: status, code } }) };
}
