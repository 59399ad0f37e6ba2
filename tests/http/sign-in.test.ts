import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startComposedApp, type ComposedApp } from '../support/composed-app.ts';

const REP = { email: 'rep1@danube.example', password: 'cession-demo' };
let app: ComposedApp;

beforeAll(async () => {
  app = await startComposedApp();
});
afterAll(() => app.stop());

function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const own = { 'content-type': 'application/json', origin: 'http://localhost:8787' };
  return app.fetch(path, { method: 'POST', body: JSON.stringify(body), headers: { ...own, ...headers } });
}

describe('signing in', () => {
  test('gives a cookie no script can read, and no other site gets sent', async () => {
    const answer = await post('/api/auth/sign-in/email', REP);
    expect(answer.status).toBe(200);
    const [cookie = ''] = answer.headers.getSetCookie();
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Lax/);
  });

  test('works through a tunnel whose address nobody told the server', async () => {
    const tunnel = { origin: 'https://some-tunnel.example', 'sec-fetch-site': 'same-origin' };
    expect((await post('/api/auth/sign-in/email', REP, tunnel)).status).toBe(200);
  });

  test('is refused to a page of another site', async () => {
    const elsewhere = { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' };
    expect((await post('/api/auth/sign-in/email', REP, elsewhere)).status).toBe(403);
  });

  test('says the same of a wrong password and of an address nobody has', async () => {
    const wrong = await post('/api/auth/sign-in/email', { ...REP, password: 'not this one' });
    const nobody = await post('/api/auth/sign-in/email', { ...REP, email: 'nobody@danube.example' });
    expect([wrong.status, nobody.status]).toEqual([401, 401]);
    expect(await wrong.json()).toEqual(await nobody.json());
  });

  test('is an admin’s gift: nobody makes an account for themselves', async () => {
    const own = { name: 'Me', email: 'me@danube.example', password: 'a long password' };
    const answer = await post('/api/auth/sign-up/email', own);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect((await post('/api/auth/sign-in/email', own)).status).toBe(401);
  });

  test('is all the door is for: names and addresses are changed by an admin', async () => {
    const cookie = await app.signIn(REP.email);
    const before = await app.ask(cookie, 'people.me', {});
    expect((await post('/api/auth/update-user', { name: 'Chief Accountant' }, { cookie })).status).toBe(404);
    expect((await app.fetch('/api/auth/list-sessions', { headers: { cookie } })).status).toBe(404);
    expect(await app.ask(cookie, 'people.me', {})).toEqual(before);
  });

  test('is over at once when the person signs out, everywhere that session was open', async () => {
    const cookie = await app.signIn(REP.email);
    expect((await app.ask(cookie, 'people.me', {})).status).toBe(200);
    expect((await post('/api/auth/sign-out', {}, { cookie })).status).toBe(200);
    expect((await app.ask(cookie, 'people.me', {})).status).toBe(401);
  });

  test('slows down whoever guesses passwords', async () => {
    const guesser = { 'x-client-address': '203.0.113.7' };
    const seen = new Set<number>();
    for (let guess = 0; guess < 30; guess += 1) {
      seen.add((await post('/api/auth/sign-in/email', { ...REP, password: `guess number ${guess}` }, guesser)).status);
    }
    expect(seen).toEqual(new Set([401, 429]));
  });

  test('leaves no password and no session in the log', async () => {
    expect(app.log.join('\n')).not.toMatch(/cession-demo|guess number|session_token=/);
  });
});
