import { QueryClientProvider } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation } from 'wouter';
import { DeskPerformProvider } from '../people/desk/use-desk-perform.tsx';
import { DeskActor, useMay } from '../people/desk/desk-actor.ts';
import { DeskPage } from '../people/desk/desk-page.tsx';
import { LiveAnswers } from '../people/desk/live-answers.tsx';
import { takePlace } from '../people/desk/place-before-sign-in.ts';
import { createDeskQueries } from '../people/desk/use-ask.ts';
import { useSession } from '../people/session.tsx';
import { useText } from '../text/use-text.ts';
import { Note } from '../ui/note.tsx';
import { deskScreens, type DeskScreen } from './desk-routes.tsx';
import { DeskLayout } from './desk-layout.tsx';
import { LostScreen } from './lost-screen.tsx';

/** Everything under `/desk`, in one chunk graph of its own. Another person starts with no answers of the one before. */
export function DeskArea() {
  const { profile } = useSession();
  return <DeskOf key={profile.userId} />;
}

function DeskOf() {
  const { profile } = useSession();
  const [queries] = useState(createDeskQueries);
  useReturnToPlace();
  return (
    <QueryClientProvider client={queries}>
      <DeskActor value={profile}>
        <DeskPerformProvider>
          <LiveAnswers />
          <DeskLayout>
            <Switch>
              <Route path="/desk">
                <Redirect to="/desk/queue" replace />
              </Route>
              {deskScreens.map((screen) => (
                <Route key={screen.path} path={screen.path}>
                  <Guarded screen={screen} />
                </Route>
              ))}
              <Route component={LostScreen} />
            </Switch>
          </DeskLayout>
        </DeskPerformProvider>
      </DeskActor>
    </QueryClientProvider>
  );
}

/** An address somebody sent is not a right to enter. The server holds this too; here it only says so. */
function Guarded({ screen: { Component, label, needs } }: { screen: DeskScreen }) {
  const { t } = useText();
  const may = useMay();
  if (may(needs)) return <Component />;
  return (
    <DeskPage title={t(label)}>
      <Note tone="wait" title={t('ask.forbidden')}>
        <p>{t('ask.forbiddenBody')}</p>
      </Note>
    </DeskPage>
  );
}

/** Whoever had to sign in again goes on where they were. */
function useReturnToPlace(): void {
  const [, go] = useLocation();
  useEffect(() => {
    const place = takePlace();
    if (place !== null) go(place, { replace: true });
  }, [go]);
}
