/** Work that is done again and again while the hub runs. */
export interface Job {
  readonly name: string;
  run(): Promise<void>;
}

export interface Repeated extends AsyncDisposable {
  /** Runs the jobs now, or once more after the run that is going on. */
  soon(): void;
}

/** Runs jobs one after another, then again after a pause; a job that fails is tried again the next time. */
export function repeatJobs(jobs: readonly Job[], pause: number, failed: (name: string, error: unknown) => void): Repeated {
  let stopped = false;
  let isRunning = false;
  let isWanted = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async () => {
    for (const job of jobs) {
      if (stopped) return;
      await job.run().catch((error: unknown) => failed(job.name, error));
    }
  };
  const run = async () => {
    isRunning = true;
    isWanted = false;
    await once();
    isRunning = false;
    if (!stopped) after(isWanted ? 0 : pause);
  };
  const after = (wait: number) => {
    timer = setTimeout(() => {
      running = run();
    }, wait).unref();
  };
  after(pause);
  return {
    soon() {
      isWanted = true;
      if (stopped || isRunning) return;
      clearTimeout(timer);
      after(0);
    },
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
