import type { LocalStore } from '../store/local-store.ts';
import type { SyncPorts, Transport } from './ports.ts';
import { browserEnv } from '../device/browser-env.ts';
import { createOnline } from '../device/online.ts';
import { pageLife } from '../device/page-life.ts';
import { tabChannel } from '../device/tab-channel.ts';
import { timer } from '../device/timer.ts';
import { webLocks } from '../device/web-locks.ts';

/** The real world, as the spine takes it. `name` is the database's, so tabs of other people hear nothing. */
export function browserPorts(given: {
  readonly name: string;
  readonly store: LocalStore;
  readonly transport: Transport;
  readonly appVersion: string;
  readonly report: (surprise: unknown) => void;
}): SyncPorts {
  const { name, ...rest } = given;
  return {
    ...rest,
    env: browserEnv,
    timer,
    locks: webLocks(),
    channel: tabChannel(name),
    life: pageLife,
    online: createOnline(timer),
  };
}
