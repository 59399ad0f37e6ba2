/** Answers the server never gave: from a hotel's page, a proxy, or a server that is not well. */
import type { Fault } from '../world.ts';

type Instead = Extract<Fault, 'captive-portal' | `status-${number}`>;

const OWN_CODES: Readonly<Record<number, string>> = {
  401: 'unauthorized',
  403: 'forbidden',
  409: 'DEVICE_FORKED',
  413: 'push.too-many',
  426: 'upgrade',
};

export function isInstead(fault: Fault): fault is Instead {
  return fault === 'captive-portal' || fault.startsWith('status-');
}

export function answerInstead(fault: Instead): Response {
  if (fault === 'captive-portal') {
    return new Response('<html><body>Welcome to Hotel Duna!</body></html>', {
      headers: { 'content-type': 'text/html' },
    });
  }
  const status = Number(fault.slice('status-'.length));
  if (status >= 500) {
    return new Response('<h1>Bad Gateway</h1>', { status, headers: { 'content-type': 'text/html' } });
  }
  const code = OWN_CODES[status] ?? 'busy';
  const headers = { 'content-type': 'application/json', ...(status === 429 && { 'retry-after': '2' }) };
  const error = { message: code, code: -32_000, data: { httpStatus: status, code } };
  return new Response(JSON.stringify({ error, code, message: code }), { status, headers });
}

/** The connection ended in the middle. */
export function cutShort(text: string): string {
  return text.slice(0, text.length / 2);
}
