import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { historyOf, taskNow } from "../harness/work.ts";
import { card, openBoard } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;
let program: Client;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
  program = await Client.as(hub.url, "fenna");
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function newTask(title: string, more: Record<string, unknown> = {}, by = program) {
  const { task } = await change(by, "createTask", "CreateTaskInput", { boardId: (await boardCalled(by, "Moerwijk")).id, title, ...more });
  if (!task) throw new Error("No task was made.");
  return task;
}
const toast = (page: Page) => page.locator(".toast");
const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
const views = (page: Page, name = "Weergaven") => page.getByRole("button", { name, exact: true });
async function pick(page: Page, item: string): Promise<void> {
  await page.getByRole("menuitem", { name: item }).click();
}

test.each([
  ["1440", desk],
  ["390", phone],
])("B1-02 a view that is kept and shared opens by its link in a second browser, follows its name, and is the usual one: %s", async (width, viewport) => {
  const task = await newTask(`Zonnescherm ${width}`, { dueOn: "2020-01-31" });
  await using first = await visit(browser, hub, "fenna", { viewport });
  await using second = await visit(browser, hub, "rachid", { viewport });
  const { page } = first;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&zoek=zonnescherm ${width}&klaar=te-laat&sorteer=-titel`);
  await page.getByRole("link", { name: new RegExp(`^${task.number} `) }).waitFor();
  await views(page).click();
  await pick(page, "Bewaar deze weergave…");
  const dialog = page.getByRole("dialog", { name: "Bewaar deze weergave" });
  await dialog.getByRole("button", { name: "Bewaren" }).click();
  await dialog.getByText("Geef de weergave een naam.").waitFor();
  await dialog.getByRole("textbox", { name: "Naam" }).fill(`Te laat ${width}`);
  await dialog.getByLabel(/Voor iedereen/).check();
  expect(await axeFindings(page)).toEqual([]);
  await dialog.getByRole("button", { name: "Bewaren" }).click();
  await page.waitForURL(/\?weergave=[0-9a-f-]{36}$/);
  await second.page.goto(page.url());
  await second.page.locator('th[aria-sort="descending"]').getByText("Titel").waitFor();
  await second.page.getByRole("link", { name: new RegExp(`^${task.number} `) }).waitFor();
  expect(await second.page.locator(".task-table tbody tr").count()).toBe(1);
  await views(page, `Weergave: Te laat ${width}`).click();
  await pick(page, "Weergaven beheren…");
  const manage = page.getByRole("dialog", { name: "Weergaven beheren" });
  await manage.getByLabel(`Naam van Te laat ${width}`).fill(`Op tijd ${width}`);
  await manage.getByLabel(`Naam van Te laat ${width}`).blur();
  await views(second.page, `Weergave: Op tijd ${width}`).waitFor();
  await manage.getByLabel(`Het bord opent voor iedereen met Op tijd ${width}`).check();
  await manage.locator("input:checked").waitFor();
  expect([await axeFindings(page), await sideways(page)]).toEqual([[], false]);
  await second.page.goto(`${hub.url}/zuidwest/bord/moerwijk`);
  await views(second.page, `Weergave: Op tijd ${width}`).waitFor();
  await manage.getByRole("button", { name: `Op tijd ${width} weggooien` }).click();
  await manage.getByRole("button", { name: "Echt weggooien" }).click();
  await page.waitForURL(/bord\/moerwijk$/);
  await toast(second.page).getByText("Deze weergave bestaat niet meer of is niet voor jou. Je ziet het hele bord.").waitFor();
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("IE-02 by F2 and by pointer a task is edited where it stands; other fields merge, one field that both wrote is a choice, and what was typed stays", async () => {
  const task = await newTask("Hek verven");
  await using visited = await visit(browser, hub, "demi");
  await using watching = await visit(browser, hub, "rachid");
  const { page } = visited;
  await openBoard(watching.page, hub, "/zuidwest/bord/moerwijk?weergave=bord&zoek=hek");
  await openBoard(page, hub, "/zuidwest/bord/moerwijk?weergave=bord&zoek=hek");
  const form = page.getByRole("form", { name: `${task.number} aanpassen` });
  const link = page.getByRole("link", { name: new RegExp(`^${task.number} `) });
  await link.focus();
  await page.keyboard.press("F2");
  await form.getByLabel("Titel").fill("Hek groen verven");
  await card(watching.page, task.number).getByText("Demi bewerkt dit").waitFor();
  await change(program, "updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: 99, dueOn: "2027-05-01" });
  expect(await axeFindings(page)).toEqual([]);
  await page.keyboard.press("Enter");
  await form.waitFor({ state: "detached" });
  expect(await taskNow(program, task.id)).toMatchObject({ title: "Hek groen verven" });
  await page.waitForFunction((number) => document.activeElement?.getAttribute("aria-label")?.startsWith(number), task.number);
  await card(page, task.number).hover();
  await page.getByRole("button", { name: `${task.number} hier aanpassen` }).click();
  await form.getByLabel("Titel").fill("Hek blauw verven");
  await page.reload();
  await link.focus();
  await page.keyboard.press("e");
  await form.getByText("Je was hier al mee bezig.").waitFor();
  await change(program, "updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: 99, title: "Hek rood verven" });
  await card(watching.page, task.number).getByText("Hek rood verven").waitFor();
  await form.getByRole("button", { name: "Bewaren" }).click();
  await form.getByText("Titel is nu: Hek rood verven").waitFor();
  expect((await taskNow(program, task.id)).title).toBe("Hek rood verven");
  await form.getByRole("button", { name: "Toch die van mij" }).click();
  await card(watching.page, task.number).getByText("Hek blauw verven").waitFor();
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&zoek=hek`);
  await link.focus();
  await page.keyboard.press("F2");
  await form.getByLabel("Klaar op").fill("2027-06-01");
  await form.getByLabel("Hoe dringend").selectOption("HIGH");
  await page.keyboard.press("Enter");
  await page
    .locator(".task-table")
    .getByText(/^1 jun/)
    .waitFor();
  expect([...visited.problems, ...watching.problems]).toEqual([]);
});

test("VW-10 CP-02 a bulk act is undone in one act, each task by its own event; a selection is copied with links, and what is internal only after asking", async () => {
  const tasks = [await newTask("Kratje een"), await newTask("Kratje twee")];
  const hidden = await newTask("Kratje geheim", { visibility: "ORGANISATION" });
  await using visited = await visit(browser, hub, "fenna", { permissions: ["clipboard-read", "clipboard-write"] });
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&zoek=kratje`);
  await page.getByRole("checkbox", { name: "Alle taken kiezen" }).check();
  const bar = page.getByRole("region", { name: "3 taken gekozen" });
  await bar.getByRole("button", { name: "Kopieer voor Teams of mail" }).click();
  const ask = page.getByRole("dialog", { name: "Er zit een interne taak bij" });
  expect(await axeFindings(page)).toEqual([]);
  await ask.getByRole("button", { name: "Zonder interne taken" }).click();
  await toast(page).getByText("2 taken gekopieerd. Plak het in Teams of mail. 1 interne taak is niet meegenomen.").waitFor();
  const copied = () =>
    page.evaluate(async () => {
      const [item] = await navigator.clipboard.read();
      const read = async (type: string) => (await item?.getType(type))?.text() ?? "";
      return [await read("text/plain"), await read("text/html")] as const;
    });
  for (const text of await copied()) {
    expect(text).toContain(`${hub.url}/zuidwest/taken/${tasks[0]?.number}`);
    expect(text).not.toContain("geheim");
  }
  await bar.getByRole("button", { name: "Kopieer voor Teams of mail" }).click();
  await ask.getByRole("button", { name: "Ook interne taken, met vermelding" }).click();
  await toast(page).getByText("3 taken gekopieerd").waitFor();
  expect((await copied())[0]).toMatch(/Kratje geheim\n {2}Alleen voor /);
  await page.getByRole("checkbox", { name: `${hidden.number} kiezen` }).uncheck();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
  const two = page.getByRole("region", { name: "2 taken gekozen" });
  await two.getByLabel("Verplaats naar").selectOption({ label: "Bezig" });
  await two.getByRole("button", { name: "Doen" }).click();
  await toast(page).getByText("2 taken aangepast").waitFor();
  await page.keyboard.press("z");
  await toast(page).getByText("2 taken teruggezet").waitFor();
  for (const { id } of tasks) {
    const [undone, moved] = await historyOf(program, id);
    expect([undone?.undoes, moved?.type]).toEqual([moved?.id, "TASK_MOVED"]);
  }
  expect(visited.problems).toEqual([]);
});

test("H-07 LIVE-03 a task is set to repeat weekly and Klaar makes the next one; what others do is read out by the policy, and paused", async () => {
  const task = await newTask("Koffieochtend", { dueOn: "2027-01-04" });
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub, `/zuidwest/taken/${task.number}?weergave=bord&zoek=koffieochtend`);
  await page.getByLabel("Herhaalt").selectOption({ label: "Elke week" });
  await page.getByText("Bij Klaar komt de volgende op het bord").waitFor();
  await page.evaluate(() => {
    const region = document.querySelector("#live-polite");
    const heard: string[] = [];
    Object.assign(window, { heard });
    if (region) new MutationObserver(() => heard.push(region.textContent)).observe(region, { childList: true, characterData: true, subtree: true });
  });
  const hears = (text: string) => page.waitForFunction((wanted) => String(Reflect.get(window, "heard")).includes(wanted), text);
  const about = async (text: string, dueOn: string) => {
    await change(program, "updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: 99, dueOn });
    await hears(text);
  };
  await about(`1 wijziging aan ${task.number} door Fenna`, "2027-01-11");
  await page.keyboard.press("Escape");
  await page.waitForURL(/\/bord\//);
  await page.getByRole("button", { name: "Pauzeer het voorlezen van wat anderen doen" }).click();
  await hears("Wat anderen doen wordt niet meer voorgelezen");
  await page.getByRole("button", { name: "Hervat het voorlezen van wat anderen doen" }).click();
  await card(page, task.number).hover();
  await page.getByRole("button", { name: `${task.number} klaar melden` }).click();
  await page.waitForFunction(() => document.querySelectorAll(".task-card").length === 2);
  const next = (await boardCalled(program, "Moerwijk")).tasks.find(({ id, title }) => title === "Koffieochtend" && id !== task.id);
  await card(page, next?.number ?? "").waitFor();
  expect(visited.problems).toEqual([]);
});

test.each([
  ["1440", desk, ".task-list"],
  ["390", phone, "html"],
])("VW-11 back shows the list with its filters, as far as it was scrolled: %s", async (_name, viewport, scrolled) => {
  await using visited = await visit(browser, hub, "demi", { viewport });
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=lijst&sorteer=titel`);
  await page.locator(".task-table tbody tr").nth(20).waitFor();
  const reached = (top: number) =>
    page.waitForFunction(([place, at]) => Math.abs((document.querySelector(String(place))?.scrollTop ?? 0) - Number(at)) < 3, [scrolled, top]);
  await page.evaluate((place) => document.querySelector(place)?.scrollTo({ top: 400, behavior: "instant" }), scrolled);
  await reached(400);
  await page.getByRole("link", { name: "Vandaag" }).locator("visible=true").first().click();
  await page.waitForURL(/vandaag/);
  await page.locator(".task-table").waitFor({ state: "detached" });
  await page.goBack();
  await page.waitForURL(/weergave=lijst&sorteer=titel/);
  await page.locator(".task-table tbody tr").nth(20).waitFor();
  await reached(400);
  expect(visited.problems).toEqual([]);
});

test("BAD-01 scripts, other directions, endless words, early and late dates, a large paste, two tabs and a clock that is off break nothing", async () => {
  const titles = ["<img src=x onerror=document.title='stuk'>", "x".repeat(140), "🏡 مرحبا بالعالم \u202Eomgekeerd", "W".repeat(120)];
  for (const [index, title] of titles.entries()) await newTask(title, { dueOn: index % 2 ? "9999-12-31" : "1900-01-01", description: "woord".repeat(60) });
  await using visited = await visit(browser, hub, "demi", { viewport: { width: 320, height: 700 }, permissions: ["clipboard-read", "clipboard-write"] });
  const { page, context } = visited;
  await context.clock.install({ time: Date.now() + 3_600_000 });
  for (const view of ["bord", "partner", "lijst"]) {
    await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=${view}`);
    await page.locator("[data-task]").first().waitFor();
    expect(await sideways(page), view).toBe(false);
  }
  expect(await page.title()).not.toContain("stuk");
  await page.locator('.connection[data-state="live"]:visible').waitFor();
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?nieuw&weergave=00000000-0000-7000-8000-000000000000&zoek=${"z".repeat(2_000)}`);
  await toast(page).getByText("Deze weergave bestaat niet meer").waitFor();
  const tab = await context.newPage();
  await openBoard(tab, hub, "/zuidwest/bord/moerwijk?weergave=bord&nieuw");
  const field = tab.getByRole("form").getByLabel("Titel");
  await field.click();
  await tab.evaluate(() => navigator.clipboard.writeText("plak ".repeat(2_000_000)));
  await tab.keyboard.press("Control+V");
  expect((await field.inputValue()).length).toBe(140);
  await tab.keyboard.press("Enter");
  await toast(tab)
    .getByText(/staat nu in|staat in/)
    .waitFor();
  expect(visited.problems).toEqual([]);
});

test("TP-03 a task is kept as a template, begins another one, and is managed in the settings", async () => {
  const task = await newTask("Buurtbarbecue", { description: "Samen eten" });
  await using visited = await visit(browser, hub, "fenna");
  const { page } = visited;
  await openBoard(page, hub, `/zuidwest/taken/${task.number}?weergave=bord&zoek=buurtbarbecue`);
  await page.getByRole("button", { name: "Meer met deze taak" }).click();
  await pick(page, "Bewaar als sjabloon…");
  await page.getByRole("dialog", { name: "Bewaar deze taak als sjabloon" }).getByRole("button", { name: "Bewaren" }).click();
  await toast(page).getByText("Sjabloon Buurtbarbecue bewaard").waitFor();
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?weergave=bord&zoek=buurtbarbecue&nieuw`);
  await page.getByLabel("Begin met een sjabloon").selectOption({ label: "Buurtbarbecue" });
  await page.getByRole("form").getByLabel("Titel").press("Enter");
  await page.waitForFunction(() => document.querySelectorAll(".task-card").length > 1);
  await page.goto(`${hub.url}/zuidwest/instellingen?deel=plan`);
  await page.getByRole("button", { name: "Sjabloon Buurtbarbecue weggooien" }).click();
  await page.getByRole("button", { name: "Echt weggooien" }).click();
  await page.getByText("Er zijn nog geen sjablonen.").waitFor();
  expect(visited.problems).toEqual([]);
});
