import { readFileSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseSync } from '@swc/core';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../client/src/', import.meta.url));

/** Shown as they are in every language. */
const allowed = new Set(['Cession']);
/** A drawing board for developers, never part of a build. */
const notForPeople = new Set(['ui/gallery.tsx', 'ui/gallery-controls.tsx']);
/** Attributes and properties of our own kit that people read or hear. */
const spoken = new Set(
  'title label legend hint error detail text action reason alt placeholder what proven origin aria-label aria-description aria-valuetext aria-roledescription'.split(
    ' ',
  ),
);

test('every word on screen comes from a catalog, so that it exists in every language', () => {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx'));
  expect(files.length).toBeGreaterThan(20);
  const loose = files
    .filter((file) => !notForPeople.has(file) && !file.endsWith('.test.tsx'))
    .flatMap((file) => looseWords(readFileSync(source + file, 'utf8')).map((words) => `${file}: ${words}`));
  expect(loose).toEqual([]);
});

test('the search for loose words finds them wherever they hide', () => {
  const hidden = [
    '<p>Save</p>',
    "<p>{'Save'}</p>",
    '<p>{`Save ${n}`}</p>',
    "<p>{busy ? 'Saving' : t('x')}</p>",
    "<p>{busy && 'Saving'}</p>",
    '<img alt="A map" />',
    '<Field label={`Name of ${x}`} />',
    "<Note title={late ? 'Late' : undefined} />",
  ];
  expect(hidden.filter((jsx) => looseWords(jsx).length === 0)).toEqual([]);
});

test('symbols, codes, ids and class names are not words', () => {
  const fine = [
    '<p> · — {count} </p>',
    "<p>{t('tab.today')}</p>",
    '<p className="grid">{`${a} · ${b}`}</p>',
    "<a href='/cards'>{words[outcome]}</a>",
    '<title>{`${title} – Cession`}</title>',
    '<p>{done === "yes" ? a : b}</p>',
  ];
  expect(fine.flatMap(looseWords)).toEqual([]);
});

function looseWords(code: string): string[] {
  const found: string[] = [];
  visit(parseSync(code, { syntax: 'typescript', tsx: true, target: 'es2024' }), found);
  return found;
}

type Node = Record<string, unknown>;

function visit(node: unknown, found: string[]): void {
  if (Array.isArray(node)) for (const child of node) visit(child, found);
  if (!isNode(node)) return;
  if (node['type'] === 'JSXText') keepWords(node['value'], found);
  if (node['type'] === 'JSXElement' || node['type'] === 'JSXFragment') readChildren(node['children'], found);
  if (node['type'] === 'JSXAttribute' && spoken.has(attributeName(node['name']))) readValue(node['value'], found);
  for (const child of Object.values(node)) visit(child, found);
}

function readChildren(children: unknown, found: string[]): void {
  if (!Array.isArray(children)) return;
  for (const child of children)
    if (isNode(child) && child['type'] === 'JSXExpressionContainer') readValue(child, found);
}

/** Follows the branches whose result is shown; the arguments of a call (`t('id')`) and conditions are not shown. */
function readValue(value: unknown, found: string[]): void {
  if (!isNode(value)) return;
  switch (value['type']) {
    case 'StringLiteral':
      keepWords(value['value'], found);
      break;
    case 'TemplateLiteral':
      for (const quasi of value['quasis'] as Node[]) keepWords(quasi['raw'], found);
      for (const part of value['expressions'] as Node[]) readValue(part, found);
      break;
    case 'JSXExpressionContainer':
    case 'ParenthesisExpression':
      readValue(value['expression'], found);
      break;
    case 'ConditionalExpression':
      readValue(value['consequent'], found);
      readValue(value['alternate'], found);
      break;
    case 'BinaryExpression':
      if (/^(\|\||&&|\?\?|\+)$/.test(String(value['operator']))) {
        readValue(value['left'], found);
        readValue(value['right'], found);
      }
      break;
  }
}

function keepWords(text: unknown, found: string[]): void {
  const words = String(text).trim();
  const unknown = words.split(/[^\p{L}]+/u).filter((word) => word !== '' && !allowed.has(word));
  if (unknown.length > 0) found.push(words);
}

function attributeName(name: unknown): string {
  return isNode(name) ? String(name['value']) : '';
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
