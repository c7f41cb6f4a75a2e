import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartRefused } from "../config.ts";

/** Another process uses the data folder. */
export class DataFolderInUse extends StartRefused {}

const isLocked = (error: unknown) => error instanceof Error && "errcode" in error && error.errcode === 5;

function holderOf(pidFile: string): string {
  try {
    return ` by process ${readFileSync(pidFile, "utf8").trim()}`;
  } catch {
    return "";
  }
}

/**
 * Takes the exclusive lock of a data folder: the embedded database has none of its own, and two processes
 * would lose each other's rows. It is a lock of the operating system, held through an empty SQLite file,
 * so a killed process leaves nothing behind and a process number that is used again means nothing.
 */
export function lockDataFolder(folder: string): Disposable {
  mkdirSync(folder, { recursive: true });
  const pidFile = join(folder, "hub.pid");
  const holder = new DatabaseSync(join(folder, "hub.lock"), { timeout: 0 });
  try {
    holder.exec("pragma journal_mode = memory; begin exclusive");
  } catch (error) {
    holder.close();
    if (!isLocked(error)) throw error;
    throw new DataFolderInUse(`DATA_DIR ${folder} is in use${holderOf(pidFile)}. Stop that hub first, or choose another DATA_DIR.`);
  }
  writeFileSync(pidFile, `${process.pid}\n`, { mode: 0o600 });
  return {
    [Symbol.dispose]() {
      rmSync(pidFile, { force: true });
      holder.close();
    },
  };
}
