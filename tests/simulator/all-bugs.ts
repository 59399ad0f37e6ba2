import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Bug } from './world.ts';

const folder = join(import.meta.dirname, 'bugs');

/** Every bug that some file of the folder exports, by name. */
export async function allBugs(): Promise<readonly Bug[]> {
  const files = readdirSync(folder).filter((file) => file.endsWith('.ts'));
  const modules = await Promise.all(files.map((file): Promise<object> => import(join(folder, file))));
  const found = modules.flatMap((module) => Object.values(module).flat()).filter((one) => isBug(one));
  return [...new Map(found.map((bug) => [bug.name, bug])).values()].toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function isBug(thing: unknown): thing is Bug {
  return typeof thing === 'object' && thing !== null && 'seams' in thing && 'breaks' in thing && 'tier' in thing;
}
