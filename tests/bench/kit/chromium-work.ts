/** What a page makes the browser do: long tasks, memory, bytes from the network. */
import type { CDPSession, Page } from 'playwright-core';

export interface Work {
  readonly longTasks: number;
  readonly longest: number;
  readonly heapMb: number;
  readonly megabytes: number;
}

const SAMPLE_MS = 100;

export async function watchWork({ page, session }: { readonly page: Page; readonly session: CDPSession }) {
  await session.send('Performance.enable');
  await session.send('Network.enable');
  let bytes = 0;
  let heap = 0;
  session.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.addInitScript(noteLongTasks);
  await page.evaluate(noteLongTasks);
  const sampling = setInterval(() => {
    session.send('Performance.getMetrics').then(
      ({ metrics }) => (heap = Math.max(heap, metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0)),
      () => undefined,
    );
  }, SAMPLE_MS);
  return {
    end: async (): Promise<Work> => {
      clearInterval(sampling);
      const tasks = await page.evaluate(() => globalThis.benchTasks);
      return {
        longTasks: tasks.length,
        longest: Math.round(Math.max(0, ...tasks)),
        heapMb: Math.round(heap / 2 ** 20),
        megabytes: Math.round(bytes / 2 ** 20 / 0.01) * 0.01,
      };
    },
  };
}

declare global {
  var benchTasks: number[];
}

function noteLongTasks(): void {
  const tasks: number[] = [];
  globalThis.benchTasks = tasks;
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) tasks.push(duration);
  }).observe({ type: 'longtask', buffered: true });
}
