import { join } from "node:path";
import { readConfig, StartRefused } from "./config.ts";
import { startHub } from "./hub.ts";

try {
  const config = readConfig(process.env);
  const hub = await startHub({ config, webRoot: join(import.meta.dirname, "../../web/dist") });
  console.log(`Wijkbord staat klaar: ${hub.publicUrl}`);
  for (const signal of ["SIGINT", "SIGTERM"] as const) {
    process.once(signal, () => void hub[Symbol.asyncDispose]().then(() => process.exit(0)));
  }
} catch (error) {
  if (!(error instanceof StartRefused)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
