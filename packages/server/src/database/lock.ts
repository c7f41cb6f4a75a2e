import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Another process uses the data folder. */
export class DataFolderInUse extends Error {}

function holderOf(file: string): number | null {
  try {
    return Number.parseInt(readFileSync(file, "utf8"), 10) || null;
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").includes("node");
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Takes the exclusive lock of a data folder: the embedded database has none of its own, and two processes
 * would lose each other's rows. A lock left by a killed process is taken over.
 */
export function lockDataFolder(folder: string): Disposable {
  mkdirSync(folder, { recursive: true });
  const file = join(folder, "hub.lock");
  for (let attempt = 0; attempt < 3; attempt++) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx", mode: 0o600 });
      return { [Symbol.dispose]: () => rmSync(file, { force: true }) };
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
      const holder = holderOf(file);
      if (holder !== null && holder !== process.pid && isAlive(holder)) {
        throw new DataFolderInUse(`DATA_DIR ${folder} is in use by process ${holder}. Stop that hub first, or choose another DATA_DIR.`);
      }
      if (holder === process.pid) {
        throw new DataFolderInUse(`DATA_DIR ${folder} is already open in this process.`);
      }
      rmSync(file, { force: true });
    }
  }
  throw new DataFolderInUse(`DATA_DIR ${folder} could not be locked.`);
}
