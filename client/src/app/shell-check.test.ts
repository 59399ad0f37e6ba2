import { expect, test } from 'vitest';
import { isAppPage, shellIsSound } from './shell-check.ts';

const page =
  '<meta name="application-name" content="Cession" /><script src="/before-app.js"></script><script src="/assets/main-1.js"></script>';

test('the addresses of the server are never answered with the app', () => {
  expect(
    ['/api/auth/callback', '/trpc/sync.push', '/files/1.csv', '/healthz', '/verify/abc'].filter(isAppPage),
  ).toEqual([]);
  expect(['/', '/cards/new', '/desk/queue', '/verified', '/apiary'].filter(isAppPage)).toHaveLength(5);
});

test('a version is complete only if its page asks for files of the same version', () => {
  expect(shellIsSound(page, ['https://cession.example/assets/main-1.js'])).toBe(true);
  expect(shellIsSound(page, ['https://cession.example/assets/main-2.js'])).toBe(false);
});

test('the sign-in page of a hotel network is not taken for the app', () => {
  expect(shellIsSound('<html><body>Welcome to our Wi-Fi</body></html>', [])).toBe(false);
});
