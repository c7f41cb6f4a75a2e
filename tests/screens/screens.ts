import "reflect-metadata";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { readConfig } from "@wijkbord/server/src/config.ts";
import { startHub } from "@wijkbord/server/src/hub.ts";
import { desk, phone, startBrowser, visit, webRoot } from "../harness/browser.ts";
import { type Screen, screens } from "./list.ts";

const folder = join(process.cwd(), "screens");
const words = process.argv.slice(2);
const colorScheme = words.includes("--dark") ? "dark" : "light";
const wanted = words.filter((word) => !word.startsWith("--"));
const chosen = screens.filter(({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)));
await mkdir(folder, { recursive: true });

const hub = await startHub({
  config: readConfig({ PORT: "0", LOG_LEVEL: "silent", DEMO: "on" }),
  memory: true,
  webRoot,
});
const browser = await startBrowser();

async function picture({ name, path, person, prepare }: Screen, viewport: { width: number; height: number }): Promise<void> {
  await using visited = await visit(browser, hub, person, { viewport, colorScheme });
  const { page, problems } = visited;
  await page.goto(hub.url + path);
  await page.locator("body > :first-child").waitFor();
  // Live connections stay open, so the network is never idle: look until two pictures are the same.
  await prepare?.(page);
  let former: Uint8Array | null = null;
  for (let look = 0; look < 20; look++) {
    await page.waitForTimeout(250);
    const now = await page.screenshot();
    if (former && now.equals(former)) break;
    former = now;
  }
  const file = join(folder, `${name}-${viewport.width}${colorScheme === "dark" ? "-dark" : ""}.png`);
  await page.screenshot({ path: file });
  console.log(`${file}${problems.length > 0 ? `  (${problems.length} problems: ${problems[0]})` : ""}`);
}

try {
  for (const screen of chosen) for (const viewport of [desk, phone]) await picture(screen, viewport);
} finally {
  await browser.close();
  await hub[Symbol.asyncDispose]();
}
