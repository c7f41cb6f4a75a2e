import { request as httpRequest } from "node:http";
import { createConnection } from "node:net";
import { createInterface } from "node:readline";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { CommandName, Commands, Hooks, Reply } from "./protocol.ts";
import { CommandRefused } from "./refusalSentence.ts";

/** Whether a hub listens here. */
export function hubListens(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = createConnection(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}

/** Has the running hub do a command; the file goes with it. */
export async function askHub<Name extends CommandName>(
  path: string,
  name: Name,
  options: Commands[Name]["options"],
  input: AsyncIterable<Uint8Array>,
  { progress, signal }: Hooks,
): Promise<Commands[Name]["answer"]> {
  const request = httpRequest({ socketPath: path, method: "POST", path: "/", signal });
  const { promise: answered, resolve, reject } = Promise.withResolvers<Commands[Name]["answer"]>();
  const broken = (error: Error) => reject(signal.aborted ? signal.reason : error);
  request.on("error", broken);
  request.on("response", (response) => {
    const lines = createInterface({ input: response });
    lines.on("line", (line) => {
      const reply = JSON.parse(line) as Reply<Name>;
      if ("progress" in reply) progress(reply.progress);
      else if ("answer" in reply) resolve(reply.answer);
      else if ("refused" in reply) reject(new CommandRefused(reply.refused));
      else reject(new Error(reply.failed));
    });
    lines.on("error", broken);
    lines.on("close", () => reject(new CommandRefused("The hub stopped before it answered; nothing was changed.")));
  });
  async function* body(): AsyncGenerator<Uint8Array> {
    yield Buffer.from(`${JSON.stringify({ name, options })}\n`);
    yield* input;
  }
  pipeline(Readable.from(body(), { objectMode: false }), request).catch(broken);
  return answered;
}
