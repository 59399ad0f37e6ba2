import { ROLES, type Actor, type Role } from './actor.ts';

/**
 * Who may do what: one table, deny by default. Keys are mutation names and procedure names; a name that is
 * not here is refused for everybody, and a test fails for a mutator or procedure that is missing.
 */
const everyone = ROLES;
const capture = ['rep', 'client-manager', 'coordinator'] as const satisfies readonly Role[];
const accounting = ['accountant', 'chief-accountant'] as const satisfies readonly Role[];
const desk = [...accounting, 'coordinator', 'sales-manager', 'admin', 'auditor'] as const satisfies readonly Role[];

export const PERMISSIONS = {
  // what a person does (mutations)
  'card.create': capture,
  'card.edit': capture,
  'card.keep-both': capture,
  'card.discard': capture,
  'card.use-existing': capture,
  'card.share': capture,
  'card.hand-over': capture,
  'card.resolve-conflict': capture,
  'card.offer-ownership': [...capture, 'sales-manager'],
  'card.accept-ownership': capture,
  'card.decline-ownership': capture,
  'document.add': capture,
  'document.describe': capture,
  'document.attach-file': capture,
  'document.remove': capture,
  'document.restore': capture,
  'original.move': [...capture, ...accounting],
  'question.answer': capture,
  'question.ask': accounting,
  'queue.claim': accounting,
  'queue.renew': accounting,
  'queue.put-back': accounting,
  'queue.snooze': accounting,
  'queue.take-over': ['chief-accountant'],
  'handoff.accept': accounting,
  'handoff.return': accounting,
  'handoff.undo-return': accounting,
  'notice.take': accounting,
  'notice.put-back': accounting,
  'notice.file': accounting,
  'factor.save': ['coordinator'],
  'supplier.save': ['coordinator'],
  'agreement.save': ['coordinator'],
  'limit.set': ['coordinator'],
  'payee-account.propose': ['coordinator'],
  'payee-account.release': ['chief-accountant'],
  'payee-account.reject': ['chief-accountant'],
  'notice.prepare': capture,
  'notice.close-ceremony': capture,
  'notice.record-later': capture,
  'notice.log-call-back': ['client-manager', 'coordinator'],
  'notice.withdraw': capture,
  'notice.activate': ['coordinator'],
  'ceremony.decide': ['coordinator'],
  // what a person asks (procedures)
  'sync.push': everyone,
  'sync.pull': everyone,
  'sync.reconcile': everyone,
  'desk.perform': everyone,
  'queue.list': desk,
  'queue.item': desk,
  'queue.next': accounting,
  'queue.load': desk,
  'accepted.list': desk,
  'accepted.export': [...accounting, 'admin', 'auditor'],
  'agreements.list': desk,
  'agreements.customers': desk,
  'documents.of-card': desk,
  'originals.list': desk,
  'notice-queue.list': desk,
  'notice-queue.item': desk,
  'notice.board': desk,
  'notice.show': desk,
  'notice.evidence': [...capture, ...accounting, 'auditor'],
  'device.challenge': capture,
  'device.enrol': capture,
  'device.beacon': capture,
  'device.list': ['coordinator', 'admin', 'auditor'],
  'device.revoke': ['admin'],
  'people.me': everyone,
  'people.list': ['admin', 'sales-manager', 'auditor'],
  'people.save': ['admin'],
  'office.held-up': ['admin', 'sales-manager', 'auditor'],
} as const satisfies Record<string, readonly Role[]>;

export type Action = keyof typeof PERMISSIONS;

/** Fields that let one reach a customer: seen by those who own the relation, never by accounting. */
const REACHES_THE_CUSTOMER: readonly Role[] = ['rep', 'client-manager', 'coordinator', 'sales-manager', 'admin'];

/** What a resource must say about itself for a decision. Absent parts do not restrict. */
export interface Resource {
  readonly companyId?: string;
  readonly ownerId?: string;
  /** The person it is offered to, who may look before answering. */
  readonly offeredTo?: string | null;
}

export type FieldKind = 'reach' | 'plain';

/**
 * May this person do this to that? Deny by default: an unknown action, another company's resource, or a role
 * that is not listed is refused. House rule of the product, no outside source.
 */
export function can(actor: Actor, action: string, resource: Resource = {}, field: FieldKind = 'plain'): boolean {
  if (!isAction(action)) return false;
  if (resource.companyId !== undefined && resource.companyId !== actor.companyId) return false;
  if (!holdsOneOf(actor, PERMISSIONS[action])) return false;
  return field === 'plain' || holdsOneOf(actor, REACHES_THE_CUSTOMER);
}

/** True where the actor's role alone lets them see phone numbers and e-mail addresses of customers. */
export function seesReach(actor: Actor): boolean {
  return holdsOneOf(actor, REACHES_THE_CUSTOMER);
}

export function isAction(name: string): name is Action {
  return Object.hasOwn(PERMISSIONS, name);
}

function holdsOneOf(actor: Actor, roles: readonly Role[]): boolean {
  return roles.some((role) => actor.roles.includes(role));
}
