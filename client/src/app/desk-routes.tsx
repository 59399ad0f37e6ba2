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
}

const here = (Component: ComponentType) => () => Promise.resolve(Component);
const people = () => import('../people/desk/people-screen.tsx').then((file) => file.PeopleScreen);
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
    href: '/desk/accepted',
    label: 'desk.accepted',
    needs: 'accepted.list',
    ...screen('/desk/accepted', here(AcceptedScreen)),
  },
  { href: '/desk/load', label: 'load.title', needs: 'queue.load', ...screen('/desk/load', here(LoadScreen)) },
  { href: '/desk/people', label: 'people.title', needs: 'people.list', ...screen('/desk/people', people) },
  { href: '/desk/held-up', label: 'heldUp.title', needs: 'office.held-up', ...screen('/desk/held-up', heldUp) },
];
