import { readFile } from "node:fs/promises";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { act, selfOf, taskIn, taskNow } from "../harness/work.ts";
import { card, openBoard } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const row = (page: Page, number: string) => page.locator(".task-table tbody tr").filter({ has: page.getByRole("link", { name: new RegExp(`^${number} `) }) });
const numbers = (page: Page) => page.locator('.task-table tbody td[data-column="number"]').allTextContents();
const shown = (page: Page) => page.locator(".page-heading > span").textContent();

async function program(title: string, more: Record<string, unknown> = {}) {
  const client = await Client.as(hub.url, "fenna");
  const board = await boardCalled(client, "Moerwijk");
  const { task } = await change(client, "createTask", "CreateTaskInput", { boardId: board.id, title, ...more });
  if (!task) throw new Error("No task was made.");
  return { client, board, task };
}

test("VW-03 bord, per partner and lijst stand in the address, keep the filters, and back returns", async () => {
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub, "/zuidwest/bord/moerwijk?mijn");
  const count = await shown(page);
  await page.getByRole("button", { name: "Per partner", exact: true }).click();
  await page.waitForURL(/weergave=partner/);
  await page.getByRole("group", { name: "Partners" }).locator(".task-card").first().waitFor();
  expect(await shown(page)).toBe(count);
  await page.getByRole("button", { name: "Lijst", exact: true }).click();
  await page.waitForURL(/weergave=lijst/);
  await page.locator(".task-table tbody tr").first().waitFor();
  expect(new URL(page.url()).searchParams.has("mijn")).toBe(true);
  expect(await shown(page)).toBe(count);
  await page.locator(".task-table .card-link").first().click();
  await page.waitForURL(/\/taken\/ZW-\d+\?.*weergave=lijst/);
  await page.goBack();
  await page.goBack();
  await page.waitForURL(/weergave=partner/);
  await using second = await visit(browser, hub, "rachid");
  await second.page.goto(`${hub.url}/en/zuidwest/bord/moerwijk?weergave=lijst&sorteer=-titel`);
  await second.page.locator('th[aria-sort="descending"]').getByText("Title").waitFor();
  expect([...visited.problems, ...second.problems]).toEqual([]);
});

/** Waits until the board shows this many cards: filters are applied after the address. */
const shows = (page: Page, count: number) => page.waitForFunction((wanted) => document.querySelectorAll(".task-card").length === wanted, count);

test("VW-04 filters add up, by text, label and date too, and an address with unknown filters breaks nothing", async () => {
  const { client, board, task } = await program("Parasols uitlenen bij warm weer", { dueOn: "2020-01-31" });
  const other = await program("Parasols wassen");
  const label = (await act(client, "createLabel", { coalitionId: (await selfOf(client)).coalitionId, name: "Hitteplan" })).label;
  for (const id of [task.id, other.task.id]) taskIn(await act(client, "addTaskLabel", { taskId: id, labelId: label?.id }));
  expect(board.id).toBe(other.board.id);
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub);
  await page.keyboard.press("/");
  await page.keyboard.type("parasol");
  await card(page, other.task.number).waitFor();
  await page.waitForURL(/zoek=parasol/);
  await shows(page, 2);
  await page.getByRole("button", { name: "Klaar op", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Te laat" }).click();
  await card(page, other.task.number).waitFor({ state: "detached" });
  await shows(page, 1);
  await page.getByRole("button", { name: "Label", exact: true }).click();
  await page.getByRole("menuitemradio", { name: "Hitteplan" }).click();
  await page.waitForURL(new RegExp(`label=${label?.id}`));
  const address = page.url();
  await using second = await visit(browser, hub, "rachid");
  await second.page.goto(address);
  await card(second.page, task.number).waitFor();
  await shows(second.page, 1);
  await page.getByRole("button", { name: "Filters wissen" }).click();
  await card(page, other.task.number).waitFor();
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=kubus&label=weg&thema=weg&klaar=ooit`);
  await page.getByRole("button", { name: "Label: verwijderd label" }).waitFor();
  await page.getByText("Geen taken met deze filters").waitFor();
  expect([...visited.problems, ...second.problems]).toEqual([]);
});

test("VW-05 the list sorts by every column, shows what was cancelled, and is saved as a safe file", async () => {
  const { client, task } = await program("=1+1;gevaar", { dueOn: "2027-02-03" });
  const gone = await program("Toch niet door laten gaan");
  taskIn(await act(client, "cancelTask", { id: gone.task.id, expectedVersion: 99, reason: "niet nodig" }));
  await using visited = await visit(browser, hub, "fenna");
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst`);
  await row(page, gone.task.number).getByText("Vervallen").waitFor();
  for (const column of ["Titel", "Stand", "Trekker", "Doet", "Klaar op", "Thema", "Nog te regelen", "Nummer"]) {
    const head = page.getByRole("columnheader", { name: column, exact: true });
    const first = await numbers(page);
    await head.getByRole("button").click();
    await page.waitForFunction((name) => [...document.querySelectorAll("th[aria-sort=ascending]")].some((each) => each.textContent === name), column);
    const up = await numbers(page);
    await head.getByRole("button").click();
    await page.waitForFunction((name) => [...document.querySelectorAll("th[aria-sort=descending]")].some((each) => each.textContent === name), column);
    expect([...up].toSorted()).toEqual([...first].toSorted());
    expect(await numbers(page), column).not.toEqual(up);
  }
  const days = await page.locator('.task-table tbody td[data-column="number"]').count();
  const [file] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Opslaan als CSV" }).click()]);
  const text = await readFile(await file.path(), "utf8");
  expect(text).toContain(`${task.number};"'=1+1;gevaar"`);
  expect(text.trimEnd().split("\r\n")).toHaveLength(days + 1);
  await act(client, "reopenTask", { id: gone.task.id, expectedVersion: 99, reason: "toch wel" });
  await row(page, gone.task.number).getByText("Te verdelen").waitFor();
  expect(visited.problems).toEqual([]);
});

test("VW-06 several tasks are moved, asked and labelled at once, by keyboard too", async () => {
  const made = [await program("Bankje een schuren"), await program("Bankje twee schuren"), await program("Bankje drie schuren")].map(({ task }) => task);
  await using visited = await visit(browser, hub, "fenna");
  await using watching = await visit(browser, hub, "rachid");
  const { page } = visited;
  await openBoard(watching.page, hub);
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&zoek=bankje`);
  await row(page, made[0]?.number ?? "").waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
  await page.getByRole("checkbox", { name: "Alle taken kiezen" }).focus();
  await page.keyboard.press("Space");
  const bar = page.getByRole("region", { name: "3 taken gekozen" });
  await bar.getByLabel("Verplaats naar").selectOption({ label: "Wacht op partner" });
  await bar.getByRole("button", { name: "Doen" }).click();
  await page.getByRole("dialog").getByLabel("Reden").fill("Schuurpapier besteld");
  await page.getByRole("dialog").getByRole("button", { name: "Verplaats" }).click();
  await page.locator(".toast").getByText("3 taken aangepast").waitFor();
  for (const { number } of made) await row(page, number).getByText("Wacht op partner").waitFor();
  await card(watching.page, made[2]?.number ?? "")
    .getByText("Schuurpapier besteld")
    .waitFor();
  await page.getByRole("checkbox", { name: `${made[1]?.number} kiezen` }).check();
  const one = page.getByRole("region", { name: "1 taak gekozen" });
  await one.getByLabel("Vraag een partner").selectOption({ label: "De Portiek" });
  await one.getByRole("button", { name: "Doen" }).click();
  await row(page, made[1]?.number ?? "")
    .locator('td[data-column="trekker"]')
    .getByText("De Portiek (gevraagd)")
    .waitFor();
  const { client, board } = await program("Bankje vier schuren");
  await act(client, "createLabel", { coalitionId: (await selfOf(client)).coalitionId, name: "Bankjes" });
  await page.reload();
  await page.getByRole("checkbox", { name: "Alle taken kiezen" }).check();
  const four = page.getByRole("region", { name: "4 taken gekozen" });
  await four.getByLabel("Label erbij").selectOption({ label: "Bankjes" });
  await four.getByRole("button", { name: "Doen" }).click();
  await page.locator(".toast").getByText("4 taken aangepast").waitFor();
  const { tasks } = await boardCalled(client, board.title);
  const labels = await Promise.all(
    tasks.filter(({ title }) => title.startsWith("Bankje")).map(async ({ id }) => (await taskNow(client, id)).labels.map(({ name }) => name)),
  );
  expect(labels).toEqual(Array.from({ length: 4 }, () => ["Bankjes"]));
  expect(visited.problems).toEqual([]);
});

test("B1-23 on a phone a task is made with the button below: title, partner and day, and others see it", async () => {
  await using visited = await visit(browser, hub, "demi", { viewport: phone, hasTouch: true });
  await using watching = await visit(browser, hub, "rachid");
  const { page } = visited;
  await openBoard(watching.page, hub);
  await openBoard(page, hub);
  await page.getByRole("link", { name: "Vandaag" }).tap();
  await page.getByRole("button", { name: "Taak toevoegen" }).tap();
  const form = page.getByRole("form");
  await form.getByLabel("Titel").fill("Plantenbak vullen");
  await form.getByLabel("Wie trekt?").selectOption({ label: "UWV" });
  await form.getByLabel("Klaar op").fill("2027-04-01");
  const save = form.getByRole("button", { name: "Toevoegen" });
  const size = await save.boundingBox();
  expect([Math.round(size?.height ?? 0) >= 44, await page.evaluate(() => document.documentElement.scrollWidth)]).toEqual([true, 390]);
  await save.tap();
  await page.getByRole("link", { name: /Plantenbak vullen/ }).waitFor();
  await watching.page.getByRole("link", { name: /Plantenbak vullen/ }).waitFor();
  expect(visited.problems).toEqual([]);
});

test("B1-24 on a phone several tasks of the list are moved at once, and put back in one act", async () => {
  const made = [await program("Fietsrek een zetten"), await program("Fietsrek twee zetten")].map(({ task }) => task);
  await using visited = await visit(browser, hub, "fenna", { viewport: phone, hasTouch: true });
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&zoek=fietsrek`);
  await row(page, made[1]?.number ?? "").waitFor();
  for (const { number } of made) await page.getByRole("checkbox", { name: `${number} kiezen` }).tap();
  const bar = page.getByRole("region", { name: "2 taken gekozen" });
  await bar.getByLabel("Verplaats naar").selectOption({ label: "Bezig" });
  await bar.getByRole("button", { name: "Doen" }).tap();
  for (const { number } of made) await row(page, number).getByText("Bezig").waitFor();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  await page.locator(".toast").getByRole("button", { name: "Ongedaan maken" }).tap();
  for (const { number } of made) await row(page, number).getByText("Te verdelen").waitFor();
  expect(visited.problems).toEqual([]);
});

test("VW-07 J and K go through the list, M moves and Enter opens", async () => {
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst`);
  await page.locator(".task-table tbody tr").first().waitFor();
  const [first, second] = await numbers(page);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  await page.keyboard.press("j");
  expect(await focused()).toMatch(new RegExp(`^${first} `));
  await page.keyboard.press("j");
  await page.waitForFunction((number) => document.activeElement?.getAttribute("aria-label")?.startsWith(number), `${second} `);
  await page.keyboard.press("k");
  await page.waitForFunction((number) => document.activeElement?.getAttribute("aria-label")?.startsWith(number), `${first} `);
  await page.keyboard.press("m");
  await page.getByRole("dialog", { name: `${first} verplaatsen` }).waitFor();
  await page.keyboard.press("Escape");
  await page.waitForFunction((number) => document.activeElement?.getAttribute("aria-label")?.startsWith(number), `${first} `);
  await page.keyboard.press("Enter");
  await page.waitForURL(new RegExp(`/taken/${first}`));
  expect(visited.problems).toEqual([]);
});

test("VW-09 a task that was begun stays on the device when the window closes, and is gone after signing out", async () => {
  await using visited = await visit(browser, hub, "demi");
  await openBoard(visited.page, hub, "/zuidwest/bord/moerwijk?nieuw");
  await visited.page.getByRole("form").getByLabel("Titel").fill("Half getypt");
  await visited.page.close();
  const page = await visited.context.newPage();
  await openBoard(page, hub, "/zuidwest/bord/moerwijk?nieuw");
  await page.waitForFunction(() => document.querySelector<HTMLInputElement>(".new-task input")?.value === "Half getypt");
  await page.getByRole("button", { name: /Menu van Demi/ }).click();
  await page.getByRole("menuitem", { name: "Afmelden", exact: true }).click();
  await page.getByRole("heading", { name: /Wie doet wat/ }).waitFor();
  expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain("Half getypt");
});
