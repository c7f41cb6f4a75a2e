import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable } from "node:stream";
import { bundle } from "../../scripts/bundle.ts";
import { databaseKind } from "./store.ts";

/** A hub in a process of its own. */
export interface HubProcess extends AsyncDisposable {
  readonly url: string;
  readonly pid: number;
  /** The exit code, null when a signal ended it. */
  readonly ended: Promise<number | null>;
  /** Sends a signal and waits for the end. */
  stop(signal: NodeJS.Signals): Promise<number | null>;
}

/** Why a hub process did not start: its exit code and what it said. */
export class NotStarted extends Error {
  constructor(
    readonly code: number | null,
    readonly said: string,
  ) {
    super(`The hub ended with ${code}: ${said}`);
  }
}

/** Makes the program of the hub, for this database alone so that two runs do not write the same file. */
export const hubProgram = (): Promise<string> => bundle("packages/server/src/main.ts", "packages/server/dist", `test-${databaseKind()}.js`);

function address(child: ChildProcessByStdio<null, Readable, Readable>): Promise<string> {
  const said: string[] = [];
  return new Promise((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        said.push(text);
        const found = /Wijkbord staat klaar: (\S+)/.exec(said.join(""))?.[1];
        if (found) resolve(found);
      });
    }
    child.once("close", (code: number | null) => reject(new NotStarted(code, said.join(""))));
  });
}

/** Starts a hub on a free port and waits until it answers. */
export async function startHubProcess(program: string, env: Record<string, string>): Promise<HubProcess> {
  const { PATH, HOME, TMPDIR } = process.env;
  const child = spawn(process.execPath, [program], {
    env: { PATH, HOME, TMPDIR, PORT: "0", LOG_LEVEL: "silent", DEMO: "on", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close").then(() => child.exitCode);
  const url = await address(child);
  const stop = async (signal: NodeJS.Signals) => {
    child.kill(signal);
    return await ended;
  };
  return {
    url,
    pid: child.pid ?? 0,
    ended,
    stop,
    async [Symbol.asyncDispose]() {
      if (child.exitCode === null && child.signalCode === null) await stop("SIGKILL");
    },
  };
}
