import { documentsOfCard, listOriginals } from './document/document-procedures.ts';
import {
  claimNext,
  exportAccepted,
  listAccepted,
  listLoad,
  listQueue,
  openQueueItem,
} from './handoff/desk-procedures.ts';
import { listNoticeQueue, showNoticeHandoff } from './handoff/notice-queue-procedures.ts';
import type { InputOfProcedure, OutputOfProcedure } from './kernel/procedure.ts';
import { listAgreements, searchCustomers } from './notice/agreement-procedures.ts';
import { deviceBeacon, deviceChallenge, enrolDevice, listDevices, revokeDevice } from './notice/device-procedures.ts';
import { listNotices, showEvidence, showNotice } from './notice/notice-procedures.ts';
import { listHeldUp, listPeople, savePerson, whoAmI } from './people/people-procedures.ts';
import { deskPerform, syncPull, syncPush, syncReconcile } from './sync/sync-procedures.ts';

/**
 * THE THIRD LIST: everything that can be asked of the server. The server's router implements exactly these,
 * and a generated test walks every one with every role.
 */
export const procedures = {
  'sync.push': syncPush,
  'sync.pull': syncPull,
  'sync.reconcile': syncReconcile,
  'desk.perform': deskPerform,
  'queue.list': listQueue,
  'queue.item': openQueueItem,
  'queue.next': claimNext,
  'queue.load': listLoad,
  'accepted.list': listAccepted,
  'accepted.export': exportAccepted,
  'agreements.list': listAgreements,
  'agreements.customers': searchCustomers,
  'documents.of-card': documentsOfCard,
  'originals.list': listOriginals,
  'notice-queue.list': listNoticeQueue,
  'notice-queue.item': showNoticeHandoff,
  'notice.board': listNotices,
  'notice.show': showNotice,
  'notice.evidence': showEvidence,
  'device.challenge': deviceChallenge,
  'device.enrol': enrolDevice,
  'device.beacon': deviceBeacon,
  'device.list': listDevices,
  'device.revoke': revokeDevice,
  'people.me': whoAmI,
  'people.list': listPeople,
  'people.save': savePerson,
  'office.held-up': listHeldUp,
} as const;

export type Procedures = typeof procedures;
export type ProcedureName = keyof Procedures;
export type InputOf<N extends ProcedureName> = InputOfProcedure<Procedures[N]>;
export type OutputOf<N extends ProcedureName> = OutputOfProcedure<Procedures[N]>;
