import { parentPort } from 'node:worker_threads';
import { manyRuns, type Asked } from './many-runs.ts';

// Portion after portion, handed over by in-parallel.ts.
parentPort?.on('message', (asked: Asked) => {
  void manyRuns(asked).then((done) => parentPort?.postMessage(done));
});
