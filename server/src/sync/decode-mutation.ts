import { mutatorKey, type AnyMutator, type MutatorRegistry } from '@cession/shared/sync/mutator.ts';
import type { Refusal } from '@cession/shared/sync/refusal.ts';

export type Decoded =
  | { readonly kind: 'known'; readonly mutator: AnyMutator; readonly args: unknown }
  /** Said by a newer app than this server: it waits for the server. */
  | { readonly kind: 'newer' }
  | { readonly kind: 'refused'; readonly refusal: Refusal };

export interface MalformedMutation extends Refusal {
  readonly code: 'mutation.malformed';
  /** What did not fit, by path. */
  readonly fields: readonly { readonly path: string; readonly issue: string }[];
}

const MOST_FIELDS = 20;

/** Finds the mutator a message names, in the version it names, and checks the arguments. */
export function decodeMutation(mutators: MutatorRegistry, name: string, version: number, args: unknown): Decoded {
  const mutator = mutators.get(mutatorKey(name, version));
  if (mutator === undefined) {
    const known = [...mutators.values()].filter((other) => other.name === name).map((other) => other.version);
    if (known.length === 0 || version > Math.max(...known)) return { kind: 'newer' };
    return { kind: 'refused', refusal: { code: 'mutation.unsupported' } };
  }
  const parsed = mutator.args.safeParse(args);
  if (parsed.success) return { kind: 'known', mutator, args: parsed.data };
  return { kind: 'refused', refusal: malformed(parsed.error.issues) };
}

interface Issue {
  readonly code?: string | undefined;
  readonly path: readonly PropertyKey[];
}

export function malformed(issues: readonly Issue[]): MalformedMutation {
  const fields = issues
    .slice(0, MOST_FIELDS)
    .map((issue) => ({ path: issue.path.map(String).join('.').slice(0, 200), issue: issue.code ?? 'custom' }));
  return { code: 'mutation.malformed', fields };
}
