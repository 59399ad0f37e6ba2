import type { Block, Fact, Side } from '@cession/shared/notice/paper-document.ts';
import { LAWS } from '@cession/shared/notice/wording/laws.ts';
import type { Ref } from 'react';
import { StrokePicture } from '../pad/stroke-picture.tsx';
import { QrCode } from './qr-code.tsx';

/** One part of a paper whose reading is noted; parts without a name are not. */
export interface PaperSection {
  readonly name: string | null;
  readonly blocks: readonly Block[];
}

/** Cuts a paper at its named headings. */
export function sectionsOf(blocks: readonly Block[]): readonly PaperSection[] {
  const sections: { name: string | null; blocks: Block[] }[] = [];
  for (const block of blocks) {
    const starts = block.kind === 'heading' && block.section !== undefined;
    const open = sections.at(-1);
    if (open === undefined || starts) sections.push({ name: starts ? (block.section ?? null) : null, blocks: [block] });
    else open.blocks.push(block);
  }
  return sections;
}

interface PaperViewProps {
  blocks: readonly Block[];
  /** Given every named section's element, and the line at its end, so that its reading can be watched. */
  sectionRef?: (name: string) => Ref<HTMLElement>;
  endRef?: (name: string) => Ref<HTMLElement>;
}

/** A paper as a page that flows: the same blocks as the PDF, in the reader's own text size. */
export function PaperView({ blocks, sectionRef, endRef }: PaperViewProps) {
  return (
    <div className="@container grid grid-cols-1 gap-6">
      {sectionsOf(blocks).map((section, at) => (
        <section
          key={section.name ?? at}
          ref={section.name === null ? null : sectionRef?.(section.name)}
          className="grid grid-cols-1 gap-3.5"
        >
          {section.blocks.map((block, place) => (
            <BlockView key={place} block={block} />
          ))}
          {section.name !== null && <span ref={endRef?.(section.name)} aria-hidden className="block h-px" />}
        </section>
      ))}
    </div>
  );
}

function BlockView({ block }: { block: Block }) {
  switch (block.kind) {
    case 'title':
      return <h2 className="text-[1.5rem]/[1.25] font-semibold tracking-[-0.01em] text-balance">{block.text}</h2>;
    case 'heading':
      return <h3 className="mt-2 text-[1.25rem]/[1.3] font-semibold">{block.text}</h3>;
    case 'paragraph':
      return <p className={paragraphLooks[block.weight ?? 'plain']}>{block.text}</p>;
    case 'facts':
      return (
        <div className={block.framed ? 'rounded-3 border-2 border-accent bg-sheet px-4 py-3.5' : ''}>
          <Facts rows={block.rows} />
        </div>
      );
    case 'before-after':
      return (
        <div className="grid grid-cols-1 gap-3 @min-[34rem]:grid-cols-2">
          <SideView side={block.before} />
          <SideView side={block.after} isNew />
        </div>
      );
    case 'table':
      return <TableView table={block} />;
    case 'list':
      return <ListView block={block} />;
    case 'law':
      return (
        <blockquote className="border-s-4 border-line ps-4 text-ink-2">
          <p lang={languageOf(block.quote)}>{block.quote}</p>
          <footer className="mt-1 text-[1rem] font-semibold">{block.article}</footer>
        </blockquote>
      );
    case 'signature':
      return <SignatureView block={block} />;
    case 'code':
      return (
        <figure className="flex flex-wrap items-center gap-4">
          <QrCode text={block.address} alt={block.text} />
          <figcaption className="min-w-0 flex-[1_1_14rem] text-[1rem] text-ink-2">{block.text}</figcaption>
        </figure>
      );
    case 'page-break':
      return <hr className="my-2 border-line" />;
  }
}

/** A statute is quoted in its own language, whatever the letter's is. */
function languageOf(quote: string): string | undefined {
  return Object.values(LAWS).find((law) => law.quote === quote)?.original;
}

const paragraphLooks = { plain: '', strong: 'font-semibold', quiet: 'text-[1rem]/[1.5] text-ink-2' } as const;

function Facts({ rows }: { rows: readonly Fact[] }) {
  return (
    <dl className="grid grid-cols-1 gap-2.5">
      {rows.map((row, at) => (
        <div key={at}>
          <dt className="text-[1rem]/[1.4] text-ink-2">{row.label}</dt>
          {row.digits ? (
            <dd className="font-mono tracking-[0.01em] break-words">
              <Digits text={row.value} />
            </dd>
          ) : (
            <dd className="break-words">{row.value}</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const LONG = /^[A-Z0-9]{12,}$/;

/** Long numbers in groups of four for the eye; copied, they are the number as it is. */
function Digits({ text }: { text: string }) {
  if (!LONG.test(text)) return text;
  return (text.match(/.{1,4}/g) ?? []).map((group, at) => (
    <span key={at} className="me-[0.45em] inline-block last:me-0">
      {group}
    </span>
  ));
}

function SideView({ side, isNew = false }: { side: Side; isNew?: boolean }) {
  return (
    <div className={`rounded-3 bg-sheet px-4 py-3.5 ${isNew ? 'border-2 border-accent' : 'border border-line'}`}>
      <p className={`mb-2 text-[1rem] font-semibold ${isNew ? 'text-accent' : 'text-ink-2'}`}>{side.heading}</p>
      <Facts rows={side.rows} />
    </div>
  );
}

/** Wide enough: a table. Else every row becomes a small list of its own, because sideways nobody scrolls. */
function TableView({ table }: { table: Extract<Block, { kind: 'table' }> }) {
  const { columns, rows, foot } = table;
  const all = foot === undefined ? rows : [...rows, foot];
  return (
    <>
      <table className="hidden w-full border-collapse text-[1rem]/[1.45] @min-[34rem]:table">
        <thead>
          <tr className="border-b-2 border-line text-ink-2">
            {columns.map(({ label, align }) => (
              <th key={label} scope="col" className={`py-2 pe-3 font-semibold last:pe-0 ${alignments[align]}`}>
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {all.map((row, at) => (
            <tr key={at} className={row === foot ? 'font-semibold' : ''}>
              {row.map((cell, column) => (
                <td key={column} className={`py-2 pe-3 last:pe-0 ${alignments[columns[column]?.align ?? 'start']}`}>
                  {cell}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      <ul className="divide-y divide-line border-y border-line @min-[34rem]:hidden">
        {all.map((row, at) => (
          <li key={at} className={`grid gap-0.5 py-2.5 ${row === foot ? 'font-semibold' : ''}`}>
            {row.map((cell, column) =>
              cell === '' ? null : (
                <span key={column} className="flex flex-wrap justify-between gap-x-4">
                  <span className="text-[1rem] text-ink-2">{columns[column]?.label}</span>
                  <span>{cell}</span>
                </span>
              ),
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

const alignments = { start: 'text-start', end: 'text-end' } as const;

function ListView({ block }: { block: Extract<Block, { kind: 'list' }> }) {
  const items = block.items.map((item, at) => <li key={at}>{item}</li>);
  return block.numbered ? (
    <ol className="grid list-decimal grid-cols-1 gap-1.5 ps-7">{items}</ol>
  ) : (
    <ul className="grid list-disc grid-cols-1 gap-1.5 ps-6">{items}</ul>
  );
}

function SignatureView({ block }: { block: Extract<Block, { kind: 'signature' }> }) {
  const { mark } = block;
  return (
    <figure className="grid max-w-md gap-1">
      {mark.method === 'typed' && <span className="pt-6 text-[1.5rem]">{mark.text}</span>}
      {(mark.method === 'drawn' || mark.method === 'mark') && <StrokePicture strokes={mark.strokes} alt={block.alt} />}
      {mark.method === 'none' && <span className="block h-16" />}
      <figcaption className="border-t border-edge pt-1">
        {block.name}
        <span className="block text-[1rem] text-ink-2">{block.caption}</span>
      </figcaption>
    </figure>
  );
}
