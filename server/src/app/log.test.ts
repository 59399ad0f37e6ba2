import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function collect(level: 'debug' | 'warn' = 'debug', pretty = false) {
  const lines: string[] = [];
  return { lines, log: createLog(level, { pretty, write: (line) => lines.push(line) }) };
}

test('one event is one line of JSON', () => {
  const { lines, log } = collect();
  log.info('card.saved', { cardId: 'c1', note: 'two\nlines' });
  expect(lines).toHaveLength(1);
  expect(lines[0]).not.toContain('\n');
  expect(JSON.parse(lines.join(''))).toMatchObject({ level: 'info', event: 'card.saved', cardId: 'c1' });
});

test('what signs a person in never reaches the log, however deep it hides', () => {
  const { lines, log } = collect();
  const headers = { cookie: 'sid=s3cr3t', Authorization: 'Bearer s3cr3t' };
  log.warn('sign-in.refused', { password: 's3cr3t', headers, tries: [{ authToken: 's3cr3t' }] });
  expect(lines.join('')).not.toContain('s3cr3t');
});

test('a failed query is logged without the values people typed into it', () => {
  const { lines, log } = collect();
  log.error('http.failed', { error: new Error('Failed query: insert into card\nparams: Danube Toys,12345678-2-41') });
  expect(lines[0]).toContain('insert into card');
  expect(lines[0]).not.toContain('Danube');
});

test('not even when the query itself holds the signs of a replacement', () => {
  const { lines, log } = collect();
  log.error('http.failed', { error: new Error("Failed query: select '$&'\nparams: Danube Toys") });
  expect(lines[0]).not.toContain('Danube');
});

test('a quiet log leaves out what is below its level', () => {
  const { lines, log } = collect('warn');
  log.info('app.started');
  log.error('app.failed');
  expect(lines).toHaveLength(1);
});

test('at a terminal a person reads words, not JSON', () => {
  const { lines, log } = collect('debug', true);
  log.info('app.started', { port: 8787, token: 'x' });
  expect(lines[0]).toMatch(/^\d\d:\d\d:\d\d info {2}app\.started port=8787 token=\[hidden\]$/);
});
