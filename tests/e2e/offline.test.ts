import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard, type TestTask } from "../harness/board.ts";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { card, cardIn, openBoard } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function newTask(client: Client, board: TestBoard, title: string): Promise<TestTask> {
  const { task } = await change(client, "createTask", "CreateTaskInput", { boardId: board.id, title });
  if (!task) throw new Error("No task was made.");
  return task;
}
const found = async (client: Client, id: string) =>
  (
    await client.run<{ task: { title: string; dueOn: string | null; priority: string; commentCount: number } }>(
      `query T($id: ID!) { task(id: $id) { title dueOn priority commentCount } }`,
      { id },
    )
  ).task;
const waiting = (page: Page, count: RegExp) => page.getByRole("button", { name: count });
const openTask = async (page: Page, number: string) => {
  await openBoard(page, hub, `/zuidwest/taken/${number}`);
  await page.getByRole("heading", { name: "Planning", exact: true }).waitFor();
};
async function rename(page: Page, title: string): Promise<void> {
  await page.getByRole("button", { name: "Wijzig de titel" }).click();
  await page.getByRole("textbox", { name: "Titel" }).fill(title);
  await page.keyboard.press("Enter");
}

test("OFF-04 what is done without a connection waits in sight, survives, and goes to the board in order", async () => {
  const program = await Client.as(hub.url, "loes");
  const task = await newTask(program, await boardCalled(program, "Moerwijk"), "Tuin opruimen");
  await using first = await visit(browser, hub, "demi");
  await using second = await visit(browser, hub, "rachid");
  const { page } = first;
  await openBoard(second.page, hub);
  await openTask(page, task.number);
  await page.waitForFunction(() => performance.getEntriesByType("resource").some(({ name }) => name.includes("/WaitingDialog-")));
  await first.context.setOffline(true);
  await page.getByText(/Geen verbinding, stand van/).waitFor();
  await rename(page, "Tuin en schuur opruimen");
  await waiting(page, /^1 wijziging wacht$/).waitFor();
  await rename(page, "Tuin, schuur en stoep opruimen");
  await card(page, task.number).hover();
  await page.getByRole("button", { name: `${task.number} klaar melden` }).click();
  await cardIn(page, "Klaar", task.number).getByText("wacht op verbinding").waitFor();
  await page.getByRole("textbox", { name: "Schrijf een reactie voor alle partners" }).fill("Toch niet");
  await page.getByRole("button", { name: "Plaatsen" }).click();
  await waiting(page, /^4 wijzigingen wachten$/).waitFor();
  await page.getByRole("button", { name: "Bekijk wat wacht" }).click();
  await page.getByRole("dialog", { name: "Wijzigingen die wachten" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByRole("button", { name: /Laat vallen: Reactie/ }).click();
  await page.keyboard.press("Escape");
  expect((await found(program, task.id)).title).toBe("Tuin opruimen");

  await first.context.setOffline(false);
  await cardIn(second.page, "Klaar", task.number).getByText("Tuin, schuur en stoep opruimen").waitFor();
  await page.locator(".toast").getByText("3 wijzigingen alsnog op het bord gezet").waitFor();
  await waiting(page, /wacht/).waitFor({ state: "detached" });
  expect(await found(program, task.id)).toMatchObject({ title: "Tuin, schuur en stoep opruimen", commentCount: 0 });
});

test("OFF-05 a conflict shows both versions, and other fields of one group merge; nothing is overwritten silently", async () => {
  const program = await Client.as(hub.url, "loes");
  const task = await newTask(program, await boardCalled(program, "Moerwijk"), "Ramen wassen");
  await using visited = await visit(browser, hub, "demi", { viewport: phone });
  const { page, context } = visited;
  await openTask(page, task.number);
  await context.setOffline(true);
  await page.getByText(/Geen verbinding, stand van|Opnieuw verbinden/).waitFor();
  await rename(page, "Ramen en deuren wassen");
  await page.locator('.planning input[type="date"]').fill("2027-05-01");
  await page.locator('.planning input[type="date"]').blur();
  await waiting(page, /^2 wijzigingen wachten$/).waitFor();
  await change(program, "updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: task.version, title: "Ramen lappen", priority: "HIGH" });
  await context.setOffline(false);
  await waiting(page, /^1 wijziging past niet meer$/).waitFor();
  await page.getByRole("button", { name: "Bekijk wat wacht" }).click();
  const dialog = page.getByRole("dialog", { name: "Wijzigingen die wachten" });
  await dialog.getByText("“Ramen en deuren wassen”", { exact: true }).waitFor();
  await dialog.getByText("“Ramen lappen”", { exact: true }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect((await found(program, task.id)).title).toBe("Ramen lappen");
  await dialog.getByRole("button", { name: "Neem die van jou" }).click();
  await dialog.getByText("Iemand anders veranderde intussen iets anders aan deze taak. Allebei kan blijven.").waitFor();
  await dialog.getByRole("button", { name: "Voeg samen" }).click();
  await dialog.getByText("Er wacht niets meer. Alles staat op het bord.").waitFor();
  expect(await found(program, task.id)).toMatchObject({ title: "Ramen en deuren wassen", dueOn: "2027-05-01", priority: "HIGH" });
});

test("OFF-06 loaded again without a connection, the board still opens, says how old it is, and keeps what waits", async () => {
  const program = await Client.as(hub.url, "loes");
  const task = await newTask(program, await boardCalled(program, "Moerwijk"), "Lampen vervangen");
  await using visited = await visit(browser, hub, "demi");
  const { page, context } = visited;
  await openTask(page, task.number);
  await page.waitForFunction(async (number) => {
    const shell = await (await caches.open("wijkbord-shell")).keys();
    const answers = await (await caches.open("wijkbord-answers")).keys();
    return shell.some(({ url }) => url.includes("TaskPanel")) && answers.some(({ url }) => url.includes("/TaskPanel?")) && number !== "";
  }, task.number);
  await context.setOffline(true);
  await page.reload();
  await page.getByText(/Geen verbinding, stand van \d+\.\d\d/).waitFor();
  await page.getByRole("heading", { name: "Planning", exact: true }).waitFor();
  await rename(page, "Lampen en zekeringen vervangen");
  await waiting(page, /^1 wijziging wacht$/).waitFor();
  await page.reload();
  await waiting(page, /^1 wijziging wacht$/).waitFor();
  await context.setOffline(false);
  await waiting(page, /wacht/).waitFor({ state: "detached" });
  expect((await found(program, task.id)).title).toBe("Lampen en zekeringen vervangen");
});
