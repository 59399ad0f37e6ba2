/** An unexpected console.error or console.warn fails the test that caused it; an expected one is spied on by the test. */
import { afterEach, beforeEach } from 'vitest';
import { format } from 'node:util';

const heard: string[] = [];

beforeEach(() => {
  heard.length = 0;
  console.error = (...words: unknown[]) => heard.push(`console.error: ${format(...words)}`);
  console.warn = (...words: unknown[]) => heard.push(`console.warn: ${format(...words)}`);
});

afterEach(() => {
  const said = heard.splice(0);
  if (said.length > 0) throw new Error(`this test said on the console:\n${said.join('\n')}`);
});
