/** Work that is done again and again while the hub runs. */
export interface Job {
  readonly name: string;
  run(): Promise<void>;
}

/** Runs jobs one after another, then again after a pause; a job that fails is tried again the next time. */
export function repeatJobs(jobs: readonly Job[], pause: number, failed: (name: string, error: unknown) => void): AsyncDisposable {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();
  const once = async () => {
    for (const job of jobs) {
      if (stopped) return;
      await job.run().catch((error: unknown) => failed(job.name, error));
    }
  };
  const again = () => {
    timer = setTimeout(() => {
      running = once().then(() => (stopped ? undefined : again()));
    }, pause).unref();
  };
  again();
  return {
    async [Symbol.asyncDispose]() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
