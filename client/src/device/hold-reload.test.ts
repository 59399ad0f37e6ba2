import { expect, test } from 'vitest';
import { canReload, holdReload, whenReloadAllowed } from './hold-reload.ts';

test('an update waits until the form is saved and the push has ended', async () => {
  const releaseForm = holdReload('a form with unsaved typing');
  const releasePush = holdReload('a push on its way');
  let reloaded = false;
  const reload = whenReloadAllowed().then(() => {
    reloaded = true;
  });
  releaseForm();
  await Promise.resolve();
  expect([canReload(), reloaded]).toEqual([false, false]);
  releasePush();
  await reload;
  expect(canReload()).toBe(true);
});

test('releasing twice does not release somebody else', () => {
  const releaseMine = holdReload('mine');
  const releaseTheirs = holdReload('theirs');
  releaseMine();
  releaseMine();
  expect(canReload()).toBe(false);
  releaseTheirs();
});
