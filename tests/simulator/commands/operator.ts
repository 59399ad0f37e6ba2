import type { Play } from '../play.ts';
import type { Dice } from '../world.ts';
import type { Command } from './command.ts';

/** What somebody does to the server. */
export const operatorCommands: readonly Command[] = [
  { name: 'a server process dies', weight: 3, run: ({ world }) => world.office.killProcess() },
  { name: 'back the server up', weight: 1, run: backUp },
  { name: 'restore the server', weight: 1, run: restore },
  { name: 'deploy another version', weight: 2, run: deploy },
];

async function backUp(play: Play): Promise<void> {
  await play.world.office.backup();
  play.hasBackup = true;
}

/** Once in a play: each one costs the oracles some of their memory. */
async function restore(play: Play, dice: Dice): Promise<void> {
  if (!play.hasBackup || play.hasRestored || dice.chance(30)) return;
  play.hasRestored = true;
  play.claims.clear();
  await play.world.office.restore();
}

async function deploy({ world }: Play, dice: Dice): Promise<void> {
  await world.office.deploy(dice.chance(40) ? 'yesterday' : 'today');
}
