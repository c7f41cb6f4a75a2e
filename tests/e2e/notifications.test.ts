import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";

let hub: Hub;
let browser: Browser;
let number: string;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  number = (await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Bel de bakker" })).task?.number ?? "";
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const live = (page: Page) => page.locator('.connection[data-state="live"]:visible').waitFor();
const bell = (page: Page) => page.locator(".bell:visible");
async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${hub.url}/zuidwest/${address}`);
  await live(page);
}

test("NT-06 a mention is completed while typing, stands as a chip, reaches every device live, and opens its task", async () => {
  await using writer = await visit(browser, hub, "fenna");
  await using onPhone = await visit(browser, hub, "demi", { viewport: phone });
  await using onDesk = await visit(browser, hub, "demi");
  await open(onPhone.page, "vandaag");
  await open(onDesk.page, "meldingen");
  const readAll = onDesk.page.getByRole("button", { name: "Alles gelezen" });
  await onDesk.page.locator(".inbox-day, .state").first().waitFor();
  if (await readAll.isVisible()) await readAll.click();
  await bell(onPhone.page)
    .and(onPhone.page.getByRole("link", { name: "Meldingen", exact: true }))
    .waitFor();
  await open(writer.page, `taken/${number}`);
  const box = writer.page.locator(".say textarea");
  await box.fill("Dag @demi");
  await writer.page.locator(".mention-list button").first().click();
  await box.press("Control+Enter");
  await writer.page.locator(".comment .markdown mark", { hasText: "@Demi" }).waitFor();
  await bell(onPhone.page)
    .and(onPhone.page.getByRole("link", { name: "Meldingen, 1 nieuw" }))
    .waitFor();
  await onDesk.page.locator(".inbox-row[data-unread]", { hasText: number }).waitFor();
  await bell(onPhone.page).click();
  await onPhone.page.getByRole("link", { name: new RegExp(`^${number} Bel de bakker`) }).click();
  await onPhone.page.waitForURL(`**/taken/${number}`);
  await onPhone.page.getByRole("heading", { name: "Bel de bakker" }).waitFor();
  await bell(onDesk.page)
    .and(onDesk.page.getByRole("link", { name: "Meldingen", exact: true }))
    .waitFor();
  await onDesk.page.locator(".inbox-row:not([data-unread])", { hasText: number }).waitFor();
  expect([...writer.problems, ...onPhone.problems, ...onDesk.problems]).toEqual([]);
});

test("NT-07 axe finds nothing on the notifications, and nothing scrolls sideways at 320 px", async () => {
  await using reader = await visit(browser, hub, "demi");
  for (const size of [{ width: 1440, height: 900 }, phone]) {
    await reader.page.setViewportSize(size);
    await open(reader.page, "meldingen");
    await reader.page.locator(".inbox-row").first().waitFor();
    expect(await axeFindings(reader.page)).toEqual([]);
    if (process.env["WIJKBORD_SHOTS"]) await reader.page.screenshot({ path: `${process.env["WIJKBORD_SHOTS"]}/meldingen-${size.width}.png` });
  }
  await reader.page.setViewportSize({ width: 320, height: 700 });
  expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
