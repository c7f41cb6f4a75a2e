import { join } from "node:path";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createServer, type ViteDevServer } from "vite";
import { axeFindings, desk, phone, startBrowser } from "../harness/browser.ts";
import { looksOf } from "../harness/seeds.ts";

let server: ViteDevServer;
let browser: Browser;

beforeAll(async () => {
  const root = join(import.meta.dirname, "../../packages/web");
  [server, browser] = await Promise.all([
    createServer({ configFile: join(root, "vite.config.ts"), logLevel: "silent", server: { port: 0 } }).then((made) => made.listen()),
    startBrowser(),
  ]);
});
afterAll(async () => {
  await browser.close();
  await server.close();
});

const looks = [
  { name: "light", viewport: desk, colorScheme: "light", forcedColors: "none" },
  { name: "phone", viewport: phone, colorScheme: "light", forcedColors: "none" },
  { name: "forced colours", viewport: desk, colorScheme: "light", forcedColors: "active" },
  { name: "dark", viewport: { width: 320, height: 800 }, colorScheme: "dark", forcedColors: "none" },
] as const;

test("UI-01 every part in every state has nothing for axe and fits the window: light, dark, forced colours, phone", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  const problems: string[] = [];
  page.on("pageerror", ({ message }) => problems.push(message));
  await page.goto(`${server.resolvedUrls?.local[0] ?? ""}ui`);
  await page.getByRole("heading", { name: "Onderdelen" }).waitFor();
  for (const { name, viewport, ...media } of looksOf(looks)) {
    await page.setViewportSize(viewport);
    await page.emulateMedia(media);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth), name).toBe(true);
    await page.getByRole("button", { name: "Venster" }).click();
    expect(await axeFindings(page), `${name}, window open`).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: "Melding", exact: true }).click();
    await page.getByRole("button", { name: "Meer" }).click();
    expect(await axeFindings(page), `${name}, menu and message`).toEqual([]);
    await page.keyboard.press("Escape");
  }
  expect(problems).toEqual([]);
  await context.close();
});
