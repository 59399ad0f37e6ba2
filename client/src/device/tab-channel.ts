import type { Channel } from './ports.ts';

/** Words to the other tabs; silence where the browser has no BroadcastChannel. */
export function tabChannel(name: string): Channel {
  if (typeof BroadcastChannel === 'undefined') return { post: () => {}, listen: () => () => {}, close: () => {} };
  const channel = new BroadcastChannel(name);
  let open = true;
  return {
    // In a moment: a person who waits for a save does not wait for other tabs to hear of it.
    post: (message) => {
      setTimeout(() => open && channel.postMessage(message));
    },
    listen: (hear) => {
      const pass = (event: MessageEvent<unknown>) => hear(event.data);
      channel.addEventListener('message', pass);
      return () => channel.removeEventListener('message', pass);
    },
    close: () => {
      open = false;
      channel.close();
    },
  };
}
