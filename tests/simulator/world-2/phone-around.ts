/** What is going on around a phone: signal, clock, room, sign-in, and whether somebody looks at it. */
import type { PhoneBody, WorldPhone } from './phone-body.ts';

export function around(body: PhoneBody) {
  const cut = (is: boolean): void => {
    const isBack = body.isCut && !is;
    body.isCut = is;
    if (isBack) for (const tab of body.tabs) tab.online();
  };
  const show = (visible: boolean): void => {
    body.isVisible = visible;
    for (const tab of body.tabs) tab.show(visible);
  };
  return {
    ...{ cut, show },
    setClock: (offMs) => void (body.clockOff = offMs),
    fillDisk: (full) => void (body.isFull = full),
    meet: (fault, kind) => void body.faults.push({ fault, kind }),
    expireSession: (is) => void (body.isExpired = is),
    heal: () => {
      body.faults.length = 0;
      Object.assign(body, { crashPlace: null, isFull: false, isExpired: false } satisfies Partial<PhoneBody>);
      cut(false);
      show(true);
    },
  } satisfies Partial<WorldPhone>;
}
