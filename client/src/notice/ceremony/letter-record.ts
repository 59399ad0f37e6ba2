import type { EvidenceOf, SignerIdentity } from '@cession/shared/notice/evidence.ts';
import type { NoticeData } from '@cession/shared/notice/notice-data.ts';
import type { PaperLanguage } from '@cession/shared/notice/paper-document.ts';
import { consentText } from '@cession/shared/notice/wording/consent.ts';
import { sha256 } from '../../device/sha256.ts';
import { objectionsIn, signerAt, type LetterPlace } from './letter-place.ts';
import type { Recorder, Work } from './recording.ts';

export type Mark = EvidenceOf<'signed'>['data']['mark'];
/** The paper as bytes in one language: made on the device, its hash is what was shown. */
export type HashPaper = (language: PaperLanguage) => Promise<{ readonly sha256: string }>;
/** Ends the debtor chooses instead of signing. */
export type Declined = 'refused' | 'received-only' | 'wrong-person';

/** The debtor's copy is the code on the glass. */
export const CODE_SHOWN = { how: 'code-shown', email: '' } as const;

type Record = Recorder['record'];

/** From here on the paper is on the glass in this language. */
export async function recordShown(record: Record, language: PaperLanguage, hashPaper: HashPaper): Promise<void> {
  await record('shown', { language, pdfSha256: (await hashPaper(language)).sha256 });
}

/** Another language; where the paper is being read, it is shown in that language next. */
export function speaks(language: PaperLanguage, shows: HashPaper | null): Work {
  return async (record, now) => {
    if (now().language !== language) await record('language-changed', { language });
    if (shows !== null) await recordShown(record, language, shows);
  };
}

/** "You are …" was confirmed, and the paper is opened. */
export function identifies(place: LetterPlace, signer: SignerIdentity | null, hashPaper: HashPaper): Work {
  return async (record) => {
    await record('identified', { signer: place.signer, confirmedName: signer?.name ?? '' });
    await recordShown(record, place.language, hashPaper);
  };
}

export function consents(data: NoticeData, { signer, language }: LetterPlace): Work {
  return async (record) => {
    const { version, text } = consentText(data, language);
    const hash = await sha256(new TextEncoder().encode(text));
    await record('consented', { signer, consent: { version, language, sha256: hash } });
  };
}

/** What signing led to: everything is decided, or whose turn it is. */
export interface AfterSigning {
  decided: boolean;
  signer: number;
}

export function signs({ signer, answers }: LetterPlace, mark: Mark, act: string, after: AfterSigning): Work {
  return async (record, now) => {
    const { confirmsDebt, waivesDefences } = answers;
    const said = { objections: objectionsIn(answers), confirmsDebt, waivesDefences };
    await record('signed', { signer, mark, act, receipt: true, ...said });
    after.decided = now().place === 'decided';
    after.signer = signerAt(now());
    if (after.decided) await record('copy-given', CODE_SHOWN);
  };
}

/** Whom the paper does not concern takes nothing home; everybody else has their copy. */
export function declines<T extends Declined>(type: T, data: EvidenceOf<T>['data']): Work {
  return async (record) => {
    await record(type, data);
    if (type !== 'wrong-person') await record('copy-given', CODE_SHOWN);
  };
}

/** Reading is noted only while the tablet is in the reader's hands. */
export function reads(sections: readonly EvidenceOf<'section-read'>['data'][]): Work {
  return async (record, now) => {
    for (const section of sections) if (now().place === 'handed') await record('section-read', section);
  };
}
