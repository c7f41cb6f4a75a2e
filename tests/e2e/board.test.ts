import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestBoard, type TestTask } from "../harness/board.ts";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { looksOf, rounds } from "../harness/seeds.ts";
import { card, cardIn, column, openBoard, picture } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

/** A new task in the first column, made by a program. */
async function newTask(client: Client, board: TestBoard, title: string, more: Record<string, unknown> = {}): Promise<TestTask> {
  const { task } = await change(client, "createTask", "CreateTaskInput", { boardId: board.id, title, ...more });
  if (!task) throw new Error("No task was made.");
  return task;
}
const columnId = (board: TestBoard, state: string) => board.columns.find((each) => each.state === state)?.id ?? "";

async function moveByMenu(page: Page, number: string, to: string): Promise<void> {
  await card(page, number).hover();
  await page.getByRole("button", { name: `Verplaats ${number}` }).click();
  await page.getByRole("radio", { name: to }).check();
  await page.getByRole("button", { name: "Verplaats", exact: true }).click();
}

test("A2-01 a card moved in one browser stands in the other and in a program, without reload", async () => {
  const program = await Client.as(hub.url, "loes");
  const board = await boardCalled(program, "Moerwijk");
  const task = await newTask(program, board, "Ladder lenen van de buren");
  await using first = await visit(browser, hub, "demi");
  await using second = await visit(browser, hub, "rachid");
  await openBoard(first.page, hub);
  await openBoard(second.page, hub);
  const followed = program.follow(board.id, board.asOfSequence, (batches) =>
    batches.some(({ events }) => events.some(({ type, taskId }) => type === "TASK_MOVED" && taskId === task.id)),
  );
  await moveByMenu(first.page, task.number, "Bezig");
  await cardIn(second.page, "Bezig", task.number).waitFor();
  await card(second.page, task.number).getByText("net verplaatst door Demi").waitFor();
  await cardIn(first.page, "Bezig", task.number).waitFor();
  await followed;
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("B5-02 an open board at rest draws nothing: every animation ends", async () => {
  await using visited = await visit(browser, hub, "demi");
  await openBoard(visited.page, hub);
  await visited.page.waitForFunction(() => document.getAnimations().length === 0);
});

test("A2-02 by keyboard alone: create, assign, accept, move, undo", async () => {
  await using asking = await visit(browser, hub, "demi");
  await using asked = await visit(browser, hub, "rachid");
  await openBoard(asking.page, hub);
  await openBoard(asked.page, hub);
  const { keyboard } = asking.page;
  await keyboard.press("n");
  await asking.page.getByRole("form").waitFor();
  await keyboard.type("Lokaal zoeken voor de avondles");
  await keyboard.press("Tab");
  await keyboard.type("ROC");
  await keyboard.press("Enter");
  const made = asking.page.getByRole("link", { name: /Lokaal zoeken voor de avondles/ });
  await made.waitFor();
  await asking.page.waitForFunction(() => document.activeElement?.classList.contains("card-link"));
  const number = /ZW-\d+/.exec((await made.getAttribute("aria-label")) ?? "")?.[0] ?? "";
  await card(asking.page, number).getByText("wacht op bevestiging van ROC Haagkant").waitFor();

  const confirm = asked.page.getByRole("button", { name: `Bevestigen ${number}` });
  await confirm.focus();
  await asked.page.keyboard.press("Enter");
  await card(asking.page, number).getByRole("img", { name: "ROC Haagkant trekt" }).waitFor();

  await keyboard.press("m");
  await asking.page.getByRole("dialog").waitFor();
  await keyboard.press("ArrowDown");
  await keyboard.press("ArrowDown");
  await keyboard.press("Enter");
  await cardIn(asked.page, "Bezig", number).waitFor();
  await asking.page.waitForFunction((label) => document.activeElement?.getAttribute("aria-label")?.startsWith(label) ?? false, number);
  await keyboard.press("z");
  await cardIn(asked.page, "Te verdelen", number).waitFor();
  expect([...asking.problems, ...asked.problems]).toEqual([]);
});

test("A2-03 a cut says how old the board is, catches up and ends equal", async () => {
  const program = await Client.as(hub.url, "loes");
  const board = await boardCalled(program, "Morgenstond");
  const address = "/zuidwest/bord/morgenstond";
  await using cut = await visit(browser, hub, "demi");
  await using whole = await visit(browser, hub, "rachid");
  await openBoard(cut.page, hub, address);
  await openBoard(whole.page, hub, address);
  await cut.context.setOffline(true);
  const until = Date.now() + rounds(5, 30) * 1_000;
  await cut.page.getByText(/Geen verbinding, stand van \d+\.\d\d/).waitFor();
  const task = await newTask(program, board, "Sleutels ophalen");
  for (const { id, version } of board.tasks.slice(0, 3)) {
    await change(program, "moveTask", "MoveTaskInput", { id, columnId: columnId(board, "DONE"), afterTaskId: null, expectedVersion: version });
  }
  await card(whole.page, task.number).waitFor();
  await cut.page.waitForFunction((end) => Date.now() >= end, until, { timeout: 60_000 });
  expect(await card(cut.page, task.number).count()).toBe(0);
  await cut.context.setOffline(false);
  await card(cut.page, task.number).waitFor();
  await cut.page
    .locator(".toast")
    .getByText(/\d+ wijzigingen opgehaald/)
    .waitFor();
  await cut.page.locator('.connection[data-state="live"]').waitFor();
  expect(await picture(cut.page)).toEqual(await picture(whole.page));
});

test("D1-02 on a LIGHT board Pak op is one act, Klaar is one act, a task with partner and date three", async () => {
  const program = await Client.as(hub.url, "loes");
  const task = await newTask(program, await boardCalled(program, "Moerwijk"), "Bankje schuren");
  await using visited = await visit(browser, hub, "demi");
  const { page } = visited;
  await openBoard(page, hub);
  await page.getByRole("button", { name: `Pak op ${task.number}` }).click();
  await card(page, task.number).getByRole("img", { name: "Woningcorporatie De Portiek trekt" }).waitFor();
  await card(page, task.number).hover();
  await page.getByRole("button", { name: `${task.number} klaar melden` }).click();
  await cardIn(page, "Klaar", task.number).waitFor();

  await page.keyboard.press("n");
  const form = page.getByRole("form");
  await form.getByLabel("Titel").fill("Poster ophangen");
  await form.getByLabel("Wie trekt?").selectOption({ label: "UWV" });
  await form.getByLabel("Klaar op").fill("2027-03-01");
  await page.keyboard.press("Enter");
  await page.getByRole("link", { name: /Poster ophangen/ }).waitFor();
  expect(visited.problems).toEqual([]);
});

test("D2-02 a card dragged to another column stands there for everybody; waiting asks for the reason", async () => {
  const program = await Client.as(hub.url, "loes");
  const board = await boardCalled(program, "Moerwijk");
  const task = await newTask(program, board, "Kraan huren", { columnId: columnId(board, "AGREED") });
  await using first = await visit(browser, hub, "demi");
  await using second = await visit(browser, hub, "rachid");
  await openBoard(first.page, hub);
  await openBoard(second.page, hub);
  const dragged = card(first.page, task.number);
  await dragged.hover();
  await first.page.locator('[draggable="true"]').first().waitFor();
  await dragged.dragTo(column(first.page, "Bezig").locator(".column-header"));
  await cardIn(second.page, "Bezig", task.number).waitFor();

  await dragged.dragTo(column(first.page, "Wacht op partner").locator(".column-header"));
  await first.page.getByRole("dialog", { name: `Waar wacht ${task.number} op?` }).waitFor();
  await first.page.getByLabel("Reden").fill("Vergunning van de gemeente");
  await first.page.getByRole("button", { name: "Verplaats", exact: true }).click();
  await cardIn(second.page, "Wacht op partner", task.number).getByText("Vergunning van de gemeente").waitFor();
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("D1-03 on a STRICT board a refused move goes back and lists in words what is missing", async () => {
  const coordinator = await Client.as(hub.url, "fenna");
  const board = await boardCalled(coordinator, "Bouwlust");
  const strict = `mutation S($input: UpdateBoardInput!) { updateBoard(input: $input) { ... on UpdateBoardPayload { board { style } } } }`;
  const { version } = (await coordinator.run<{ board: { version: number } }>(`query V($id: ID!) { board(id: $id) { version } }`, { id: board.id })).board;
  await coordinator.run(strict, { input: { id: board.id, expectedVersion: version, style: "STRICT" } });
  const task = await newTask(coordinator, board, "Huis zonder trekker");
  await using visited = await visit(browser, hub, "demi");
  await openBoard(visited.page, hub, "/zuidwest/bord/bouwlust");
  await moveByMenu(visited.page, task.number, "Bezig");
  await cardIn(visited.page, "Te verdelen", task.number).getByText("Er is nog geen trekker.").waitFor();
  await cardIn(visited.page, "Te verdelen", task.number).getByText("Er is nog niemand die het doet.").waitFor();
});

test("D6-01 without a session, and for what is not there, the page is the same", async () => {
  await using nobody = await visit(browser, hub, null);
  await nobody.page.goto(`${hub.url}/zuidwest/taken/ZW-101`);
  await nobody.page.getByRole("heading", { name: "Deze pagina bestaat niet of is niet voor jou." }).waitFor();
  const known = await nobody.page.locator("#app").innerText();
  await nobody.page.goto(`${hub.url}/zuidwest/taken/ZW-99999`);
  await nobody.page.getByRole("heading", { name: "Deze pagina bestaat niet of is niet voor jou." }).waitFor();
  expect(await nobody.page.locator("#app").innerText()).toBe(known);

  await using member = await visit(browser, hub, "demi");
  await member.page.goto(`${hub.url}/venlo/bord/x`);
  await member.page.getByRole("heading", { name: "Deze pagina bestaat niet of is niet voor jou." }).waitFor();
});

test("D6-02 one person in two coalitions has both open, with nothing of one in the other", async () => {
  await using both = await visit(browser, hub, "noor");
  await both.page.goto(`${hub.url}/zuidwest`);
  await both.page.locator(".nav li a", { hasText: "Wijkbord" }).click();
  await both.page.locator(".task-card").first().waitFor();
  const second = await both.context.newPage();
  const { coalitions } = await (await Client.as(hub.url, "noor")).run<{ coalitions: { slug: string }[] }>(`{ coalitions { slug } }`);
  const other = coalitions.find(({ slug }) => slug !== "zuidwest")?.slug ?? "";
  await second.goto(`${hub.url}/${other}`);
  await second.locator(".nav li a", { hasText: "Wijkbord" }).click();
  await second.locator(".task-card").first().waitFor();
  const prefixes = async (page: Page) => new Set((await page.locator(".card-meta .digits").allInnerTexts()).map((number) => number.split("-")[0]));
  expect(await prefixes(both.page)).toEqual(new Set(["ZW"]));
  expect((await prefixes(second)).has("ZW")).toBe(false);
});

test("D11-01 others on the same board are shown, and who made itself invisible is not", async () => {
  await using first = await visit(browser, hub, "demi");
  await using second = await visit(browser, hub, "rachid");
  await openBoard(first.page, hub);
  await openBoard(second.page, hub);
  await first.page.getByRole("button", { name: "1 ander kijkt mee" }).click();
  await first.page.getByRole("menuitem", { name: /Rachid Fictief/ }).waitFor();
  await first.page.keyboard.press("Escape");
  await second.page.getByRole("button", { name: /Menu van Rachid/ }).click();
  await second.page.getByRole("menuitemradio", { name: /Onzichtbaar/ }).click();
  await first.page.getByRole("button", { name: "1 ander kijkt mee" }).waitFor({ state: "detached" });
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("SET-01 the coordinator changes style and columns for everybody; a column with tasks asks where they go", async () => {
  await using coordinator = await visit(browser, hub, "fenna");
  await using member = await visit(browser, hub, "rachid");
  await openBoard(coordinator.page, hub, "/zuidwest/bord/morgenstond");
  await openBoard(member.page, hub, "/zuidwest/bord/morgenstond");
  expect(await member.page.getByRole("button", { name: "Bord instellen" }).count()).toBe(0);
  const { page } = coordinator;
  await page.getByRole("button", { name: "Bord instellen" }).click();
  await page.getByRole("radio", { name: /Strikt/ }).check();
  await page.getByRole("button", { name: "Kolom toevoegen" }).click();
  await page.getByLabel("Naam van kolom Nieuwe kolom").fill("Nakijken");
  await page.keyboard.press("Tab");
  await column(member.page, "Nakijken").waitFor();
  const moved = (await picture(member.page))["Bezig"] ?? [];
  await page.getByRole("button", { name: "Bezig weghalen" }).click();
  await page.getByLabel("Waar gaan de taken van Bezig heen?").selectOption({ label: "Nakijken" });
  await page.getByRole("button", { name: "Doorgaan" }).click();
  await column(member.page, "Bezig").waitFor({ state: "detached" });
  expect((await picture(member.page))["Nakijken"]).toEqual(moved);
  expect([...coordinator.problems, ...member.problems]).toEqual([]);
});

const windows = [desk, phone].flatMap((viewport) => (["light", "dark"] as const).map((colorScheme) => ({ viewport, colorScheme })));

test.each(looksOf(windows))("A9-01 axe finds nothing on start, board, menus, forms and windows: $viewport.width wide, $colorScheme", async (options) => {
  const findings: string[] = [];
  const look = async (page: Page, what: string) => findings.push(...(await axeFindings(page)).map((finding) => `${what}: ${finding}`));
  await using nobody = await visit(browser, hub, null, options);
  await nobody.page.goto(hub.url);
  await nobody.page.getByRole("button", { name: /Fenna/ }).waitFor();
  await look(nobody.page, "start");
  await using visited = await visit(browser, hub, "fenna", options);
  const { page } = visited;
  await openBoard(page, hub);
  await look(page, "board");
  await page.getByRole("button", { name: "Thema", exact: true }).click();
  await look(page, "menu");
  await page.keyboard.press("Escape");
  await page.locator(".card-move").first().click({ force: true });
  await page.getByRole("dialog").waitFor();
  await look(page, "move");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Bord instellen" }).click();
  await page.getByLabel("Naam van kolom Bezig").waitFor();
  await look(page, "settings");
  await page.keyboard.press("Escape");
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk?nieuw`);
  await page.getByRole("form").waitFor();
  await look(page, "new task");
  expect(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)).toBe(false);
  expect(findings).toEqual([]);
});
