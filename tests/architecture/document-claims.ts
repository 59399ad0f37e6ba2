import { dirname, join, normalize } from 'node:path';
import { repoFiles } from './source-files.ts';

const TOP = String.raw`(?:shared|client|server|tests|docs|\.ci|\*|\{[\w,]+\})`;
const CODE_SPAN = /`([^`\n]+)`/g;
const LINK = /\]\(([^)\s#:]+)(?:#[^)]*)?\)/g;
const FENCE = /^```[^\n]*\n(.*?)^```/gms;
const PATH = new RegExp(String.raw`(?:^|[\s(])(?:\./)?(${TOP}/[\w@.{},*<>/-]+)`, 'gm');
const ROOT_FILE = /^[\w.-]+\.(?:md|json|ya?ml|ts)$|^\.(?:node-version|env\.example|oxlintrc\.json|oxfmtrc\.json)$/;

/** Repository paths a page names: in `code`, in links (relative to the page) and in fenced blocks. */
export function pathsNamed(page: string, text: string): string[] {
  const fences = [...text.matchAll(FENCE)].map((match) => match[1] ?? '');
  const prose = text.replace(FENCE, '');
  const spans = [...prose.matchAll(CODE_SPAN)].map((match) => match[1] ?? '');
  const links = [...prose.matchAll(LINK)].map((match) => normalize(join(dirname(page), match[1] ?? '')));
  const rootFiles = spans.filter((span) => ROOT_FILE.test(span) && isRootName(span));
  const paths = [...spans, ...links, ...fences].flatMap((source) =>
    [...source.matchAll(PATH)].map((match) => match[1] ?? ''),
  );
  return [...new Set([...rootFiles, ...links.filter((link) => !link.startsWith('..')), ...paths])].map((path) =>
    path.replace(/[.,]+$/, '').replace(/\/$/, ''),
  );
}

/** `<feature>` in a path means any; a path with wildcards has to match something. */
export function brokenPaths(page: string, text: string): string[] {
  const named = pathsNamed(page, text);
  return named.filter((path) => repoFiles(path.replace(/<[^>]*>/g, '*')).length === 0);
}

/** Ids that open a line, a list item, a heading or a table row, such as `- **I3** …`. */
export function invariantsDefined(text: string): string[] {
  return [...new Set([...text.matchAll(/^(?:[-*|#\s]|\d+\.)*\**(I\d+)\b/gm)].map((match) => match[1] ?? ''))];
}

export function invariantsNamed(text: string): string[] {
  return [...new Set([...text.matchAll(/(?<![\w/-])I\d+\b/g)].map((match) => match[0]))];
}

/** A bare file name in prose is a claim about the root only when it is written as one of its kinds. */
function isRootName(name: string): boolean {
  return /^[A-Z]+\.md$/.test(name) || /^(?:package|tsconfig|knip|pnpm-workspace|vitest\.config|\.\w+)/.test(name);
}
