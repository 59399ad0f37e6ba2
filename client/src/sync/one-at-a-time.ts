/**
 * Never two runs at once. Asked during a run, it runs once more afterwards, for all who asked, with the reason
 * that weighs most. Answers when a run that began after the asking is over.
 */
export function oneAtATime<Why>(
  weighsMore: (a: Why, b: Why) => boolean,
  run: (why: Why) => Promise<void>,
): (why: Why) => Promise<void> {
  let running: Promise<void> | null = null;
  let next: { why: Why; done: Promise<void> } | null = null;

  function start(why: Why): Promise<void> {
    running = run(why).finally(() => {
      running = null;
    });
    return running;
  }

  return (why) => {
    // Looked at first: between two runs, the next one is about to start although none is running.
    if (next) {
      if (weighsMore(why, next.why)) next.why = why;
      return next.done;
    }
    if (!running) return start(why);
    const done = running
      .catch(() => undefined)
      .then(() => {
        const reason = next?.why ?? why;
        next = null;
        return start(reason);
      });
    next = { why, done };
    return done;
  };
}
