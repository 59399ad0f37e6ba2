import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { mutators } from '@cession/shared/mutators.ts';
import * as protocol from '@cession/shared/sync/protocol.ts';
import { expect, test } from 'vitest';
import { toJSONSchema } from 'zod';
import type { $ZodType } from 'zod/v4/core';

const GOLDEN = new URL('wire-shapes.json', import.meta.url);

/**
 * An outbox on a phone that was away is a stored format. When this fails, either the change was not meant, or: a changed
 * mutator gets a new version (the old one stays for 180 days; an argument that is added and may be left out needs none), a
 * changed message moves PROTOCOL_VERSION with a line of its history, and the golden file is written anew with `WRITE_WIRE_SHAPES=1`.
 */
test('the shapes that travel and lie on phones are the ones written down', () => {
  const shapes = { protocol: protocol.PROTOCOL_VERSION, messages: messageHashes(), mutations: mutationHashes() };
  if (process.env['WRITE_WIRE_SHAPES'] === '1') writeFileSync(GOLDEN, `${JSON.stringify(shapes, null, 2)}\n`);
  expect(shapes).toEqual(JSON.parse(readFileSync(GOLDEN, 'utf8')));
});

test('a changed shape is noticed', () => {
  const [first] = mutators.values();
  if (!first) throw new Error('there are no mutators');
  expect(hashOf(first.args)).not.toBe(hashOf(protocol.PushRequest));
});

function messageHashes(): Record<string, string> {
  const { PushRequest, PushResponse, PullRequest, PullResponse, ReconcileRequest, ReconcileResponse } = protocol;
  const messages = { PushRequest, PushResponse, PullRequest, PullResponse, ReconcileRequest, ReconcileResponse };
  return Object.fromEntries(Object.entries(messages).map(([name, schema]) => [name, hashOf(schema)]));
}

function mutationHashes(): Record<string, string> {
  return Object.fromEntries([...mutators].map(([key, mutator]) => [key, hashOf(mutator.args)]));
}

function hashOf(schema: $ZodType): string {
  // Branded ids and instants are checked by functions, which have no JSON Schema.
  const json = toJSONSchema(schema, { unrepresentable: 'any', io: 'input' });
  return createHash('sha256').update(JSON.stringify(json)).digest('hex').slice(0, 16);
}
