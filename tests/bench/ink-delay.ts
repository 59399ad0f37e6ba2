/**
 * How long ink lags behind a pen on a slow tablet: 720 samples at 240 Hz on a processor slowed down six times.
 * `handler` is what the pad itself takes for a move; `sinceSample` is counted from the newest sample's own time and
 * contains whatever the browser and the rest of the machine did meanwhile.
 */
import { fileURLToPath } from 'node:url';
import type { CDPSession } from 'playwright-core';
import { build } from 'vite';
import { part, report } from './kit/bench-result.ts';
import { launchBrowser } from '../support/chromium.ts';

const SAMPLES = 720;
const HERTZ = 240;
const SLOWER = 6;
const MOST_MS = 8;
const PAGE =
  '<!doctype html><div id="box" style="position:absolute;inset:100px 50px 600px"><canvas style="touch-action:none"></canvas></div>';

interface Measured {
  readonly stored: number;
  readonly handler: readonly number[];
  readonly sinceSample: readonly number[];
}

const browser = await launchBrowser();
try {
  const page = await browser.newPage({ viewport: { width: 834, height: 1112 }, deviceScaleFactor: 2 });
  // Samples between two events are told on secure pages only; localhost is one.
  await page.route('http://localhost/', (route) => route.fulfill({ contentType: 'text/html', body: PAGE }));
  await page.goto('http://localhost/');
  await page.addScriptTag({ content: await padAsScript(), type: 'module' });
  await page.waitForFunction(() => 'measure' in globalThis);
  const session = await page.context().newCDPSession(page);
  await session.send('Emulation.setCPUThrottlingRate', { rate: SLOWER });
  await write(session);
  const { stored, handler, sinceSample } = await page.evaluate(() =>
    (globalThis as unknown as { measure(): Measured }).measure(),
  );
  const p95 = share(handler, 0.95);
  report({
    name: 'ink-delay',
    title: 'Ink behind the pen',
    question: 'How far behind a pen does the ink run on a slow tablet?',
    setting: [`Chromium, ${SAMPLES} samples at ${HERTZ} Hz, the processor slowed down ${SLOWER} times by the browser`],
    columns: [
      { key: 'p50', title: 'p50, ms' },
      { key: 'p95', title: 'p95, ms' },
    ],
    rows: [
      { who: 'what the pad takes for a move', values: { p50: share(handler, 0.5), p95 } },
      {
        who: "counted from the sample's own time",
        values: { p50: share(sinceSample, 0.5), p95: share(sinceSample, 0.95) },
      },
    ],
    goals: [
      { goal: `the pad takes ≤ ${MOST_MS} ms for 95 of 100 moves`, measured: `${p95} ms`, met: p95 <= MOST_MS },
      { goal: 'every sample is stored', measured: `${stored} of ${SAMPLES}`, met: stored >= SAMPLES },
    ],
    notes: ["The sample's own time contains whatever the browser and the rest of the machine did meanwhile."],
  });
} finally {
  await browser.close();
}

/** The pad itself, with a clock around it: from the pen's own time to the moment its segment is drawn. */
async function padAsScript(): Promise<string> {
  const pad = fileURLToPath(new URL('../../client/src/notice/pad/attach-pad.ts', import.meta.url));
  const source = `
    import { attachPad } from ${JSON.stringify(pad)};
    const canvas = document.querySelector('canvas');
    const pad = attachPad(canvas, document.getElementById('box'), () => undefined);
    const [handler, sinceSample] = [[], []];
    let begun = 0;
    addEventListener('pointermove', () => (begun = performance.now()), { capture: true });
    addEventListener('pointermove', (event) => {
      const now = performance.now();
      handler.push(now - begun);
      sinceSample.push(now - event.timeStamp);
    });
    globalThis.measure = () => ({ stored: pad.ink.paths().flat().length - 1, handler, sinceSample });`;
  const built = await build({
    configFile: false,
    logLevel: 'silent',
    plugins: [
      {
        name: 'entry',
        resolveId: (id) => (id === 'entry' ? id : null),
        load: (id) => (id === 'entry' ? source : null),
      },
    ],
    build: { write: false, minify: false, modulePreload: false, rolldownOptions: { input: 'entry' } },
  });
  const [output] = Array.isArray(built) ? built : [built];
  const chunk = output !== undefined && 'output' in output ? output.output[0] : undefined;
  if (chunk === undefined) throw new Error('the pad was not built');
  return chunk.code;
}

/** A pen that goes round and round, on time or as soon after as the browser takes it. */
async function write(session: CDPSession): Promise<void> {
  const at = (step: number) => ({
    x: 120 + step * 0.7 + 30 * Math.cos(step / 9),
    y: 300 + 80 * Math.sin(step / 9),
    pointerType: 'pen' as const,
    button: 'left' as const,
  });
  await session.send('Input.dispatchMouseEvent', { type: 'mousePressed', clickCount: 1, ...at(0) });
  const start = performance.now();
  const sent: Promise<unknown>[] = [];
  for (let step = 1; step <= SAMPLES; step += 1) {
    const due = start + (step * 1000) / HERTZ;
    while (performance.now() < due) await new Promise((resolve) => setImmediate(resolve));
    sent.push(session.send('Input.dispatchMouseEvent', { type: 'mouseMoved', buttons: 1, ...at(step) }));
  }
  await Promise.all(sent);
  await session.send('Input.dispatchMouseEvent', { type: 'mouseReleased', clickCount: 1, ...at(SAMPLES) });
}

function share(values: readonly number[], of: number): number {
  return part(
    values.toSorted((a, b) => a - b),
    of,
  );
}
