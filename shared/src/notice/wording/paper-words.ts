import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { PaperLanguage } from '../paper-document.ts';
import type { PaperWords, RegimeWords } from './paper-shape.ts';
import { PAPER_EN } from './paper-words-en.ts';
import { PAPER_HU } from './paper-words-hu.ts';
import { PAPER_RU } from './paper-words-ru.ts';
import { REGIME_EU } from './regime-european-union.ts';
import { REGIME_HU } from './regime-hungary.ts';
import { REGIME_RU } from './regime-russia.ts';
import { REGIME_US } from './regime-united-states.ts';

const PAPER: Readonly<Record<PaperLanguage, PaperWords>> = { en: PAPER_EN, hu: PAPER_HU, ru: PAPER_RU };
const REGIMES: Readonly<Record<Jurisdiction, Readonly<Record<PaperLanguage, RegimeWords>>>> = {
  HU: REGIME_HU,
  RU: REGIME_RU,
  EU: REGIME_EU,
  US: REGIME_US,
};

/** The sentences every notice shares. Source of the field set: UN Convention 2001 art. 16 and the national rules. */
export function paperWords(language: PaperLanguage): PaperWords {
  return PAPER[language];
}

/** The sentences of one law: Ptk. 6:193–6:201; GK RF 382–390, 824–833; UCC 9-404–9-406; or the contract's own law (EU). */
export function regimeWords(jurisdiction: Jurisdiction, language: PaperLanguage): RegimeWords {
  return REGIMES[jurisdiction][language];
}
