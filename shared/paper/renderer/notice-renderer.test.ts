import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { PAPER_LANGUAGES } from '../../src/notice/paper-document.ts';
import * as committed from '../notice-renderer-1.js';
import { buildRenderer, type BuiltRenderer } from './build-renderer.ts';
import hashes from './sample-hashes.json' with { type: 'json' };
import { samplePaper } from './sample-papers.ts';

const paper = join(import.meta.dirname, '..');
const letter = (text: string) => ({ name: 'evidence.json', mediaType: 'application/json', bytes: utf8(text) });
const attached = { ...letter('{"events":[]}'), relationship: 'Data', description: 'What happened' } as const;

let built: BuiltRenderer;
let folder: string;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'cession-renderer-'));
  built = await buildRenderer();
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the renderer in the repository', () => {
  test('is, byte by byte, the one its number was given to', () => {
    const manifest: Record<string, { sha256: string }> = JSON.parse(read('renderers.json'));
    const files = Object.keys(manifest).map((version) => [version, sha256(readFileSync(fileOf(version)))]);
    expect(Object.fromEntries(files)).toEqual(
      Object.fromEntries(Object.entries(manifest).map(([version, entry]) => [version, entry.sha256])),
    );
    expect(Object.keys(manifest)).toContain(`${committed.RENDERER}`);
  });

  test('draws what its source draws: a change of the source is a new number', async () => {
    const file = join(folder, 'fresh.mjs');
    writeFileSync(file, built.code);
    // What the bundler wrote exports what the entry exports; the type of the committed file says the same.
    const fresh = (await import(/* @vite-ignore */ pathToFileURL(file).href)) as typeof committed;
    for (const language of PAPER_LANGUAGES) {
      const document = samplePaper(language);
      expect(sha256(await fresh.renderPaper(document, [attached])), language).toBe(
        sha256(await committed.renderPaper(document, [attached])),
      );
    }
    expect(fresh.RENDERER).toBe(committed.RENDERER);
  });

  test('travels with the licences of all that is inside', () => {
    expect(read('notice-renderer-1.licences.txt')).toBe(built.licences);
    expect(built.licences).toContain('SIL OPEN FONT LICENSE');
    expect(built.licences).not.toContain('no licence named');
  });
});

describe('a paper', () => {
  test.each(PAPER_LANGUAGES)('has the same bytes as ever, in %s', async (language) => {
    expect(sha256(await committed.renderPaper(samplePaper(language)))).toBe(hashes[1][language]);
  });

  test('is a tagged PDF/A-3a with its language, its title and a text for every picture', async () => {
    const text = latin(await committed.renderPaper(samplePaper('en')));
    for (const part of ['%PDF-1.7', '/Lang (en)', '/Marked true', '/DisplayDocTitle true', '/S /H1', '/S /TH'])
      expect(text).toContain(part);
    expect(text).toContain('<pdfaid:part>3</pdfaid:part>');
    expect(text).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(text.match(/\/S \/Figure/g)).toHaveLength(2);
    expect(text.match(/\/Alt \(/g)).toHaveLength(2);
    expect(text.match(/\(D:20261120160400Z\)/g)).toHaveLength(2);
  });

  test('keeps its metadata readable when a name has an ampersand or a bracket', async () => {
    const text = latin(await committed.renderPaper({ ...samplePaper('en'), title: 'Smith & <Sons>' }));
    expect(text).toContain('Smith &amp; &lt;Sons&gt;</rdf:li>');
    expect(text).toContain('(Smith & <Sons>)');
  });

  test('breaks a line where the text does, and leaves no empty page at its end', async () => {
    const text = Array.from({ length: 60 }, (_, line) => `${line}`).join('\n');
    const blocks = [{ kind: 'paragraph', text }, { kind: 'page-break' }] as const;
    expect(committed.pageCountOf(await committed.renderPaper({ ...samplePaper('hu'), blocks }))).toBe(2);
  });

  test('says how many pages it has, with and without a paper inside it', async () => {
    const inner = await committed.renderPaper(samplePaper('ru'));
    const presented = { ...attached, name: 'presented.pdf', mediaType: 'application/pdf', bytes: inner };
    const outer = await committed.renderPaper({ ...samplePaper('en'), blocks: [] }, [presented, attached]);
    expect(committed.pageCountOf(inner)).toBe(4);
    expect(committed.pageCountOf(outer)).toBe(1);
    expect(() => committed.pageCountOf(utf8('no paper'))).toThrow('not a paper');
  });
});

const fileOf = (version: string): string => join(paper, `notice-renderer-${version}.js`);
const read = (name: string): string => readFileSync(join(paper, name), 'utf8');
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1');

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
