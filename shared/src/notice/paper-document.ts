import * as z from 'zod/mini';
import type { Instant } from '../kernel/instant.ts';

/** The languages a notice is written in. */
export const PAPER_LANGUAGES = ['en', 'hu', 'ru'] as const;
export const PaperLanguage = z.enum(PAPER_LANGUAGES);
export type PaperLanguage = z.infer<typeof PaperLanguage>;

/**
 * Pen strokes without timing or pressure: geometry only, enough to draw them again. Whole numbers in sixteenths of a
 * CSS pixel of the pad. The first point of a stroke is absolute, every further one is the step from the one before.
 */
export const Strokes = z.object({
  v: z.literal(1),
  /** Size of the pad in CSS pixels. */
  w: z.int().check(z.positive(), z.maximum(10_000)),
  h: z.int().check(z.positive(), z.maximum(10_000)),
  u: z.literal(16),
  s: z
    .array(
      z
        .array(
          z.tuple([
            z.int().check(z.minimum(-200_000), z.maximum(200_000)),
            z.int().check(z.minimum(-200_000), z.maximum(200_000)),
          ]),
        )
        .check(z.minLength(1), z.maxLength(5000)),
    )
    .check(z.maxLength(200)),
});
export type Strokes = z.infer<typeof Strokes>;

export interface Fact {
  readonly label: string;
  readonly value: string;
  /** Compared digit by digit: accounts, tax numbers, hashes. */
  readonly digits?: true;
}

/** One piece of a paper. The screen and the PDF are both made from these and from nothing else. */
export type Block =
  | { readonly kind: 'title'; readonly text: string }
  /** `section` names it in the reading evidence; absent for headings nobody needs to have read. */
  | { readonly kind: 'heading'; readonly text: string; readonly section?: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly weight?: 'strong' | 'quiet' }
  /** Label and value, one under the other. `framed`: what must not be overlooked (the new account). */
  | { readonly kind: 'facts'; readonly rows: readonly Fact[]; readonly framed?: true }
  /** Two columns beside each other on a wide page: before and after. */
  | { readonly kind: 'before-after'; readonly before: Side; readonly after: Side }
  | {
      readonly kind: 'table';
      readonly columns: readonly { readonly label: string; readonly align: 'start' | 'end' }[];
      readonly rows: readonly (readonly string[])[];
      /** Totals. */
      readonly foot?: readonly string[];
    }
  | { readonly kind: 'list'; readonly items: readonly string[]; readonly numbered?: true }
  /** The words of a statute that was read, with its article. Never anything else. */
  | { readonly kind: 'law'; readonly article: string; readonly quote: string }
  | {
      readonly kind: 'signature';
      readonly caption: string;
      readonly name: string;
      /** Said instead of the picture to who cannot see it. */
      readonly alt: string;
      readonly mark:
        | { readonly method: 'drawn' | 'mark'; readonly strokes: Strokes }
        | { readonly method: 'typed'; readonly text: string }
        /** An empty line to sign on paper. */
        | { readonly method: 'none' };
    }
  /** A QR code of an address, with the words beside it. */
  | { readonly kind: 'code'; readonly address: string; readonly text: string }
  | { readonly kind: 'page-break' };

export interface Side {
  readonly heading: string;
  readonly rows: readonly Fact[];
}

/** A whole paper: what the debtor reads on the glass and what becomes pages. */
export interface PaperDocument {
  readonly language: PaperLanguage;
  readonly title: string;
  /** At the foot of every page, beside "page n of m": the number and the short code. */
  readonly foot: string;
  /** "Page {n} of {m}" in the paper's language. */
  readonly pageWords: string;
  /** The only time in the file; without it two renderings could differ. */
  readonly madeAt: Instant;
  readonly blocks: readonly Block[];
}
