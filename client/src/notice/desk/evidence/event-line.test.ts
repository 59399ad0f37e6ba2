import type { SignedEvent } from '@cession/shared/notice/evidence.ts';
import { expect, test } from 'vitest';
import { eventLines } from './event-line.ts';

const event = (type: string, session = 'a', data: object = {}) =>
  ({ body: { type, session, data }, hash: '', sig: '' }) as unknown as SignedEvent; // only what the lines look at
const read = (section: string, session = 'a') => event('section-read', session, { section, ms: 900 });
const told = (events: SignedEvent[]) =>
  eventLines({ events }).map((line) =>
    line.kind === 'read' ? line.parts.map(({ section }) => section) : line.event.body.type,
  );

test('parts read one after another share a line, in the order they were read', () => {
  const events = [event('shown'), read('payment'), read('proof'), event('language-changed'), read('payment')];
  expect(told(events)).toEqual(['shown', ['payment', 'proof'], 'language-changed', ['payment']]);
});

test('where the app was started anew a line begins and says so', () => {
  const events = [event('shown'), read('payment'), read('proof', 'b'), read('changes', 'b')];
  const lines = eventLines({ events });
  expect(lines.map((line) => line.kind === 'event' && line.startedAnew)).toEqual([false, false, true, false]);
});

test('no event is left out', () => {
  const events = [event('prepared'), read('payment'), read('proof'), event('closed')];
  expect(eventLines({ events }).flatMap((line) => (line.kind === 'read' ? line.events : [line.event]))).toEqual(events);
});
