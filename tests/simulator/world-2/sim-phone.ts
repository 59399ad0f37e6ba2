/** A phone in somebody's hand, made of real parts: its disk, its tabs, its end of the line. */
import type { SimPhone } from '../world.ts';
import { around } from './phone-around.ts';
import { createPhoneBody, type PhoneBody, type PhoneParts, type WorldPhone } from './phone-body.ts';
import { copyDisk } from './phone-disk.ts';
import { fateOf } from './phone-fate.ts';
import { inHand } from './phone-in-hand.ts';

export function createSimPhone(parts: PhoneParts, disk = parts.dbName(parts.name)): WorldPhone {
  const { name, actor } = parts;
  const body = createPhoneBody(parts, disk);
  const hand = inHand(body);
  return {
    ...{ name, actor, ...hand, ...fateOf(body), ...around(body) },
    get acknowledged() {
      return body.acknowledged;
    },
    copy: (other) => copy(body, other),
    busy: () => body.tabs.reduce((sum, tab) => sum + tab.busy(), 0),
    fingerprint: () => fingerprint(hand),
  };
}

async function copy(body: PhoneBody, other: string): Promise<SimPhone> {
  const { parts } = body;
  const to = parts.dbName(other);
  await parts.settle();
  await copyDisk(body.disk, to);
  const twin = createSimPhone({ ...parts, name: other }, to);
  parts.joined(twin);
  await twin.start();
  return twin;
}

async function fingerprint(phone: Pick<SimPhone, 'disk'>): Promise<string> {
  const { outbox, confirmed, files } = await phone.disk();
  return [
    ...outbox.map(({ id, status, parked }) => `${id} ${status} ${parked}`),
    ...confirmed.map(({ key, ver }) => `${key} ${ver}`),
    ...files.map((file) => `${file.sha256} ${file.state}`),
  ].join('\n');
}
