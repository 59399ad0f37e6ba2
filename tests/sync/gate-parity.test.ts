import { fileURLToPath } from 'node:url';
import { runInNewContext } from 'node:vm';
import { build, type Rolldown } from 'vite';
import { beforeAll, expect, test } from 'vitest';
import type { cardFields } from '@cession/shared/card/card-fields.ts';
import { choicesIn } from '@cession/shared/card/card-choices.ts';
import { fieldKeysIn, specOf } from '@cession/shared/card/card-path.ts';
import type { CardValue } from '@cession/shared/card/card.ts';
import { checkGate, type GateInput, type GateVerdict } from '@cession/shared/card/gate.ts';
import type { HeldDocument } from '@cession/shared/card/held-document.ts';
import { JURISDICTIONS, type Jurisdiction } from '@cession/shared/card/jurisdiction.ts';
import { canonicalJson, type Json } from '@cession/shared/kernel/canonical-json.ts';
import type { Day } from '@cession/shared/kernel/instant.ts';
import { SAMPLE_CARDS } from '../support/sample-cards.ts';

const CARDS = 1000;
const gate = fileURLToPath(new URL('../../shared/src/card/gate.ts', import.meta.url));
let onThePhone: (input: GateInput) => GateVerdict;

beforeAll(async () => {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    build: {
      write: false,
      target: 'es2022',
      minify: true,
      lib: { entry: gate, formats: ['iife'], name: 'gate', fileName: 'gate' },
    },
  });
  const code = chunksOf(built)
    .map((chunk) => chunk.code)
    .join('\n');
  // A context of its own: other built-ins than the server's, nothing of Node, as in a browser.
  const run = runInNewContext(`${code}; (input) => JSON.stringify(gate.checkGate(JSON.parse(input)))`, {}) as (
    input: string,
  ) => string; // the expression on the line above
  onThePhone = (input) => JSON.parse(run(JSON.stringify(input))) as GateVerdict; // the same function's answer
});

test(`phone and server give one verdict, byte for byte, on ${CARDS} cards`, () => {
  const random = seeded(20_261_121);
  const verdicts = Array.from({ length: CARDS }, (_, index) => {
    const input = variedCard(random, index);
    const server = canonicalJson(plain(checkGate(input)));
    expect(canonicalJson(plain(onThePhone(reordered(input, random))))).toBe(server);
    return server;
  });
  expect(new Set(verdicts).size).toBeGreaterThan(500);
});

test('the cards that were compared are of every kind', () => {
  const random = seeded(20_261_121);
  const inputs = Array.from({ length: CARDS }, (_, index) => variedCard(random, index));
  const verdicts = inputs.map((input) => checkGate(input));
  expect(new Set(inputs.map((input) => input.jurisdiction)).size).toBe(JURISDICTIONS.length);
  expect(verdicts.some((verdict) => verdict.missing.length === 0)).toBe(true);
  expect(verdicts.some((verdict) => verdict.missing.some((line) => line.problem !== null))).toBe(true);
  const lines = verdicts.flatMap((verdict) => [...verdict.missing, ...verdict.warnings]);
  expect(lines.map(({ document }) => document)).toContain('power-of-attorney');
  expect(new Set(verdicts.flatMap((verdict) => verdict.missing.map((line) => line.requirement))).size).toBeGreaterThan(
    50,
  );
});

/** A complete card with a few values taken away, spoiled or swapped, or a card of nothing but chance. */
function variedCard(random: () => number, index: number): GateInput {
  const sample = SAMPLE_CARDS[index % SAMPLE_CARDS.length];
  const fromNothing = random() < 0.25 || sample === undefined;
  const jurisdiction = fromNothing ? pick(JURISDICTIONS, random) : sample.jurisdiction;
  const values: Record<string, CardValue> = fromNothing ? {} : { ...sample.values };
  const changes = Math.floor(random() * (fromNothing ? 60 : 12));
  for (let i = 0; i < changes; i += 1) {
    const key = pick(fieldKeysIn(jurisdiction), random);
    const path = key.replace('*', `0190cccc-0000-7000-8000-00000000000${Math.floor(random() * 3)}`);
    if (random() < 0.3) delete values[path];
    else values[path] = someValue(key, jurisdiction, random);
  }
  const on = random() < 0.5 ? ('2026-11-20' as Day) : null; // a literal of the right form
  return { jurisdiction, values, allowSamples: random() < 0.2, on, documents: someDocuments(random) };
}

function someDocuments(random: () => number): HeldDocument[] {
  const types = ['power-of-attorney', 'signing-specimen', 'supply-contract'];
  return types.filter(() => random() < 0.4).map((type) => ({ type, hasFile: random() < 0.6 }));
}

function someValue(key: keyof typeof cardFields, jurisdiction: Jurisdiction, random: () => number): CardValue {
  const spec = specOf(key);
  switch (spec.kind) {
    case 'choice':
      return pick(choicesIn(spec.choices, jurisdiction), random);
    case 'tick':
      return random() < 0.7;
    case 'whole-number':
      return Math.floor(random() * spec.max);
    case 'day':
      return pick(['2026-11-19', '2026-11-20', '2027-01-31'], random);
    case 'country':
      return pick(['HU', 'RU', 'US', 'DE', 'GR', 'AT'], random);
    case 'currency':
      return pick(['HUF', 'EUR', 'RUB', 'USD'], random);
    case 'language':
      return pick(['hu', 'ru', 'en'], random);
    case 'identifier':
      return pick(NUMBERS, random);
    case 'email':
      return pick(['anna@duna.example', 'anna at duna', 'ирина@волга.рф'], random);
    case 'phone':
      return pick(['+36 30 214 5873', '8 (916) 528-39-14', '12'], random);
    case 'text':
    case 'long-text':
    case 'person':
      return pick(['Árvíztűrő tükörfúrógép', 'Ёлка и «Партнёры»', '   ', '1138', 'İstanbul ß ﬁ', '𝟙𝟚𝟛'], random);
  }
}

const NUMBERS = [
  '24173564-2-41',
  '24173565-2-41',
  '24173564 4 41',
  '17782342-5-44',
  'HU24173564',
  '01-09-173562',
  '10300208-10543720',
  'HU07103002081054372000000000',
  '7741392852',
  '501287394600',
  '774101001',
  '1187746392514',
  '044525974',
  '40702810938000174512',
  'АВ12', // Cyrillic letters
  '９９０１', // full width
  '',
];

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

function pick<T>(list: readonly T[], random: () => number): T {
  const chosen = list[Math.floor(random() * list.length)];
  if (chosen === undefined) throw new RangeError('nothing to pick from');
  return chosen;
}

/** A database hands keys back in an order of its own. */
function reordered(input: GateInput, random: () => number): GateInput {
  const entries = Object.entries(input.values).map((entry) => ({ entry, at: random() }));
  // Documents, too, lie in another order on another phone.
  const documents = (input.documents ?? []).toReversed();
  const shuffled = entries.toSorted((left, right) => left.at - right.at).map(({ entry }) => entry);
  return { ...input, documents, values: Object.fromEntries(shuffled) };
}

function plain(verdict: GateVerdict): Json {
  // a verdict is plain data
  return verdict as unknown as Json;
}

function chunksOf(built: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk[] {
  const outputs = Array.isArray(built) ? built : [built];
  return outputs.flatMap((output) => ('output' in output ? output.output : [])).filter((part) => part.type === 'chunk');
}
