import type { Decision, Mutator, Refs } from '@cession/shared/sync/mutator.ts';
import type { Saved } from '../acknowledged.ts';
import type { WorkParts } from './work-parts.ts';

/** Performs one mutation; what the phone says is saved is told at once. */
export type Save = <Name extends string, Args extends { readonly cardId: string }, R extends Refs, D extends Decision>(
  kind: Saved['kind'],
  mutator: Mutator<Name, Args, R, D>,
  args: Args,
  path?: string | null,
  value?: string | null,
) => Promise<boolean>;

export function createSave({ sync, tell, trouble }: WorkParts): Save {
  return async (kind, mutator, args, path = null, value = null) => {
    const saved = await sync.perform(mutator, args);
    if (saved.ok) tell([kind, saved.value.mutationId, args.cardId, path, value]);
    // A rule may say no to what a moment ago was allowed; nothing was saved then, and nobody was told so.
    else if (saved.error.kind !== 'refused') trouble(`${mutator.name}: ${JSON.stringify(saved.error)}`);
    return saved.ok;
  };
}
