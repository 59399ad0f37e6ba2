import { createCard } from './card/create-card.ts';
import { discardCard } from './card/discard-card.ts';
import { editCard } from './card/edit-card.ts';
import { keepBoth } from './card/keep-both.ts';
import { acceptOwnership, declineOwnership, offerOwnership } from './card/ownership.ts';
import { resolveConflict } from './card/resolve-conflict.ts';
import { shareCard } from './card/share-card.ts';
import { useExisting } from './card/use-existing.ts';
import { addDocument } from './document/add-document.ts';
import { attachFile, describeDocument, removeDocument, restoreDocument } from './document/change-document.ts';
import { moveOriginal } from './document/move-original.ts';
import { acceptHandoff, returnHandoff, undoReturn } from './handoff/decide-handoff.ts';
import { handOverCard } from './handoff/hand-over-card.ts';
import { answerQuestion, askQuestion } from './handoff/question.ts';
import { fileNotice, putNoticeBack, takeNotice } from './handoff/work-the-notice-queue.ts';
import { claimItem, putBackItem, renewLease, snoozeItem, takeOverItem } from './handoff/work-the-queue.ts';
import { activateNotice } from './notice/activate-notice.ts';
import { closeCeremony } from './notice/close-ceremony.ts';
import { decideCeremony } from './notice/decide-ceremony.ts';
import { setLimit } from './notice/debtor-limit.ts';
import { logCallBack } from './notice/log-call-back.ts';
import { proposePayeeAccount, rejectPayeeAccount, releasePayeeAccount } from './notice/payee-account.ts';
import { prepareNotice } from './notice/prepare-notice.ts';
import { recordLater } from './notice/record-later.ts';
import { saveAgreement } from './notice/save-agreement.ts';
import { saveFactor } from './notice/save-factor.ts';
import { saveSupplier } from './notice/save-supplier.ts';
import { withdrawNotice } from './notice/withdraw-notice.ts';
import { registerMutators, type RefusalOf } from './sync/mutator.ts';

/** THE LIST: everything a person can do. */
const list = [
  // capture
  createCard,
  editCard,
  discardCard,
  keepBoth,
  useExisting,
  resolveConflict,
  shareCard,
  // documents and the papers behind them
  addDocument,
  describeDocument,
  attachFile,
  removeDocument,
  restoreDocument,
  moveOriginal,
  // hand over
  handOverCard,
  // accounting's queue
  claimItem,
  renewLease,
  putBackItem,
  snoozeItem,
  takeOverItem,
  acceptHandoff,
  returnHandoff,
  undoReturn,
  // accounting's queue of notices
  takeNotice,
  putNoticeBack,
  fileNotice,
  // questions
  askQuestion,
  answerQuestion,
  // one owner, always
  offerOwnership,
  acceptOwnership,
  declineOwnership,
  // agreements
  saveFactor,
  saveSupplier,
  saveAgreement,
  setLimit,
  // the account debtors pay to, by two people
  proposePayeeAccount,
  releasePayeeAccount,
  rejectPayeeAccount,
  // notice
  prepareNotice,
  closeCeremony,
  recordLater,
  logCallBack,
  withdrawNotice,
  activateNotice,
  decideCeremony,
] as const;

export const mutators = registerMutators(list);

/** The wire names of everything a person can do. */
export type MutationName = (typeof list)[number]['name'];

/** What the server may refuse on top of what the mutators say: it knows more than a phone does. */
export type ServerRefusal =
  | { readonly code: 'permission.denied' }
  | { readonly code: 'mutation.malformed'; readonly fields?: readonly string[] }
  | { readonly code: 'mutation.too-large' }
  | { readonly code: 'mutation.unsupported' }
  | { readonly code: 'mutation.waits' }
  | { readonly code: 'mutation.newer-than-server' }
  | { readonly code: 'mutation.mismatch' }
  | { readonly code: 'mutation.failed' }
  | { readonly code: 'ceremony.own-witness' }
  | { readonly code: 'ceremony.unreadable' }
  | { readonly code: 'ceremony.of-another' }
  | {
      readonly code: 'card.duplicate';
      readonly otherId: string;
      readonly name: string;
      readonly ownerName: string;
    }
  | { readonly code: 'document.too-many'; readonly limit: number }
  | { readonly code: 'conflict.open'; readonly paths: readonly string[] };

/** Every refusal there is. The words for them are a Record over this: a new one does not compile without. */
export type AnyRefusal = RefusalOf<(typeof list)[number]> | ServerRefusal;
export type RefusalCode = AnyRefusal['code'];
