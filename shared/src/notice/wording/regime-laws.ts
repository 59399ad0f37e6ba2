import type { NoticeData } from '../notice-data.ts';
import type { LawKey } from './laws.ts';

/** Where in the notice which statute is quoted. */
export interface RegimeLaws {
  readonly sender: readonly LawKey[];
  readonly payment: readonly LawKey[];
  readonly noInstruction: readonly LawKey[];
  readonly objections: readonly LawKey[];
  readonly changes: readonly LawKey[];
  readonly several: readonly LawKey[];
  readonly proof: readonly LawKey[];
  readonly costs: readonly LawKey[];
  readonly misdirected: readonly LawKey[];
}

const NONE: RegimeLaws = {
  sender: [],
  payment: [],
  noInstruction: [],
  objections: [],
  changes: [],
  several: [],
  proof: [],
  costs: [],
  misdirected: [],
};

/** Act 2023:XXXIX gave Ptk. 6:197(2) its present text; contracts made before keep the one before, which is not quoted. */
const NEW_TEXT_SINCE = '2023-06-24';

/** The statutes a notice quotes, by its law and its sender. The Union's notice quotes none: its law is the contract's. */
export function regimeLaws(data: NoticeData): RegimeLaws {
  switch (data.jurisdiction) {
    case 'HU':
      return {
        ...NONE,
        sender: ['ptk-6-197-3'],
        payment: ['ptk-6-198-1'],
        noInstruction: ['ptk-6-198-2'],
        changes: underNewText(data) ? ['ptk-6-197-2'] : [],
        several: ['ptk-6-199-1'],
        costs: ['ptk-6-200'],
        misdirected: ['ptk-6-198-3'],
      };
    case 'RU':
      return {
        ...NONE,
        sender: data.sender === 'factor' ? [] : ['gk-385-1'],
        payment: ['gk-830-1'],
        objections: ['gk-386'],
        proof: ['gk-830-2'],
      };
    case 'US':
      return {
        ...NONE,
        payment: ['ucc-9-406-a'],
        objections: ['ucc-9-404-a'],
        changes: ['ucc-9-405'],
        proof: ['ucc-9-406-c'],
      };
    case 'EU':
      return NONE;
  }
}

/** True when both contracts were made under the text in force since 24 June 2023. */
export function underNewText({ supplyContract, agreement }: NoticeData): boolean {
  return supplyContract.signedOn >= NEW_TEXT_SINCE && agreement.signedOn >= NEW_TEXT_SINCE;
}
