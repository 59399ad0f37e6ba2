import type { SyncPorts } from './ports.ts';
import type { SyncKit } from './replay.ts';
import type { Write } from './write.ts';

/** What the parts of a pull share. */
export interface PullKit {
  readonly ports: SyncPorts;
  readonly kit: SyncKit;
  readonly write: Write;
}
