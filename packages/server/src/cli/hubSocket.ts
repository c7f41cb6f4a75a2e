import { chmod, rm } from "node:fs/promises";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { Services } from "../services.ts";
import type { CommandName, Commands, Reply, Request } from "./protocol.ts";
import { refusalSentence } from "./refusalSentence.ts";
import { commands, runCommand } from "./run.ts";

const newline = 10;
const longestRequest = 5_000_000;

/** The first line of a body, and the stream of what follows. */
async function splitFirstLine(body: AsyncIterable<Buffer>): Promise<{ line: string; rest: AsyncIterable<Uint8Array> }> {
  const iterator = body[Symbol.asyncIterator]();
  let head = Buffer.alloc(0);
  while (!head.includes(newline)) {
    const next = await iterator.next();
    if (next.done || head.length > longestRequest) throw new Error("The request has no first line.");
    head = Buffer.concat([head, next.value]);
  }
  const end = head.indexOf(newline);
  async function* rest(): AsyncGenerator<Uint8Array> {
    if (head.length > end + 1) yield head.subarray(end + 1);
    for (;;) {
      const next = await iterator.next();
      if (next.done) return;
      yield next.value;
    }
  }
  return { line: head.subarray(0, end).toString("utf8"), rest: rest() };
}

function isRequest(value: unknown): value is Request {
  return (
    typeof value === "object" &&
    value !== null &&
    "name" in value &&
    typeof value.name === "string" &&
    Object.hasOwn(commands, value.name) &&
    "options" in value
  );
}

async function answer<Name extends CommandName>(
  services: Services,
  name: Name,
  options: Commands[Name]["options"],
  rest: AsyncIterable<Uint8Array>,
  signal: AbortSignal,
  send: (reply: Reply<Name>) => void,
): Promise<void> {
  try {
    send({ answer: await runCommand(services, name, options, rest, { signal, progress: (progress) => send({ progress }) }) });
  } catch (error) {
    const refused = refusalSentence(error);
    if (refused === null && !signal.aborted) throw error;
    send({ refused: refused ?? "Stopped." });
  }
}

/** Serves one command: options on the first line of the body, then the file; answers line by line. */
async function serve(services: Services, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const stop = new AbortController();
  response.on("close", () => stop.abort());
  const send = (reply: Reply<CommandName>) => void (response.writable && response.write(`${JSON.stringify(reply)}\n`));
  try {
    const { line, rest } = await splitFirstLine(request.iterator({ destroyOnReturn: false }));
    const asked: unknown = JSON.parse(line);
    if (!isRequest(asked)) throw new Error("The hub does not know this command.");
    response.writeHead(200, { "content-type": "application/x-ndjson" });
    response.flushHeaders();
    await answer(services, asked.name, asked.options, rest, stop.signal, send);
  } catch (error) {
    send({ failed: error instanceof Error ? error.message : "unknown" });
  }
  request.resume();
  response.end();
}

/** Lets the command line of the same user work through the running hub. */
export async function hubSocket(path: string, services: Services): Promise<AsyncDisposable> {
  await rm(path, { force: true });
  const running = new Set<Promise<void>>();
  const server = createServer({ requestTimeout: 0 }, (request, response) => {
    const served = serve(services, request, response).finally(() => running.delete(served));
    running.add(served);
  });
  await new Promise<void>((resolve, reject) => server.once("error", reject).listen(path, resolve));
  if (process.platform !== "win32") await chmod(path, 0o600);
  return {
    async [Symbol.asyncDispose]() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
      await Promise.allSettled(running);
      await rm(path, { force: true });
    },
  };
}
