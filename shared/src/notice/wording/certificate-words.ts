import type { PaperLanguage } from '../paper-document.ts';
import type { CertificateWords } from './certificate-shape.ts';
import { CERTIFICATE_EN } from './certificate-words-en.ts';
import { CERTIFICATE_HU } from './certificate-words-hu.ts';
import { CERTIFICATE_RU } from './certificate-words-ru.ts';

const WORDS: Readonly<Record<PaperLanguage, CertificateWords>> = {
  en: CERTIFICATE_EN,
  hu: CERTIFICATE_HU,
  ru: CERTIFICATE_RU,
};

/** The words of receipt and certificate in one language. Never refuses. */
export function certificateWords(language: PaperLanguage): CertificateWords {
  return WORDS[language];
}
