/** `pnpm dev`: the server restarts and the screens reload as files change. Ctrl-C stops both. */
import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';
import { repoRoot } from './run-step.ts';

const parts = [
  start('server', process.execPath, ['--watch', '--watch-preserve-output', 'server/src/app/main.ts'], repoRoot),
  start(
    'client',
    join(repoRoot, 'client', 'node_modules', '.bin', 'vite'),
    ['--clearScreen=false'],
    join(repoRoot, 'client'),
  ),
];

console.log('Open the address the client prints below; it passes /trpc, /api and /healthz on to the server.');

for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void stopAll());
for (const part of parts) part.on('exit', () => void stopAll());

function start(name: string, command: string, args: string[], cwd: string): ChildProcess {
  // In a group of its own: Ctrl-C reaches us alone, and each part is told once.
  const child = spawn(command, args, { cwd, stdio: ['ignore', 'pipe', 'pipe'], detached: true });
  const tell = (chunk: Buffer): void => {
    for (const line of chunk.toString().trimEnd().split('\n')) console.log(`${name} | ${line}`);
  };
  child.stdout.on('data', tell);
  child.stderr.on('data', tell);
  child.on('error', (error) => console.log(`${name} | could not start: ${error.message}`));
  return child;
}

/** The server ends its database in good order, so it is asked first and waited for. */
async function stopAll(): Promise<void> {
  await Promise.all(parts.map(stop));
  process.exit(0);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
