import { readCertificate } from '@cession/shared/paper/verifier/certificate.ts';

/** How long the seal can still be used. Whole days, rounded down. */
export type SealExpiry =
  | { readonly state: 'fine'; readonly daysLeft: number; readonly notAfter: string }
  | { readonly state: 'soon'; readonly daysLeft: number; readonly notAfter: string; readonly words: string }
  | { readonly state: 'expired'; readonly daysLeft: 0; readonly notAfter: string; readonly words: string }
  | { readonly state: 'not-yet'; readonly daysLeft: 0; readonly notAfter: string; readonly words: string };

const DAY_MS = 86_400_000;
const ALARM_DAYS = 60;

/** The caller logs and shows `words`; with 'expired' and 'not-yet' nothing is sealed. `certificate` is DER. */
export function sealExpiry(certificate: Uint8Array, now: Date): SealExpiry {
  const { notBefore, notAfter: end, name } = readCertificate(certificate);
  const notAfter = new Date(end).toISOString();
  const daysLeft = Math.floor((end - now.getTime()) / DAY_MS);
  if (now.getTime() > end) {
    const words = `The certificate of the seal "${name}" expired on ${notAfter.slice(0, 10)}: nothing is sealed until it is renewed.`;
    return { state: 'expired', daysLeft: 0, notAfter, words };
  }
  if (now.getTime() < notBefore) {
    const from = new Date(notBefore).toISOString().slice(0, 10);
    return {
      state: 'not-yet',
      daysLeft: 0,
      notAfter,
      words: `The certificate of the seal "${name}" begins on ${from}: nothing is sealed before.`,
    };
  }
  if (daysLeft > ALARM_DAYS) return { state: 'fine', daysLeft, notAfter };
  const words = `The certificate of the seal "${name}" expires in ${daysLeft} days, on ${notAfter.slice(0, 10)}: renew it.`;
  return { state: 'soon', daysLeft, notAfter, words };
}
