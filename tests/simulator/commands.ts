import { deskCommands } from './commands/at-the-desk.ts';
import type { Command } from './commands/command.ts';
import { fateCommands } from './commands/fate.ts';
import { outboxCommands } from './commands/in-the-outbox.ts';
import { cardCommands } from './commands/on-a-card.ts';
import { operatorCommands } from './commands/operator.ts';
import { photoCommands } from './commands/photos.ts';

/** Everything people and fate do. The order is part of every plan that was ever written down: add at the end. */
export const commands: readonly Command[] = [
  ...cardCommands,
  ...outboxCommands,
  ...deskCommands,
  ...photoCommands,
  ...fateCommands,
  ...operatorCommands,
];
