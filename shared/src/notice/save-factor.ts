import { ok } from '../kernel/result.ts';
import { defineMutator } from '../sync/mutator.ts';
import { Factor, factors } from './agreement.ts';

/** The coordinator writes down who buys the receivables: all of it, new or changed. */
export const saveFactor = defineMutator({
  name: 'factor.save',
  version: 1,
  args: Factor,
  reads: (args) => ({ before: factors.ref(args.id) }),
  decide: (_rows, args) => ok([factors.put(args)]),
});
