import type { PaperLookup } from '@cession/shared/notice/notice-procedures.ts';

export type RegisterAnswer = PaperLookup | 'unreachable' | 'too-many';

/** Root certificates (DER) by which this installation judges seals and time stamps. */
export interface TrustedRoots {
  readonly seal: readonly Uint8Array[];
  readonly stamp: readonly Uint8Array[];
}

const PATIENCE_MS = 12_000;

/** Asks for one hash. The hash is all that is sent: no file, no cookie, no address of this page. */
export async function askRegister(sha256: string): Promise<RegisterAnswer> {
  const response = await ask(`/api/verify/${sha256}`);
  if (response?.status === 429) return 'too-many';
  const answer = await jsonOf(response);
  return isLookup(answer) ? answer : 'unreachable';
}

/** The debtor's own sealed copy, for a hash that only the tablet showed; null: it did not come. */
export async function fetchCopy(eventHash: string): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await ask(`/api/verify/${eventHash}/copy`);
  if (!response?.ok) return null;
  return response.arrayBuffer().then(
    (buffer) => new Uint8Array(buffer),
    () => null,
  );
}

let roots: Promise<TrustedRoots | null> | null = null;

/** Asked once while it works: whoever loses the network afterwards can still check files. */
export async function trustedRoots(): Promise<TrustedRoots | null> {
  roots ??= fetchRoots();
  const answer = await roots;
  if (answer === null) roots = null;
  return answer;
}

async function fetchRoots(): Promise<TrustedRoots | null> {
  const answer = await jsonOf(await ask('/api/verify/roots'));
  if (!isRecord(answer)) return null;
  const [seal, stamp] = [derList(answer['seal']), derList(answer['stamp'])];
  return seal === null || stamp === null ? null : { seal, stamp };
}

async function ask(path: string): Promise<Response | null> {
  const manners = { credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store', redirect: 'error' } as const;
  return fetch(path, { ...manners, signal: AbortSignal.timeout(PATIENCE_MS) }).catch(() => null);
}

async function jsonOf(response: Response | null): Promise<unknown> {
  if (!response?.ok) return null;
  return response.json().catch(() => null);
}

/** Complete by its type: a new stage or outcome does not compile without its line. */
type Known = Extract<PaperLookup, { known: true }>;
const STAGES: Readonly<Record<Known['stage'], true>> = {
  ...{ received: true, verified: true, sealed: true, stamped: true },
  ...{ review: true, quarantined: true, 'set-aside': true },
};
const OUTCOMES: Readonly<Record<Known['outcome'], true>> = {
  ...{ acknowledged: true, 'with-exceptions': true, 'received-only': true, refused: true },
  ...{ 'wrong-person': true, absent: true },
};
const KINDS: Readonly<Record<Known['kind'], true>> = { event: true, presented: true, sealed: true };

/** A network that answers everything with a page of its own must not look like a register. */
export function isLookup(value: unknown): value is PaperLookup {
  if (!isRecord(value)) return false;
  if (value['known'] === false) return true;
  const isOne = (key: string, of: object) => Object.hasOwn(of, String(value[key]));
  const isMoment = (key: string) => typeof value[key] === 'string' && !Number.isNaN(Date.parse(value[key]));
  const mayMiss = ['sealedAt', 'stampedAt'].every((key) => value[key] === null || isMoment(key));
  const isShaped = typeof value['code'] === 'string' && isMoment('receivedAt') && isMoment('signedOn') && mayMiss;
  return (
    value['known'] === true && isOne('kind', KINDS) && isOne('stage', STAGES) && isOne('outcome', OUTCOMES) && isShaped
  );
}

function derList(value: unknown): Uint8Array[] | null {
  if (!Array.isArray(value)) return null;
  try {
    return value.map((base64) => Uint8Array.from(atob(String(base64)), (char) => char.charCodeAt(0)));
  } catch {
    return null;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
