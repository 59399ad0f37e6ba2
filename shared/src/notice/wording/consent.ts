import type { NoticeData } from '../notice-data.ts';
import type { PaperLanguage } from '../paper-document.ts';
import type { ConsentWords } from './consent-shape.ts';
import { CONSENT_EN } from './consent-en.ts';
import { CONSENT_HU } from './consent-hu.ts';
import { CONSENT_RU } from './consent-ru.ts';
import { oneStop } from './write-values.ts';

export interface ConsentText {
  readonly version: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  /** Heading and paragraphs with one empty line between: exactly this is hashed (UTF-8). */
  readonly text: string;
}

/** The version shown today. */
export const CONSENT_VERSION = '2026.1';
export const CONSENT_VERSIONS: readonly string[] = [CONSENT_VERSION];

const VERSIONS: Readonly<Record<string, Readonly<Record<PaperLanguage, ConsentWords>>>> = {
  '2026.1': { en: CONSENT_EN, hu: CONSENT_HU, ru: CONSENT_RU },
};

/**
 * What the signer agrees to before signing on the tablet: electronic signing, how they are identified (63-FZ art. 9(2)
 * asks for rules that determine the signer), what is recorded, who gets it, for how long, and that paper is possible.
 * In the United States it states intent and agreement to electronic form (UETA 5(b), 7; 15 U.S.C. 7001).
 * An unknown version throws RangeError; `CONSENT_VERSIONS` lists the known ones.
 */
export function consentText(data: NoticeData, language: PaperLanguage, version = CONSENT_VERSION): ConsentText {
  const words = VERSIONS[version]?.[language];
  if (words === undefined) throw new RangeError(`no consent text of version ${version}`);
  const paragraphs = words.paragraphs(data).map(oneStop);
  return { version, heading: words.heading, paragraphs, text: [words.heading, ...paragraphs].join('\n\n') };
}
