import { createHash } from 'node:crypto';
import type { Plugin, Rolldown } from 'vite';

type Chunk = Rolldown.OutputChunk;
type Parse = (code: string) => ReturnType<Rolldown.PluginContext['parse']>;
type Statement = ReturnType<Parse>['body'][number];
type Name = Extract<Statement, { type: 'ExportNamedDeclaration' }>['specifiers'][number]['local'];

/** What every screen stands on, in the order it runs. */
const FIRST = ['rolldown-runtime', 'react', 'first'];
const SHELF = 'globalThis.cessionParts';
/** Part of every file's hash: a phone that holds a file keeps it, so another way of writing it needs another name. */
const WAY_OF_WRITING = 'first-scripts 1';

/**
 * Turns what every start runs into plain scripts. When a service worker lays a plain script by, the browser compiles
 * all of it once and for good; a module it would parse and compile anew at each start, function by function, while a
 * person waits. The other parts stay modules and take what they need from where the scripts have put it.
 */
export function firstScriptsPlugin(renamed: (before: string, after: string) => void): Plugin {
  return {
    name: 'cession:first-scripts',
    apply: 'build',
    enforce: 'post',
    augmentChunkHash: () => WAY_OF_WRITING,
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        const parse: Parse = (code) => this.parse(code);
        const chunks = Object.values(bundle).filter((file): file is Chunk => file.type === 'chunk');
        const firsts = FIRST.map((name) => chunkNamed(chunks, name));
        const nameOf = new Map(firsts.map(({ fileName, name }) => [fileName, name]));
        for (const chunk of chunks) chunk.code = takingFromShelf(chunk, nameOf, parse);
        const tags = firsts.map((chunk) => {
          const source = asScript(chunk, parse);
          const fileName = `assets/${chunk.name}-${hashOf(source)}.script.js`;
          renamed(chunk.fileName, fileName);
          delete bundle[chunk.fileName];
          this.emitFile({ type: 'asset', fileName, source });
          return {
            preload: `<link rel="modulepreload" crossorigin href="/${chunk.fileName}">`,
            script: `<script defer src="/${fileName}"></script>`,
          };
        });
        const page = bundle['index.html'];
        if (page?.type !== 'asset') throw new Error('there is no page to put the first scripts into');
        page.source = withScripts(String(page.source), tags);
      },
    },
  };
}

/** `import { a as b } from './first-….js'` → `const {a:b}=globalThis.cessionParts["first"];` */
function takingFromShelf({ code, fileName }: Chunk, nameOf: ReadonlyMap<string, string>, parse: Parse): string {
  let passedOn = 0;
  return rewritten(code, parse, (statement) => {
    const source = 'source' in statement ? statement.source?.value : undefined;
    const name = nameOf.get(`assets/${String(source).split('/').at(-1)}`);
    if (name === undefined) return null;
    const shelf = `${SHELF}[${JSON.stringify(name)}]`;
    if (statement.type === 'ImportDeclaration') {
      const taken = statement.specifiers.map((one) => {
        if (one.type !== 'ImportSpecifier') throw new Error(`${fileName} takes ${name} whole`);
        return `${nameIn(one.imported)}:${one.local.name}`;
      });
      return `const{${taken.join(',')}}=${shelf};`;
    }
    if (statement.type !== 'ExportNamedDeclaration') throw new Error(`${fileName} hands on ${name} whole`);
    const passed = statement.specifiers.map(({ local, exported }) => {
      passedOn += 1;
      const alias = `cessionPassed${passedOn}`;
      return { taken: `${nameIn(local)}:${alias}`, given: `${alias} as ${nameIn(exported)}` };
    });
    const list = (part: 'taken' | 'given') => passed.map((one) => one[part]).join(',');
    return `const{${list('taken')}}=${shelf};export{${list('given')}};`;
  });
}

/** What a module exports is put on the shelf at its end: values, so none of them may change later. */
function asScript({ code, fileName, name }: Chunk, parse: Parse): string {
  const body = rewritten(code, parse, (statement) => {
    if (statement.type === 'ImportDeclaration') throw new Error(`${fileName} imports ${statement.source.value}`);
    if (!statement.type.startsWith('Export')) return null;
    if (statement.type !== 'ExportNamedDeclaration' || statement.declaration !== null || statement.source !== null)
      throw new Error(`${fileName} exports in a way nobody foresaw`);
    const given = statement.specifiers.map((one) => `${nameIn(one.exported)}:${nameIn(one.local)}`);
    return `(${SHELF}??={})[${JSON.stringify(name)}]={${given.join(',')}};`;
  });
  // A script hears its own address only while it runs first, and resolves nothing.
  const said = body.replaceAll('import.meta.resolve', 'void 0').replaceAll('import.meta.url', 'cessionScript');
  if (said.includes('import.meta')) throw new Error(`${fileName} asks for what only a module has`);
  return `(()=>{"use strict";const cessionScript=document.currentScript.src;${said}})();\n`;
}

function rewritten(code: string, parse: Parse, replace: (statement: Statement) => string | null): string {
  let text = code;
  for (const statement of parse(code).body.toReversed()) {
    const instead = replace(statement);
    if (instead !== null) text = text.slice(0, statement.start) + instead + text.slice(statement.end);
  }
  return text;
}

/** Scripts that may wait and modules run in the order they stand in; ours stand before the one that needs them. */
function withScripts(page: string, tags: readonly { readonly preload: string; readonly script: string }[]): string {
  const scripts = tags.map(({ script }) => script).join('\n    ');
  let text = page;
  for (const { preload } of tags) {
    if (!text.includes(preload)) throw new Error(`the page has no ${preload}`);
    text = text.replace(preload, '');
  }
  return text.replace('<script type="module"', `${scripts}\n    <script type="module"`);
}

function chunkNamed(chunks: readonly Chunk[], name: string): Chunk {
  const found = chunks.find((chunk) => chunk.name === name && !chunk.isEntry);
  if (found === undefined) throw new Error(`there is no chunk "${name}"`);
  return found;
}

function nameIn(name: Name): string {
  return name.type === 'Literal' ? JSON.stringify(name.value) : name.name;
}

function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, 8);
}
