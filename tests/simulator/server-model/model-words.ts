import { Column, is, Param, SQL, StringChunk } from 'drizzle-orm';

/** What a statement of drizzle is made of, in the order it is read. */
export type Token =
  | { readonly kind: 'word'; readonly text: string }
  | { readonly kind: 'value'; readonly value: unknown }
  | { readonly kind: 'column'; readonly column: Column };

const WORD = /\s+|->>|->|<>|<=|>=|&&|::[a-z_]+(?:\[\])?|[=<>(),[\]]|'[^']*'|[a-z_]\w*|-?\d+|[^]/gi;
const OPEN: Token = { kind: 'word', text: '(' };
const COMMA: Token = { kind: 'word', text: ',' };
const CLOSE: Token = { kind: 'word', text: ')' };

export function tokensOf(statement: SQL): readonly Token[] {
  const tokens: Token[] = [];
  read(statement, tokens);
  return tokens;
}

function read(chunk: unknown, into: Token[]): void {
  if (chunk === undefined) return;
  if (is(chunk, StringChunk)) for (const text of chunk.value) into.push(...wordsOf(text));
  else if (is(chunk, SQL)) for (const inner of chunk.queryChunks) read(inner, into);
  else if (is(chunk, Param)) into.push({ kind: 'value', value: chunk.value });
  else if (is(chunk, Column)) into.push({ kind: 'column', column: chunk });
  else if (Array.isArray(chunk)) {
    into.push(OPEN);
    for (const [at, inner] of chunk.entries()) {
      if (at > 0) into.push(COMMA);
      read(inner, into);
    }
    into.push(CLOSE);
  } else into.push({ kind: 'value', value: chunk });
}

/** The server's code says the same few things over and over; what differs are values, and those are no text. */
const known = new Map<string, readonly Token[]>();

function wordsOf(text: string): readonly Token[] {
  let words = known.get(text);
  if (words === undefined) known.set(text, (words = [...split(text)]));
  return words;
}

function* split(text: string): Generator<Token> {
  for (const [found] of text.matchAll(WORD)) {
    if (found.trim() === '' || found.startsWith('::')) continue;
    if (found.startsWith("'")) yield { kind: 'value', value: found.slice(1, -1) };
    else if (/^-?\d/.test(found)) yield { kind: 'value', value: Number(found) };
    else yield { kind: 'word', text: found.toLowerCase() };
  }
}

/** The statement as it stands, for whoever has to teach the model a new word, or to do without it. */
export function textOf(statement: SQL): string {
  return tokensOf(statement)
    .map((token) =>
      token.kind === 'word' ? token.text : token.kind === 'column' ? token.column.name : JSON.stringify(token.value),
    )
    .join(' ');
}

export function valuesOf(statement: SQL): readonly unknown[] {
  return tokensOf(statement).flatMap((token) => (token.kind === 'value' ? [token.value] : []));
}

/** The product says something to the database that the model has to be taught first. Never the fault of a mutation. */
export class ModelGap extends Error {
  override readonly name = 'ModelGap';
}
