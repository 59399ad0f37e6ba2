import { listOriginals } from '../document/list-originals.ts';
import { showDocuments } from '../document/show-documents.ts';
import { exportAccepted } from '../handoff/export-accepted.ts';
import { claimNext } from '../handoff/claim-next.ts';
import { countLoad } from '../handoff/count-load.ts';
import { listAccepted } from '../handoff/list-accepted.ts';
import { listNoticeQueue } from '../handoff/list-notice-queue.ts';
import { listQueue } from '../handoff/list-queue.ts';
import { showNoticeHandoff } from '../handoff/show-notice-handoff.ts';
import { showQueueItem } from '../handoff/show-queue-item.ts';
import { beaconFor, challengeDevice, devicesOf } from '../notice/devices.ts';
import { enrolDevice } from '../notice/enrol-device.ts';
import { listAgreements } from '../notice/list-agreements.ts';
import { listNotices } from '../notice/list-notices.ts';
import { revokeDevice } from '../notice/revoke-device.ts';
import type { ServerSigner } from '../notice/server-key.ts';
import { showEvidence } from '../notice/show-evidence.ts';
import { showNotice } from '../notice/show-notice.ts';
import { searchCustomers } from '../notice/search-customers.ts';
import type { Result } from '@cession/shared/kernel/result.ts';
import type { Auth } from '../people/auth.ts';
import { signedInAt } from '../people/session-actor.ts';
import { listColleagues, profileOf, saveColleague, type PeopleRefusal } from '../people/people-desk.ts';
import type { Database } from '../db/client.ts';
import type { Env } from '../sync/env.ts';
import { listHeldUp } from '../people/held-up.ts';
import type { ServerSpine } from '../sync/spine.ts';
import type { RequestRefusal } from '../sync/spine-parts.ts';
import { aboutDevice } from './about-device.ts';
import { refuseRequest } from './request-refused.ts';
import type { Handlers } from './trpc.ts';

export interface HandlerParts {
  readonly database: Database;
  readonly auth: Auth;
  readonly spine: ServerSpine;
  readonly env: Env;
  readonly signer: ServerSigner;
}

/** What answers each procedure of the shared list. One line each: the work stands in the features. */
export function createHandlers(parts: HandlerParts): Handlers {
  const { spine, database } = parts;
  const people = { database, auth: parts.auth, writer: spine };
  return {
    'sync.push': async (actor, body) => answered(await spine.receivePush(actor, body)),
    'sync.pull': async (actor, body) => answered(await spine.servePull(actor, body)),
    'sync.reconcile': async (actor, body) => answered(await spine.reconcile(actor, body)),
    'desk.perform': async (actor, act) => answered(await spine.perform(actor, act)),
    'queue.list': (actor, input) => listQueue(parts, actor, input),
    'queue.item': (actor, input) => showQueueItem(parts, actor, input),
    'queue.next': (actor, input) => claimNext(parts, actor, input),
    'queue.load': (actor) => countLoad(parts, actor),
    'accepted.list': (actor, input) => listAccepted(parts, actor, input),
    'accepted.export': (actor, input) => exportAccepted(parts, actor, input),
    'agreements.list': (actor) => listAgreements(database, actor),
    'agreements.customers': (actor, input) => searchCustomers(database, actor, input),
    'documents.of-card': (actor, input) => showDocuments(database, actor, input),
    'originals.list': (actor, input) => listOriginals(parts, actor, input),
    'notice-queue.list': (actor, input) => listNoticeQueue(parts, actor, input),
    'notice-queue.item': (actor, input) => showNoticeHandoff(parts, actor, input),
    'notice.show': (actor, input) => showNotice(database, actor, input),
    'notice.board': (actor, input) => listNotices(database, actor, input),
    'notice.evidence': (actor, input) => showEvidence(database, actor, input),
    'device.challenge': (actor) => challengeDevice(parts, actor),
    'device.enrol': async (actor, input, { headers }) =>
      aboutDevice(await enrolDevice(parts, actor, input, await signedInAt(parts.auth, headers))),
    'device.beacon': async (actor, input) => aboutDevice(await beaconFor(parts, actor, input)),
    'device.list': (actor) => devicesOf(parts, actor),
    'device.revoke': async (actor, input) => aboutDevice(await revokeDevice(parts, actor, input)),
    'people.me': (actor, _input, context) => profileOf(database, actor, identityOf(context.session)),
    'people.list': (actor) => listColleagues(database, actor),
    'people.save': async (actor, input) => savedPerson(await saveColleague(people, actor, input)),
    'office.held-up': (actor) => listHeldUp(parts, actor),
  };
}

function answered<T>(result: Result<T, RequestRefusal>): T {
  if (result.ok) return result.value;
  throw refuseRequest(result.error.status, result.error.code, result.error.message);
}

const peopleSentences: Record<PeopleRefusal, string> = {
  'person.not-found': 'This person is not in your company.',
  'person.email-taken': 'Somebody signs in with this address already.',
  'person.password-missing': 'A new person needs a first password.',
  'person.last-admin': 'This is the last open admin. Make somebody else an admin first.',
};

function savedPerson(result: Result<{ id: string }, PeopleRefusal>): { id: string } {
  if (result.ok) return result.value;
  const status = result.error === 'person.not-found' ? 404 : 409;
  throw refuseRequest(status, result.error, peopleSentences[result.error]);
}

function identityOf(session: { readonly kind: string; readonly name?: string; readonly email?: string }) {
  return { name: session.name ?? '', email: session.email ?? '' };
}
