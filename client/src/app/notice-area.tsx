import { Route, Switch } from 'wouter';
import { NoticeScreen } from '../notice/page/notice-screen.tsx';
import { NoticesScreen } from '../notice/page/notices-screen.tsx';
import { PaperScreen } from '../notice/page/paper-screen.tsx';
import { LostScreen } from './lost-screen.tsx';
import { screen } from './screen.ts';

const here = [
  { path: '/cards/:id/notices', Component: NoticesScreen },
  screen('/cards/:id/notices/new', () =>
    import('../notice/prepare/prepare-screen.tsx').then((file) => file.PrepareScreen),
  ),
  { path: '/notices/:id', Component: NoticeScreen },
  { path: '/notices/:id/paper', Component: PaperScreen },
  screen('/notices/:id/present', () =>
    import('../notice/ceremony/present-screen.tsx').then((file) => file.PresentScreen),
  ),
];

/** Everything about notices on the phone, behind two rows of the first list: none of it is needed before Today. */
export function NoticeArea() {
  return (
    <Switch>
      {here.map(({ path, Component }) => (
        <Route key={path} path={path} component={Component} />
      ))}
      <Route component={LostScreen} />
    </Switch>
  );
}
