import { lazy, Suspense } from 'react';
import { Route, Switch, useLocation } from 'wouter';
import { useHandedOver } from '../notice/ceremony/lock-marker.ts';
import { ScreenLoading } from '../ui/busy.tsx';
import { ErrorBoundary } from './error-boundary.tsx';
import { Layout } from './layout.tsx';
import { lostScreen, screens } from './routes.tsx';
import { SessionGate } from './session-gate.tsx';

const LockedApp = lazy(async () => ({ default: (await import('./locked-app.tsx')).LockedApp }));

/** The inner boundary keeps the tabs when a screen breaks; the outer one catches the frame itself. */
export function App() {
  const [place] = useLocation();
  // In a debtor's hands there is no address but their letter, whatever the address says.
  const handedOver = useHandedOver();
  if (handedOver) {
    return (
      <ErrorBoundary place={place}>
        <Suspense fallback={<ScreenLoading />}>
          <LockedApp noticeId={handedOver} />
        </Suspense>
      </ErrorBoundary>
    );
  }
  return (
    <ErrorBoundary place={place}>
      <Layout place={place}>
        <ErrorBoundary place={place}>
          <SessionGate place={place}>
            <Suspense fallback={<ScreenLoading />}>
              <Switch>
                {screens.map(({ path, Component }) => (
                  <Route key={path} path={path} component={Component} />
                ))}
                <Route component={lostScreen.Component} />
              </Switch>
            </Suspense>
          </SessionGate>
        </ErrorBoundary>
      </Layout>
    </ErrorBoundary>
  );
}
