import { viewCard } from '@cession/shared/card/card-view.ts';
import type { Card } from '@cession/shared/card/card.ts';
import type { SignerIdentity } from '@cession/shared/notice/evidence.ts';

export type SigningRule = 'sole' | 'joint';
/** A signer as the rep fills them in. */
export interface SignerDraft extends Omit<SignerIdentity, 'identifiedBy'> {
  readonly key: string;
  readonly identifiedBy: SignerIdentity['identifiedBy'] | '';
  readonly isFromCard: boolean;
}

export interface SignerForm {
  readonly rule: SigningRule;
  readonly people: readonly SignerDraft[];
}

export const MOST_SIGNERS = 6;

/** Those of the card who sign, by its rule; with one rule for one person the first of them. Nobody known: one empty. */
export function prefillSigners(card: Card | null): SignerForm {
  if (card === null) return { rule: 'sole', people: [emptySigner('1')] };
  const view = viewCard({ jurisdiction: card.jurisdiction, values: card.values, allowSamples: true });
  const signing = view.items('contacts').filter((item) => view.value('contacts.*.signs', item) === true);
  const isJoint = signing.some((item) => view.text('contacts.*.signingRule', item) === 'joint');
  const known = (isJoint ? signing : signing.slice(0, 1)).slice(0, MOST_SIGNERS).map((item): SignerDraft => {
    const isPower = view.text('contacts.*.authorityBasis', item) === 'power-of-attorney';
    return {
      key: item,
      name: view.text('contacts.*.name', item).slice(0, 120),
      title: view.text('contacts.*.position', item).slice(0, 160),
      authority: isPower ? 'power-of-attorney' : 'statutory',
      authorityReference: view.text('contacts.*.authorityReference', item).slice(0, 160),
      identifiedBy: '',
      isFromCard: true,
    };
  });
  return { rule: isJoint ? 'joint' : 'sole', people: known.length > 0 ? known : [emptySigner('1')] };
}

export function emptySigner(key: string): SignerDraft {
  return {
    key,
    name: '',
    title: '',
    authority: 'statutory',
    authorityReference: '',
    identifiedBy: '',
    isFromCard: false,
  };
}

/** What is missing, and at which person (by key) where it is one person's. */
export type SignerGap =
  | { readonly kind: 'needName' | 'needPower' | 'needIdentified'; readonly key: string; readonly place: number }
  | { readonly kind: 'needSecond' | 'tooMany' };

export function gapsOf({ rule, people }: SignerForm): readonly SignerGap[] {
  const gaps: SignerGap[] = people.flatMap((person, at) => gapsOfPerson(person, at + 1));
  if (rule === 'joint' && people.length < 2) gaps.push({ kind: 'needSecond' });
  if (rule === 'sole' && people.length > 1) gaps.push({ kind: 'tooMany' });
  return gaps;
}

function gapsOfPerson({ key, name, authority, authorityReference, identifiedBy }: SignerDraft, place: number) {
  const gaps: SignerGap[] = [];
  if (name.trim() === '') gaps.push({ kind: 'needName', key, place });
  if (authority === 'power-of-attorney' && authorityReference.trim() === '')
    gaps.push({ kind: 'needPower', key, place });
  if (identifiedBy === '') gaps.push({ kind: 'needIdentified', key, place });
  return gaps;
}

/** As they go into the evidence. Only without gaps. */
export function signersIn({ people }: SignerForm): SignerIdentity[] {
  return people.map(({ name, title, authority, authorityReference, identifiedBy }) => ({
    name: name.trim().slice(0, 120),
    title: title.trim().slice(0, 160),
    authority,
    authorityReference: authorityReference.trim().slice(0, 160),
    identifiedBy: identifiedBy === '' ? 'known' : identifiedBy,
  }));
}

/** Whom a person at the door was asked for: names that are there, for a ceremony nobody signs. */
export function signersKnown(form: SignerForm): SignerIdentity[] {
  return signersIn({ ...form, people: form.people.filter(({ name }) => name.trim() !== '') });
}
