/** The build's own step that turns what every start runs into plain scripts, on chunks small enough to read. */
import { runInNewContext } from 'node:vm';
import { parseAst } from 'vite';
import { expect, test } from 'vitest';
import { firstScriptsPlugin } from '../../client/first-scripts-plugin.ts';

interface FakeFile {
  type: 'chunk' | 'asset';
  name: string;
  fileName: string;
  isEntry: boolean;
  code: string;
  source: string;
}

const chunk = (name: string, code: string, isEntry = false): FakeFile => ({
  ...{ type: 'chunk', name, fileName: `assets/${name}-1.js`, isEntry, code, source: '' },
});
const preload = (name: string) => `<link rel="modulepreload" crossorigin href="/assets/${name}-1.js">`;
const PAGE = `<head>${['rolldown-runtime', 'react', 'first'].map(preload).join('')}<script type="module" crossorigin src="/assets/main-1.js"></script></head>`;

const RUNTIME = chunk('rolldown-runtime', 'var once=(work)=>work();export{once as t};');
const REACT = chunk('react', 'import{t as o}from"./rolldown-runtime-1.js";var hook=o(()=>"a hook");export{hook as n};');
const FIRST = chunk(
  'first',
  'import{n as hook}from"./react-1.js";var said=`first with ${hook} at ${import.meta.url}`;export{said as s};',
);
const MAIN = chunk('main', 'import{s as words}from"./first-1.js";export{n as again}from"./react-1.js";words;', true);

function write(...chunks: readonly FakeFile[]) {
  const page: FakeFile = { ...chunk('index.html', ''), type: 'asset', fileName: 'index.html', source: PAGE };
  const bundle = Object.fromEntries([...chunks.map((one) => ({ ...one })), page].map((one) => [one.fileName, one]));
  const emitted: { fileName: string; source: string }[] = [];
  const renamed: [string, string][] = [];
  const hook = firstScriptsPlugin((before, after) => void renamed.push([before, after])).generateBundle;
  if (typeof hook !== 'object') throw new Error('the plugin has no such step');
  const context = { parse: (code: string) => parseAst(code), emitFile: (file: never) => void emitted.push(file) };
  // As much of a build as the step looks at.
  Reflect.apply(hook.handler, context, [{}, bundle, false]);
  return { bundle, emitted, renamed, page: bundle['index.html']?.source ?? '' };
}

test('each runs as a plain script, in order, and puts what it exports on the shelf', () => {
  const { emitted } = write(RUNTIME, REACT, FIRST, MAIN);
  const world: { cessionParts?: Record<string, Record<string, unknown>> } = {};
  const scope = Object.assign(world, { document: { currentScript: { src: 'https://cession.example/a.js' } } });
  for (const { source } of emitted) runInNewContext(source, scope);
  expect(emitted.map(({ fileName }) => fileName.replace(/-[\w-]{8}\.script/, ''))).toEqual([
    ...['assets/rolldown-runtime.js', 'assets/react.js', 'assets/first.js'],
  ]);
  expect(world.cessionParts?.['first']).toEqual({ s: 'first with a hook at https://cession.example/a.js' });
});

test('the page loads the scripts before its module and no longer asks for the modules they were', () => {
  const { page, bundle, emitted, renamed } = write(RUNTIME, REACT, FIRST, MAIN);
  const tags = emitted.map(({ fileName }) => `<script defer src="/${fileName}"></script>`);
  expect(tags.map((tag) => page.indexOf(tag))).toEqual(tags.map((tag) => page.indexOf(tag)).toSorted((a, b) => a - b));
  expect(page.indexOf(tags.at(-1) ?? '')).toBeLessThan(page.indexOf('<script type="module"'));
  expect(page).not.toContain('modulepreload');
  expect(Object.keys(bundle)).toEqual(['assets/main-1.js', 'index.html']);
  expect(renamed.map(([before]) => before)).toEqual(
    ['rolldown-runtime', 'react', 'first'].map((one) => `assets/${one}-1.js`),
  );
});

test('the other modules take what they need from the shelf, and hand on what they handed on', () => {
  const code = write(RUNTIME, REACT, FIRST, MAIN).bundle['assets/main-1.js']?.code ?? '';
  expect(code).toContain('const{s:words}=globalThis.cessionParts["first"];');
  expect(code).toMatch(/const\{n:(cessionPassed\d+)\}=globalThis\.cessionParts\["react"\];export\{\1 as again\};/);
});

test.each([
  ['assets/main-1.js takes first whole', chunk('main', 'import*as all from"./first-1.js";all;', true), FIRST],
  ['assets/main-1.js hands on first whole', chunk('main', 'export*from"./first-1.js";', true), FIRST],
  ['first-1.js imports ./later-1.js', MAIN, chunk('first', 'import{a}from"./later-1.js";var b=a;export{b as s};')],
  ['first-1.js asks for what only a module has', MAIN, chunk('first', 'var b=import.meta.env;export{b as s};')],
])('a build is refused instead of breaking at a start: %s', (why, main, first) => {
  expect(() => write(RUNTIME, REACT, first, main)).toThrow(why);
});
