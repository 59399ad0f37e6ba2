import type { Jurisdiction } from '../../card/jurisdiction.ts';
import type { CeremonyOutcome } from '../notice.ts';
import type { PaperLanguage } from '../paper-document.ts';
import type { CeremonyWords, WitnessWords } from './ceremony-shape.ts';
import { CEREMONY_EN } from './ceremony-words-en.ts';
import { CEREMONY_HU } from './ceremony-words-hu.ts';
import { CEREMONY_RU } from './ceremony-words-ru.ts';
import type { LawKey } from './laws.ts';
import { oneStop } from './write-values.ts';

export type { CeremonyWords, RefusalReason, SeparateAct } from './ceremony-shape.ts';

const WORDS: Readonly<Record<PaperLanguage, CeremonyWords>> = {
  en: withOneStop(CEREMONY_EN),
  hu: withOneStop(CEREMONY_HU),
  ru: withOneStop(CEREMONY_RU),
};

/**
 * Every sentence of the ceremony in one language; the same sentences are hashed as evidence and printed on the sealed
 * paper. Nothing here says that a signature makes the notice effective: receipt does (Ptk. 6:197–6:198, GK 830,
 * UCC 9-406(a)). Never refuses.
 */
export function ceremonyWords(language: PaperLanguage): CeremonyWords {
  return WORDS[language];
}

/** The statute to show beside a separate act, where one was read; null: no law is shown. Source: Ptk. 6:26, 6:8(3). */
export function ceremonyLaw(jurisdiction: Jurisdiction, act: 'debt' | 'waiver'): LawKey | null {
  if (jurisdiction !== 'HU') return null;
  return act === 'debt' ? 'ptk-6-26' : 'ptk-6-8-3';
}

/** Sentences that may end in a company's name get one full stop, whatever the name ends in. */
function withOneStop(words: CeremonyWords): CeremonyWords {
  const { witness } = words;
  const said = (outcome: CeremonyOutcome) => (who: WitnessWords) => oneStop(witness[outcome](who));
  return {
    ...words,
    identity: { ...words.identity, question: (signer) => oneStop(words.identity.question(signer)) },
    sign: { ...words.sign, statement: (receipt) => oneStop(words.sign.statement(receipt)) },
    witness: {
      acknowledged: said('acknowledged'),
      'with-exceptions': said('with-exceptions'),
      'received-only': said('received-only'),
      refused: said('refused'),
      'wrong-person': said('wrong-person'),
      absent: said('absent'),
    },
  };
}
