import { describe, expect, test } from 'vitest';
import type { Block, PaperDocument } from '../../src/notice/paper-document.ts';
import { renderPaper, unknownGlyphs } from '../notice-renderer-1.js';
import { samplePaper } from './sample-papers.ts';

const LETTERS =
  'Árvíztűrő tükörfúrógép, ŐŰ; Съешь ещё этих булок, Ґ Ї; Łódź, Žižkov, Căpâlna, Ștefan; № 5 „a“ “b” «c» – — … € ₽ ‰ −1';

describe('letters a paper cannot show', () => {
  test('none are missing for the names and signs of the three languages', () => {
    expect(unknownGlyphs(withText(LETTERS))).toEqual([]);
  });

  test('are each named once, wherever in the paper they stand', () => {
    const table: Block = { kind: 'table', columns: [{ label: '山', align: 'start' }], rows: [['Ω ω', '山']] };
    const paper = { ...withText('Ω'), foot: '\u{1f600}', blocks: [...withText('Ω').blocks, table] };
    expect(unknownGlyphs(paper).toSorted()).toEqual(['Ω', 'ω', '山', '\u{1f600}'].toSorted());
  });

  test('include tabs, invisible marks and half characters, but no line breaks', () => {
    const invisible = ['\t', '\r', '\u0000', '\u00ad', '\u200b', '\u202e', '\ufeff', '\ud83d'];
    expect(unknownGlyphs(withText(`a\n${invisible.join('b')}c`)).toSorted()).toEqual(invisible.toSorted());
  });

  test('stop the paper instead of becoming empty boxes in it', async () => {
    const refusal = { name: 'UnknownGlyphs', glyphs: ['田', '中', '商', '事'] };
    await expect(renderPaper(withText('田中商事 Kft.'))).rejects.toMatchObject(refusal);
  });

  test('are not invented by how a keyboard writes an accent', async () => {
    const [apart, together] = ['Őrség'.normalize('NFD'), 'Őrség'.normalize('NFC')];
    expect(apart).not.toBe(together);
    expect(unknownGlyphs(withText(apart))).toEqual([]);
    expect(await renderPaper(withText(apart))).toEqual(await renderPaper(withText(together)));
  });
});

function withText(text: string): PaperDocument {
  return { ...samplePaper('hu'), blocks: [{ kind: 'paragraph', text }] };
}
