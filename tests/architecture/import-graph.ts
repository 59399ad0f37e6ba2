import { existsSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { parseSync, type ModuleItem } from '@swc/core';
import { readRepoFile } from './source-files.ts';

export type Import = { from: string; to: string };
export type ImportGraph = { files: string[]; imports: Import[]; unresolved: Import[] };

const PACKAGE = /^@cession\/(client|server|shared)\/(.+)$/;

/**
 * Who imports whom, types included. `to` is a repository path, or a bare package name such as `zod`; what looks like
 * one of our paths and is no file on disk is listed as unresolved, so a wrong import can never pass unseen.
 */
export function readImportGraph(files: string[]): ImportGraph {
  const graph: ImportGraph = { files: [], imports: [], unresolved: [] };
  for (const from of files) {
    for (const specifier of specifiersIn(from)) {
      const to = resolve(from, specifier);
      const isOurs = to !== packageName(specifier);
      (isOurs && !existsSync(join(import.meta.dirname, '..', '..', to)) ? graph.unresolved : graph.imports).push({
        from,
        to,
      });
    }
    graph.files.push(from);
  }
  return graph;
}

function specifiersIn(path: string): string[] {
  const source = readRepoFile(path);
  const module = parseSync(source, { syntax: 'typescript', tsx: path.endsWith('.tsx'), target: 'es2024' });
  return [...module.body.flatMap(staticSpecifier), ...dynamicSpecifiers(module)];
}

function staticSpecifier(item: ModuleItem): string[] {
  if (item.type === 'ImportDeclaration' || item.type === 'ExportAllDeclaration') return [item.source.value];
  if (item.type === 'ExportNamedDeclaration' && item.source) return [item.source.value];
  return [];
}

/** `import('…')` in code and `import('…').T` in types, wherever they stand. */
function dynamicSpecifiers(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(dynamicSpecifiers);
  if (!isNode(node)) return [];
  const own = isDynamicImport(node) ? stringsIn(node['arguments'] ?? node['argument']) : [];
  return [...own, ...Object.values(node).flatMap(dynamicSpecifiers)];
}

function isDynamicImport(node: Record<string, unknown>): boolean {
  if (node['type'] === 'TsImportType') return true;
  return node['type'] === 'CallExpression' && isNode(node['callee']) && node['callee']['type'] === 'Import';
}

function stringsIn(node: unknown): string[] {
  if (Array.isArray(node))
    return node.flatMap((argument) => stringsIn(isNode(argument) ? argument['expression'] : argument));
  return isNode(node) && node['type'] === 'StringLiteral' ? [String(node['value'])] : [];
}

function isNode(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function resolve(from: string, specifier: string): string {
  const plain = specifier.replace(/\?.*$/, '');
  if (plain.startsWith('.')) return normalize(join(dirname(from), plain));
  const [, place, rest] = PACKAGE.exec(plain) ?? [];
  if (!place || !rest) return packageName(specifier);
  // The versioned artefacts stand beside the sources, not among them.
  return place === 'shared' && rest.startsWith('paper/') ? `shared/${rest}` : `${place}/src/${rest}`;
}

function packageName(specifier: string): string {
  const [scope, name] = specifier.split('/');
  return specifier.startsWith('@') ? `${scope}/${name}` : (scope ?? specifier);
}
