import { parseArgs } from 'node:util';

export interface Options {
  /** How long things go wrong. With a number of mutations and no minutes: until they are reached. */
  readonly minutes: number;
  /** Ends earlier when so many are acknowledged. */
  readonly mutations: number;
  readonly seed: number;
  readonly phones: number;
}

const USAGE = 'npx pnpm@12 torture [--minutes N] [--mutations N] [--seed S] [--phones N]';
const FEWEST_PHONES = 4;

/** Throws, in words, what cannot be understood. */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string' },
      mutations: { type: 'string' },
      seed: { type: 'string' },
      phones: { type: 'string' },
    },
  });
  const unlimited = Number.POSITIVE_INFINITY;
  const mutations = positive(values.mutations, unlimited);
  return {
    mutations,
    minutes: positive(values.minutes, mutations === unlimited ? 2 : unlimited),
    seed: Math.floor(positive(values.seed, 1 + Math.floor(Math.random() * 1e9))),
    phones: Math.max(FEWEST_PHONES, Math.floor(positive(values.phones, FEWEST_PHONES))),
  };
}

function positive(text: string | undefined, otherwise: number): number {
  if (text === undefined) return otherwise;
  const value = Number(text);
  if (!(value > 0)) throw new Error(`"${text}" is no number above zero. ${USAGE}`);
  return value;
}
