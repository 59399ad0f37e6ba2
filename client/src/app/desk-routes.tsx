import type { Action } from '@cession/shared/people/permissions.ts';
import type { ComponentType } from 'react';
import { AcceptedScreen } from '../handoff/desk/accepted-screen.tsx';
import { LoadScreen } from '../handoff/desk/load-screen.tsx';
import { QueueScreen } from '../handoff/desk/queue-screen.tsx';
import type { TextId } from '../text/areas.ts';
import { screen, type Screen } from './screen.ts';

export interface DeskScreen extends Screen {
  /** Its address in the navigation, and its name there. */
  href: string;
  label: TextId;
  /** Who may ask for what it shows, may enter. */
  needs: Action;
  /** Reached from other screens only. */
  unlisted?: true;
}

const here = (Component: ComponentType) => () => Promise.resolve(Component);
const originals = () => import('../document/desk/originals-screen.tsx').then((file) => file.OriginalsScreen);
const people = () => import('../people/desk/people-screen.tsx').then((file) => file.PeopleScreen);
const agreements = () =>
  import('../notice/desk/agreements/agreements-screen.tsx').then((file) => file.AgreementsScreen);
const board = () => import('../notice/desk/board/board-screen.tsx').then((file) => file.BoardScreen);
const evidence = () => import('../notice/desk/evidence/evidence-screen.tsx').then((file) => file.EvidenceScreen);
const noticeQueue = () =>
  import('../handoff/desk/notices/notice-queue-screen.tsx').then((file) => file.NoticeQueueScreen);
const devices = () => import('../notice/desk/devices/devices-screen.tsx').then((file) => file.DevicesScreen);
const heldUp = () => import('../people/desk/held-up-screen.tsx').then((file) => file.HeldUpScreen);

/** Every screen of the desk, in the order of its navigation. */
export const deskScreens: readonly DeskScreen[] = [
  // The queue with or without one item open.
  {
    href: '/desk/queue',
    label: 'desk.queue',
    needs: 'queue.list',
    ...screen('/desk/queue/:id?', here(QueueScreen)),
  },
  {
    href: '/desk/notice-queue',
    label: 'noticeQueue.title',
    needs: 'notice-queue.list',
    ...screen('/desk/notice-queue/:id?', noticeQueue),
  },
  {
    href: '/desk/notices',
    label: 'board.title',
    needs: 'notice.board',
    ...screen('/desk/notices/:id?', board),
  },
  {
    href: '/desk/evidence',
    label: 'evidence.title',
    needs: 'notice.evidence',
    unlisted: true,
    ...screen('/desk/evidence/:id', evidence),
  },
  {
    href: '/desk/accepted',
    label: 'desk.accepted',
    needs: 'accepted.list',
    ...screen('/desk/accepted', here(AcceptedScreen)),
  },
  {
    href: '/desk/agreements',
    label: 'agreement.title',
    needs: 'agreements.list',
    ...screen('/desk/agreements/:id?', agreements),
  },
  {
    href: '/desk/originals',
    label: 'originals.title',
    needs: 'originals.list',
    ...screen('/desk/originals', originals),
  },
  { href: '/desk/load', label: 'load.title', needs: 'queue.load', ...screen('/desk/load', here(LoadScreen)) },
  { href: '/desk/people', label: 'people.title', needs: 'people.list', ...screen('/desk/people', people) },
  { href: '/desk/devices', label: 'devices.title', needs: 'device.list', ...screen('/desk/devices', devices) },
  { href: '/desk/held-up', label: 'heldUp.title', needs: 'office.held-up', ...screen('/desk/held-up', heldUp) },
];
