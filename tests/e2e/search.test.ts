import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { openBoard } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const palette = (page: Page) => page.getByRole("dialog", { name: "Zoek of doe iets" });
const option = (page: Page, name: RegExp) => palette(page).getByRole("option", { name });

async function newTask(title: string, more: Record<string, unknown> = {}) {
  const program = await Client.as(hub.url, "loes");
  const board = await boardCalled(program, "Moerwijk");
  const { task } = await change(program, "createTask", "CreateTaskInput", { boardId: board.id, title, ...more });
  if (!task) throw new Error("No task was made.");
  return task;
}

test("SE-20 Ctrl K finds a task by text, number and slip of the finger, and Enter opens it; Escape gives the focus back", async () => {
  const task = await newTask("Regenton plaatsen bij de school", { description: "De conciërge bewaart de sleutel van de kelderbox." });
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub);
  const { keyboard } = page;
  await page.getByRole("button", { name: "Zoek of doe iets" }).focus();
  await keyboard.press("Enter");
  await palette(page).waitFor();
  await keyboard.press("Escape");
  await palette(page).waitFor({ state: "detached" });
  await page.waitForFunction(() => document.activeElement?.classList.contains("search-open"));
  for (const text of ["kelderboxen", "regentonen", task.number.toLowerCase(), "regetnon"]) {
    await keyboard.press("Control+k");
    await palette(page).waitFor();
    await keyboard.type(text);
    await option(page, new RegExp(task.number)).waitFor();
    await keyboard.press("Escape");
  }
  await keyboard.press("Control+k");
  await palette(page).waitFor();
  await keyboard.type("kelderbox");
  const found = option(page, new RegExp(task.number));
  await found.waitFor();
  expect(await found.locator("mark").allTextContents()).toContain("kelderbox");
  await page.waitForFunction(() => document.querySelector('[role="combobox"]')?.getAttribute("aria-activedescendant")?.includes("TASK"));
  await keyboard.press("Enter");
  await page.waitForURL(`${hub.url}/zuidwest/taken/${task.number}`);
  await page.getByRole("heading", { name: "Regenton plaatsen bij de school" }).first().waitFor();
  await keyboard.press("Control+k");
  await option(page, new RegExp(`^${task.number}`)).waitFor();
  expect(visited.problems).toEqual([]);
});

test("SE-21 acts and places are found by Dutch and by English words", async () => {
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub);
  const { keyboard } = page;
  const choose = async (words: string) => {
    await keyboard.press("Control+k");
    await palette(page).waitFor();
    await keyboard.type(words);
    await keyboard.press("Enter");
    await palette(page).waitFor({ state: "detached" });
  };
  await choose("board morgen");
  await page.waitForURL(`${hub.url}/zuidwest/bord/morgenstond`);
  await choose("donkere");
  await page.waitForFunction(() => document.documentElement.dataset["theme"] === "dark");
  await choose("light appear");
  await page.waitForFunction(() => document.documentElement.dataset["theme"] === "light");
  await choose("nieuwe taak");
  await page.getByRole("form").waitFor();
  await keyboard.press("Escape");
  await page.getByRole("form").waitFor({ state: "detached" });
  await choose("english");
  await page.waitForURL(/\/en\/zuidwest\/bord\/morgenstond/);
  await keyboard.press("Control+k");
  await page.getByRole("dialog", { name: "Search or do something" }).waitFor();
  await keyboard.type("nederl");
  await keyboard.press("Enter");
  await page.waitForURL(`${hub.url}/zuidwest/bord/morgenstond`);
  expect(visited.problems).toEqual([]);
});

test("SE-22 ? shows the keys, G with a letter goes, to the neighbourhood that was open last on this device too, and single letters can be switched off while Ctrl K stays", async () => {
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub);
  const { keyboard } = page;
  await keyboard.press("g");
  await keyboard.press("a");
  await page.waitForURL(`${hub.url}/zuidwest/afspraken`);
  await page.reload();
  await page.locator("main h1").waitFor();
  await keyboard.press("g");
  await keyboard.press("b");
  await page.waitForURL(/\/zuidwest\/bord\/moerwijk/);
  await page.locator(".task-card").first().waitFor();
  await keyboard.press("Shift+?");
  const sheet = page.getByRole("dialog", { name: "Sneltoetsen" });
  await sheet.getByText("Taak verplaatsen").waitFor();
  await sheet.getByRole("checkbox", { name: /Letters werken als sneltoets/ }).uncheck();
  await keyboard.press("Escape");
  await sheet.waitFor({ state: "detached" });
  await keyboard.press("n");
  await keyboard.press("Shift+?");
  await keyboard.press("Control+k");
  await palette(page).waitFor();
  expect(await page.getByRole("form").count()).toBe(0);
  expect(await sheet.count()).toBe(0);
  await keyboard.press("Escape");
  await page.getByRole("button", { name: /Menu van Demi/ }).click();
  await page.getByRole("menuitemradio", { name: "Letters en Ctrl-toetsen" }).click();
  await keyboard.press("n");
  await page.getByRole("form").waitFor();
  expect(visited.problems).toEqual([]);
});

test("SE-23 what another organisation keeps internal is not found in the browser, and only numbers stay on the device", async () => {
  const program = await Client.as(hub.url, "demi");
  const board = await boardCalled(program, "Moerwijk");
  const { task } = await change(program, "createTask", "CreateTaskInput", { boardId: board.id, title: "Zilvermeeuw intern", visibility: "ORGANISATION" });
  await using own = await visit(browser, hub, "demi");
  await openBoard(own.page, hub);
  await own.page.keyboard.press("Control+k");
  await palette(own.page).waitFor();
  await own.page.keyboard.type("zilvermeeuw");
  await option(own.page, /Zilvermeeuw/).click();
  await own.page.waitForURL(`${hub.url}/zuidwest/taken/${task?.number}`);
  await own.page.waitForFunction((number) => JSON.stringify({ ...localStorage }).includes(number), task?.number ?? "?");
  const kept = await own.page.evaluate(() => JSON.stringify({ ...localStorage }));
  expect(kept).not.toContain("Zilvermeeuw");
  await using other = await visit(browser, hub, "rachid");
  await openBoard(other.page, hub);
  await other.page.keyboard.press("Control+k");
  await palette(other.page).waitFor();
  await other.page.keyboard.type("zilvermeeuw");
  await palette(other.page).getByText("Niets gevonden voor “zilvermeeuw”").waitFor();
});

test.each([
  ["desktop", { viewport: { width: 1440, height: 900 } }],
  ["dark", { viewport: { width: 1440, height: 900 }, colorScheme: "dark" as const }],
  ["phone", { viewport: phone }],
])("SE-24 axe finds nothing on the palette and the keys: %s", async (_name, options) => {
  await using visited = await visit(browser, hub, "demi", options);
  const { page } = visited;
  await openBoard(page, hub);
  await page.getByRole("button", { name: "Zoek of doe iets" }).click();
  await option(page, /Procesafspraken/).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.type("energie");
  await option(page, /ZW-\d+/)
    .first()
    .waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  await page.keyboard.press("Control+a");
  await page.keyboard.type("sneltoetsen");
  await option(page, /^Sneltoetsen/).click();
  await page.getByRole("dialog", { name: "Sneltoetsen" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(visited.problems).toEqual([]);
});
