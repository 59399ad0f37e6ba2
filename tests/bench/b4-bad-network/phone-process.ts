/** One device on a bad day, in a process of its own. */
import { cardDocuments } from '../kit/card-documents.ts';
import { answerAsks } from '../kit/pinned-process.ts';
import type { PushTarget } from '../b1-push/pusher.ts';
import type { BadDayPhone, OpenPhone, PhoneKind } from './phone.ts';

export type PhoneQuestion =
  | { readonly kind: 'open'; readonly target: PushTarget }
  | { readonly kind: 'save'; readonly seed: number; readonly count: number }
  | { readonly kind: 'start' | 'hear-online' | 'hear-signed-in' | 'state' | 'close' };

const openers: Readonly<Record<PhoneKind, () => Promise<OpenPhone>>> = {
  ours: async () => (await import('./ours-phone.ts')).openOurPhone,
  rxdb: async () => (await import('./peer-phones.ts')).openRxdbPhone,
  pouchdb: async () => (await import('./peer-phones.ts')).openPouchdbPhone,
  tanstack: async () => (await import('./peer-phones.ts')).openTanstack,
  'tanstack-careful': async () => (await import('./peer-phones.ts')).openTanstackCareful,
};

let phone: BadDayPhone | null = null;

// A library that leaves a promise to itself must not end the device, and what it says on the console is asked for.
process.on('unhandledRejection', () => undefined);
if (process.argv[2] !== 'ours')
  Object.assign(console, { log: () => undefined, warn: () => undefined, error: () => undefined });
answerAsks((question: PhoneQuestion) => answer(question));

async function answer(question: PhoneQuestion): Promise<unknown> {
  if (question.kind === 'open') {
    // The parent names the contender when it starts this program.
    const open = await openers[process.argv[2] as PhoneKind]();
    phone = await open(question.target);
    return null;
  }
  if (phone === null) throw new Error('the device was not opened');
  switch (question.kind) {
    case 'save':
      return phone.save(cardDocuments(question.seed, question.count));
    case 'start':
      return phone.start();
    case 'hear-online':
      return phone.hearOnline();
    case 'hear-signed-in':
      return phone.hearSignedIn();
    case 'state':
      return phone.state();
    case 'close':
      return phone.close();
  }
}
