import { screen, withCardTexts, withDeskTexts, withNoticeTexts, type Screen } from './screen.ts';

const cardScreen = () => withCardTexts(import('../handoff/card-screen.tsx').then((file) => file.CardScreen));

/** Notices and their signing, with screens of their own: see `notice-area.tsx`. */
const noticeArea = () => withNoticeTexts(import('./notice-area.tsx').then((file) => file.NoticeArea));

/**
 * Every screen of the phone, in the order wouter tries them. Each is its own chunk, kept on the phone for offline use.
 * The desk is one row: its screens stand in `desk-routes.tsx` and stay off the phone until somebody opens them.
 */
export const screens: readonly Screen[] = [
  screen('/', () => import('../handoff/today-screen.tsx').then((file) => file.TodayScreen)),
  screen('/sign-in', () => import('../people/sign-in-screen.tsx').then((file) => file.SignInScreen)),
  screen('/cards', () => import('../card/cards-screen.tsx').then((file) => file.CardsScreen), cardScreen),
  screen(
    '/cards/new',
    () => withCardTexts(import('../card/new-card-screen.tsx').then((file) => file.NewCardScreen)),
    cardScreen,
  ),
  screen('/cards/:id', cardScreen),
  screen('/cards/:id/check', () =>
    withCardTexts(import('../handoff/check-and-send.tsx').then((file) => file.CheckAndSend)),
  ),
  screen('/cards/:id/notices/*?', noticeArea),
  screen('/notices/*', noticeArea),
  screen('/cards/:id/documents', () =>
    withCardTexts(import('../document/documents-screen.tsx').then((file) => file.DocumentsScreen)),
  ),
  screen('/cards/:id/:section', () =>
    withCardTexts(import('../handoff/section-screen.tsx').then((file) => file.SectionScreen)),
  ),
  screen('/conflicts/:id', () =>
    withCardTexts(import('../card/conflict-screen.tsx').then((file) => file.ConflictScreen)),
  ),
  screen('/tasks', () => import('../handoff/tasks-screen.tsx').then((file) => file.TasksScreen)),
  screen('/outbox', () => import('../handoff/outbox-screen.tsx').then((file) => file.OutboxScreen)),
  screen('/more', () => import('./more-screen.tsx').then((file) => file.MoreScreen)),
  screen('/more/look', () => import('./look-screen.tsx').then((file) => file.LookScreen)),
  screen('/desk/*?', () => withDeskTexts(import('./desk-area.tsx').then((file) => file.DeskArea))),
  ...(import.meta.env.DEV ? [screen('/kit', () => import('../ui/gallery.tsx').then((file) => file.Gallery))] : []),
];

/** The four places of the tab bar; only they show it. */
export const tabPlaces = ['/', '/cards', '/tasks', '/more'] as const;

export const lostScreen = screen('*', () => import('./lost-screen.tsx').then((file) => file.LostScreen));
