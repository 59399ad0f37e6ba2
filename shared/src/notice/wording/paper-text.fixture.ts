import type { Block, Fact } from '../paper-document.ts';

/** Every word of the blocks, one line each, as a reader meets them. */
export function linesOf(blocks: readonly Block[]): readonly string[] {
  return blocks.flatMap(linesOfBlock);
}

export function textOf(blocks: readonly Block[]): string {
  return linesOf(blocks).join('\n');
}

function linesOfBlock(block: Block): readonly string[] {
  switch (block.kind) {
    case 'title':
    case 'heading':
    case 'paragraph':
      return [block.text];
    case 'facts':
      return factLines(block.rows);
    case 'before-after':
      return [block.before, block.after].flatMap(({ heading, rows }) => [heading, ...factLines(rows)]);
    case 'table':
      return [...block.columns.map(({ label }) => label), ...block.rows.flat(), ...(block.foot ?? []).filter(Boolean)];
    case 'list':
      return block.items;
    case 'law':
      return [block.article, block.quote];
    case 'signature':
      return [block.caption, block.name, block.alt, ...(block.mark.method === 'typed' ? [block.mark.text] : [])];
    case 'code':
      return [block.address, block.text];
    case 'page-break':
      return [];
  }
}

function factLines(rows: readonly Fact[]): readonly string[] {
  return rows.flatMap(({ label, value }) => [label, value]);
}
