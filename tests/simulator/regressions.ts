import type { Tier } from './world.ts';

/** A story that once went wrong, and must not again. */
export interface Regression {
  /** What is true now. */
  readonly name: string;
  readonly tier: Tier;
  /** As `simulate` prints it. */
  readonly plan: { readonly seed: number; readonly steps: readonly (readonly [command: string, dice: number])[] };
}

/** The smallest stories that were found. */
export const regressions: readonly Regression[] = [
  {
    name: 'what a restored server had received but not decided, and decides otherwise, comes back to its phone',
    tier: 1,
    plan: {
      seed: 772908933,
      steps: [
        ['photograph a paper', 454577803],
        ['edit twice', 439808759],
        ['upgrade the app', 1812566644],
        ['photograph a paper', 1119380771],
        ['upgrade the app', 1891237930],
        ['the office works', 334893906],
        ['back the server up', 640911903],
        ['photograph a paper', 996675135],
        ['restore the server', 1354976517],
        ['add to the note', 1285589699],
        ['hand a card over', 292702867],
        ['resolve a conflict', 1958206519],
        ['session ends or comes back', 1546471058],
        ['things go on for long', 1748541061],
        ['everybody syncs', 85672577],
        ['edit a soft field', 233020599],
        ['meet a fault', 233703636],
        ['a server process dies', 282269023],
        ['upgrade the app', 1475337395],
        ['crash', 1346952457],
        ['kill a tab', 1617662362],
        ['crash', 2114448993],
        ['sync', 1046129672],
        ['edit fields', 1089684891],
        ['a server process dies', 774444538],
        ['a server process dies', 972987784],
        ['photograph and die', 1285243413],
        ['claim at the desk', 2025500031],
        ['edit fields', 1435564295],
        ['time passes', 728705347],
        ['edit fields', 2044503483],
        ['edit twice', 858112856],
        ['things go on', 825922324],
        ['hand a card over', 820321511],
        ['answer accounting', 637317869],
        ['meet a fault', 1926427435],
      ],
    },
  },
];
