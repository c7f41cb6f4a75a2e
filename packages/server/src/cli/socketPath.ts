import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Systems allow so many bytes in the path of a socket. */
const longest = 100;

/** Where the hub of a data folder listens for the command line. */
export function socketPath(dataDir: string): string {
  const short = createHash("sha256").update(dataDir).digest("hex").slice(0, 16);
  if (process.platform === "win32") return `\\\\.\\pipe\\wijkbord-${short}`;
  const usual = join(dataDir, "hub.sock");
  return Buffer.byteLength(usual) <= longest ? usual : join(tmpdir(), `wijkbord-${short}.sock`);
}
