import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { lockFolder } from './embedded-lock.ts';
import { identifyProcess } from './process-identity.ts';

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'cession-lock-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

test('a folder that a living process holds is refused, and free again once it lets go', () => {
  const folder = newFolder();
  const first = lockFolder(folder);
  expect(first.ok).toBe(true);
  expect(lockFolder(folder)).toEqual({ ok: false, error: { code: 'folder.in-use', pid: process.pid } });
  if (first.ok) first.value.release();
  expect(existsSync(join(folder, 'cession.lock'))).toBe(false);
  expect(lockFolder(folder).ok).toBe(true);
});

test('the lock of a process that was killed is taken over', async () => {
  const folder = newFolder();
  const other = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
  await once(other, 'spawn');
  writeFileSync(join(folder, 'cession.lock'), JSON.stringify(identifyProcess(other.pid!)));
  expect(lockFolder(folder)).toMatchObject({ ok: false, error: { pid: other.pid } });
  other.kill('SIGKILL');
  await once(other, 'exit');
  expect(lockFolder(folder).ok).toBe(true);
});

test('a stranger who got the pid of a dead holder does not keep the folder', () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'cession.lock'), JSON.stringify({ pid: process.pid, startedAt: 'another boot:1' }));
  expect(lockFolder(folder).ok).toBe(true);
});

test.each(['', '{"pid":', '[]'])('a lock cut short by a full disk (%j) does not lock the folder for ever', (text) => {
  const folder = newFolder();
  writeFileSync(join(folder, 'cession.lock'), text);
  expect(lockFolder(folder).ok).toBe(true);
});
