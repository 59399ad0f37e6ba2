/** The import rule of ARCHITECTURE.md as data: who may use whom, in one number per folder. */

const BASICS = ['kernel', 'db', 'store', 'device', 'ui', 'text', 'paper'];
const FEATURES = ['people', 'card', 'document', 'notice', 'handoff', 'settlement', 'launch'];
const PLACES = ['shared', 'client', 'server', 'tests'];
const SHARED_MAY_USE = ['zod', 'ibantools', 'stdnum'];

/** What a place may use besides itself. */
const REACH: Record<string, string[]> = {
  shared: [],
  client: ['shared'],
  server: ['shared'],
  tests: ['shared', 'client', 'server'],
};

/** Words are typed by what they name (fields, requirements, refusals), so that a new one does not compile without them. */
const isWordsOfBusiness = (importer: Home, imported: Home): boolean =>
  importer.place === 'client' && importer.folder === 'text' && imported.place === 'shared';

/** The store keeps the spine's records, and their shapes are the wire's. */
const isRecordOfSpine = (importer: Home, imported: Home): boolean =>
  importer.place === 'client' &&
  importer.folder === 'store' &&
  imported.place === 'shared' &&
  imported.folder === 'sync';

type Home = { place: string; folder: string };

/** A sentence when `from` may not import `to`, both as repository paths or package names; undefined when it may. */
export function forbiddenImport(from: string, to: string): string | undefined {
  const importer = homeOf(from);
  const imported = homeOf(to);
  if (!importer) return undefined;
  if (!imported) return importer.place === 'shared' ? forbiddenPackage(from, to) : undefined;
  if (isWordsOfBusiness(importer, imported) || isRecordOfSpine(importer, imported)) return undefined;
  if (importer.place !== imported.place) {
    if (REACH[importer.place]?.includes(imported.place)) return layerBreach(from, importer, to, imported);
    return `${from} imports ${to}: ${importer.place} may not use ${imported.place}`;
  }
  return layerBreach(from, importer, to, imported);
}

function forbiddenPackage(from: string, to: string): string | undefined {
  if (SHARED_MAY_USE.includes(to)) return undefined;
  return `${from} imports ${to}: shared may use nothing but ${SHARED_MAY_USE.join(', ')}`;
}

function layerBreach(from: string, importer: Home, to: string, imported: Home): string | undefined {
  if (importer.place === 'tests') return undefined;
  const [own, other] = [layerOf(importer.folder), layerOf(imported.folder)];
  if (own === undefined) return `${from}: ${importer.folder} is no folder of the architecture`;
  if (other === undefined) return `${to}: ${imported.folder} is no folder of the architecture`;
  if (own >= other) return undefined;
  return `${from} imports ${to}: ${importer.folder} may not use ${imported.folder}`;
}

/** Basics share the lowest number and may use each other; a list file directly under src belongs to app. */
function layerOf(folder: string): number | undefined {
  if (BASICS.includes(folder)) return 0;
  if (folder === 'sync') return 1;
  if (folder === 'app') return 2 + FEATURES.length;
  const feature = FEATURES.indexOf(folder);
  return feature === -1 ? undefined : 2 + feature;
}

function homeOf(path: string): Home | undefined {
  const [place, src, folder, ...rest] = path.split('/');
  if (!place || !PLACES.includes(place) || !src) return undefined;
  if (place === 'shared' && src === 'paper') return { place, folder: 'paper' };
  if (src !== 'src') return { place, folder: 'app' };
  return { place, folder: folder && rest.length > 0 ? folder : 'app' };
}
