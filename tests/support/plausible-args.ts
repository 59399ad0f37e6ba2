import { safeParse, type $ZodType } from 'zod/v4/core';

/** What made-up arguments aim at. */
export interface Aim {
  /** Which row an argument called so names. */
  idOf(key: string): string;
  /** Texts to try, the first that fits is taken. */
  readonly texts: readonly string[];
}

/** As much of a schema's inside as a walk through it needs; zod's own types are wider than any use of them. */
interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, $ZodType>>;
  readonly entries?: Readonly<Record<string, string>>;
  readonly values?: readonly unknown[];
  readonly element?: $ZodType;
  readonly innerType?: $ZodType;
  readonly in?: $ZodType;
  readonly valueType?: $ZodType;
  readonly items?: readonly $ZodType[];
  readonly options?: readonly $ZodType[];
  readonly getter?: () => $ZodType;
}

/**
 * Arguments a schema takes, made up from the schema itself: whoever adds a mutation has a sample of it at once.
 * Throws where none can be made, naming the place.
 */
export function plausibleArgs(schema: $ZodType, aim: Aim, key = 'args'): unknown {
  for (const value of candidates(schema, aim, key)) if (safeParse(schema, value).success) return value;
  throw new Error(`no made-up value fits ${key}`);
}

function candidates(schema: $ZodType, aim: Aim, key: string): unknown[] {
  // oxlint-disable-next-line no-underscore-dangle -- the only door zod has to the inside of a schema
  const def = schema._zod.def as unknown as Def; // see Def
  const within = (inner: $ZodType | undefined, name = key): unknown =>
    inner === undefined ? null : plausibleArgs(inner, aim, name);
  switch (def.type) {
    case 'object':
      return [objectOf(def.shape ?? {}, aim)];
    case 'string':
      return [aim.idOf(key), ...aim.texts];
    case 'custom':
      return [aim.idOf(key), ...aim.texts, 1, true];
    case 'number':
    case 'int':
      return [1, 0, 16, 100];
    case 'boolean':
      return [true];
    case 'enum':
      return Object.values(def.entries ?? {});
    case 'literal':
      return [...(def.values ?? [])];
    case 'array':
      return [[within(def.element)], []];
    case 'tuple':
      return [(def.items ?? []).map((item) => within(item))];
    case 'record':
      return [{ legalName: 'Taken over' }, {}, ...aim.texts.map((text) => ({ [text]: text }))];
    case 'union':
      return optionsOf(def.options ?? [], aim, key);
    case 'null':
      return [null];
    case 'lazy':
      return [within(def.getter?.())];
    case 'pipe':
      return [within(def.in)];
    default:
      // What wraps another schema, and what takes anything at all.
      return def.innerType === undefined ? [aim.idOf(key), null] : [within(def.innerType)];
  }
}

function objectOf(shape: Readonly<Record<string, $ZodType>>, aim: Aim): Record<string, unknown> {
  return Object.fromEntries(Object.entries(shape).map(([name, inner]) => [name, plausibleArgs(inner, aim, name)]));
}

function optionsOf(options: readonly $ZodType[], aim: Aim, key: string): unknown[] {
  return options.flatMap((option) => {
    try {
      return [plausibleArgs(option, aim, key)];
    } catch {
      return []; // One of the others will do.
    }
  });
}
