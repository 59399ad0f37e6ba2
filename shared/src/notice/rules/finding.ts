import type { LawKey } from '../wording/laws.ts';

export const NOTICE_RULES = [
  'claim-not-identified',
  'future-claims-not-identifiable',
  'assignment-not-stated',
  'payee-missing',
  'instruction-left-to-factor',
  'instruction-incomplete',
  'sender-without-proof',
  'debtor-may-withhold',
  'proof-on-request',
  'signatory-missing',
  'joint-signatory-missing',
  'factor-must-sign',
  'writing-needs-signature',
  'objections-clock',
  'register-entry-missing',
  'currency-differs',
  'country-of-payment-differs',
  'several-currencies',
  'total-too-large',
  'day-impossible',
  'due-before-issued',
  'invoice-after-notice',
  'invoice-twice',
  'effective-before-agreement',
  'holder-is-not-factor',
  'governing-law-missing',
  'addressee-incomplete',
  'number-missing',
  'contact-missing',
] as const;
export type NoticeRule = (typeof NOTICE_RULES)[number];

/** Something about a notice a person should know before it is prepared or becomes active. */
export interface Finding {
  readonly code: NoticeRule;
  /** `block`: not before it is settled; `warn`: allowed, with eyes open; `info`: what the law will ask next. */
  readonly severity: 'block' | 'warn' | 'info';
  /** What a `block` stops: preparing the notice, or only making it active. */
  readonly stops: 'prepare' | 'activate' | null;
  /** The statute that was read; null: a rule of the house or of the contract's law, never shown as law. */
  readonly article: LawKey | null;
  /** Where in the data, with dots: `scope.rows.3.dueOn`. */
  readonly path: string;
}

export function block(code: NoticeRule, path: string, article: LawKey | null = null): Finding {
  return { code, severity: 'block', stops: 'prepare', article, path };
}

export function warn(code: NoticeRule, path: string, article: LawKey | null = null): Finding {
  return { code, severity: 'warn', stops: null, article, path };
}

export function info(code: NoticeRule, path: string, article: LawKey | null = null): Finding {
  return { code, severity: 'info', stops: null, article, path };
}
