import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { CommanderError } from "commander";
import { type Config, readConfig } from "../config.ts";
import { hubServices, openStore } from "../hub.ts";
import { systemClock } from "../time/clock.ts";
import { askHub, hubListens } from "./askHub.ts";
import { answerLines } from "./print.ts";
import { type Asked, type HubAsked, type Outside, program, type VerifyAsked } from "./program.ts";
import { ProgressBar, type Terminal } from "./progress.ts";
import type { CommandName, Commands, Hooks } from "./protocol.ts";
import { CommandRefused, refusalSentence } from "./refusalSentence.ts";
import { runCommand } from "./run.ts";
import { socketPath } from "./socketPath.ts";
import { verificationLines, verifyAgreement } from "./verifyAgreement.ts";

export const exitCodes = { done: 0, refused: 1, usage: 2, stopped: 130 } as const;

/** Where a command line writes; the process itself when absent. */
export interface Streams {
  readonly out: (text: string) => void;
  readonly terminal: Terminal;
}

const ownStreams: Streams = { out: (text) => void process.stdout.write(text), terminal: process.stderr };

function readText(file: string): string {
  if (!existsSync(file)) throw new CommandRefused(`There is no file ${file}.`);
  return readFileSync(file, "utf8");
}

/** Reads the command line; the exit code when there is nothing to do. */
function parsed(args: readonly string[], { out, terminal }: Streams): Asked | number {
  const asked: Asked[] = [];
  const outside: Outside = { out, err: (text) => void terminal.write(text), readText, exists: (file) => existsSync(file) };
  try {
    program(outside, (one) => asked.push(one)).parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 && error.code !== "commander.help" ? exitCodes.done : exitCodes.usage;
  }
  return asked[0] ?? exitCodes.usage;
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function perform<Name extends CommandName>(
  config: Config,
  name: Name,
  options: Commands[Name]["options"],
  input: AsyncIterable<Uint8Array>,
  hooks: Hooks,
): Promise<Commands[Name]["answer"]> {
  const path = socketPath(config.dataDir);
  if (config.databaseUrl === null && (await hubListens(path))) return askHub(path, name, options, input, hooks);
  await using database = await openStore(config);
  const services = hubServices(database, systemClock, config.demo);
  await services.imports.sweep();
  return await runCommand(services, name, options, input, hooks);
}

async function answer<Name extends CommandName>(
  config: Config,
  asked: { name: Name; options: Commands[Name]["options"] } & Pick<HubAsked, "file" | "dryRun" | "json">,
  streams: Streams,
  signal: AbortSignal,
): Promise<number> {
  const { name, options, file, dryRun, json } = asked;
  if (file !== null && !(existsSync(file) && statSync(file).isFile())) throw new CommandRefused(`There is no file ${file}.`);
  const bar = new ProgressBar(streams.terminal, file === null ? 0 : statSync(file).size);
  try {
    const found = await perform(config, name, options, file === null ? nothing() : createReadStream(file), {
      signal,
      progress: (progress) => bar.show(progress),
    });
    bar.end();
    const lines = json ? [JSON.stringify(found)] : answerLines(name, found, dryRun);
    streams.out(`${lines.join("\n")}\n`);
    return "checks" in found && found.checks.some(({ ok }) => !ok) ? exitCodes.refused : exitCodes.done;
  } catch (error) {
    bar.end();
    throw error;
  }
}

async function verify({ file, key, json }: VerifyAsked, { out }: Streams): Promise<number> {
  const found = await verifyAgreement(file, key);
  out(`${(json ? [JSON.stringify(found)] : verificationLines(found)).join("\n")}\n`);
  return found.problems.length === 0 ? exitCodes.done : exitCodes.refused;
}

/** Runs one command line and gives its exit code. */
export async function cli(args: readonly string[], env: Record<string, string | undefined>, streams: Streams = ownStreams): Promise<number> {
  const stop = new AbortController();
  const onSignal = () => stop.abort();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, onSignal);
  try {
    const asked = parsed(args, streams);
    if (typeof asked === "number") return asked;
    return asked.name === "verify-agreement" ? await verify(asked, streams) : await answer(readConfig(env), asked, streams, stop.signal);
  } catch (error) {
    if (stop.signal.aborted) {
      streams.terminal.write("Stopped. Nothing was changed.\n");
      return exitCodes.stopped;
    }
    const sentence = refusalSentence(error);
    if (sentence === null) throw error;
    streams.terminal.write(`${sentence}\n`);
    return exitCodes.refused;
  } finally {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.off(signal, onSignal);
  }
}
