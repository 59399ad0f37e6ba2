import type { Command } from './commands/command.ts';

const lists = new WeakMap<readonly Command[], readonly Command[]>();

/** Each as often as it weighs: the list that a step of a plan points into, round and round. */
function weighted(commands: readonly Command[]): readonly Command[] {
  let list = lists.get(commands);
  if (list === undefined) {
    list = commands.flatMap((command) => Array.from({ length: command.weight }, () => command));
    lists.set(commands, list);
  }
  return list;
}

export function commandAt(commands: readonly Command[], number: number): Command {
  const all = weighted(commands);
  return all[number % all.length] as Command; // below the length of a list that is not empty
}

/** The number of a command by its name, which stays when the list grows. */
export function numberOf(commands: readonly Command[], name: string): number {
  const number = weighted(commands).findIndex((command) => command.name === name);
  if (number === -1) throw new Error(`there is no command called ${name}`);
  return number;
}
