import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change, type TestTask } from "../harness/board.ts";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { fileOf, smallBoard, streamOf } from "../imports/trelloFile.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function newTask(title: string, more: Record<string, unknown> = {}): Promise<TestTask> {
  const program = await Client.as(hub.url, "fenna");
  const board = await boardCalled(program, "Moerwijk");
  const { task } = await change(program, "createTask", "CreateTaskInput", { boardId: board.id, title, ...more });
  if (!task) throw new Error("No task was made.");
  return task;
}

async function openTask(page: Page, number: string): Promise<void> {
  await page.goto(`${hub.url}/zuidwest/taken/${number}`);
  await page.locator(".task-panel h2").waitFor();
}

test("P-01 a task is edited, stepped, linked and talked about in the panel, and another browser sees it", async () => {
  const task = await newTask("Folders bezorgen");
  await using writer = await visit(browser, hub, "demi");
  await using reader = await visit(browser, hub, "rachid");
  await openTask(writer.page, task.number);
  await openTask(reader.page, task.number);
  const panel = writer.page.locator(".task-panel");
  await panel.getByRole("button", { name: "Wijzig de titel" }).click();
  await panel.getByRole("textbox", { name: "Titel" }).fill("Folders bezorgen in Moerwijk");
  await writer.page.keyboard.press("Enter");
  await reader.page.getByRole("heading", { name: "Folders bezorgen in Moerwijk", exact: true }).waitFor();

  await panel.getByRole("textbox", { name: "Nieuwe stap" }).fill("Drukker bellen");
  await writer.page.keyboard.press("Enter");
  await reader.page.getByRole("checkbox", { name: "Drukker bellen" }).waitFor();
  await panel.getByRole("checkbox", { name: "Drukker bellen" }).check();
  await reader.page.getByText("1 van 1 klaar").waitFor();

  await panel.getByRole("button", { name: "Link toevoegen" }).click();
  await panel.getByLabel("Naam van de link").fill("Offerte");
  await panel.getByLabel("Adres (https://…)").fill("http://drukker.example/offerte");
  await panel.getByRole("button", { name: "Toevoegen", exact: true }).last().click();
  await panel.getByText("Gebruik een adres dat met https:// begint.").waitFor();
  await panel.getByLabel("Adres (https://…)").fill("https://drukker.example/offerte");
  await panel.getByRole("button", { name: "Toevoegen", exact: true }).last().click();
  await reader.page.getByText("opent drukker.example").waitFor();

  await panel.getByRole("textbox", { name: "Schrijf een reactie voor alle partners" }).fill("Wie loopt er mee?");
  await panel.getByRole("button", { name: "Plaatsen" }).click();
  await reader.page.getByText("Wie loopt er mee?").waitFor();
  expect([...writer.problems, ...reader.problems]).toEqual([]);
});

test("P-02 an internal note reaches colleagues only, and a redaction blanks it on open screens", async () => {
  const task = await newTask("Rekening nakijken");
  await using writer = await visit(browser, hub, "demi");
  await using other = await visit(browser, hub, "rachid");
  await openTask(writer.page, task.number);
  await openTask(other.page, task.number);
  const panel = writer.page.locator(".task-panel");
  await panel.getByRole("radio", { name: /^Alleen / }).check();
  await panel.getByRole("textbox", { name: "Interne notitie" }).fill("Alleen voor ons: budget is krap");
  await panel.getByRole("button", { name: "Plaatsen" }).click();
  await panel.locator(".comment", { hasText: "budget is krap" }).waitFor();
  await panel.getByRole("radio", { name: "Alle partners" }).check();
  await panel.getByRole("textbox", { name: "Schrijf een reactie voor alle partners" }).fill("Iedereen leest dit");
  await panel.getByRole("button", { name: "Plaatsen" }).click();
  await other.page.getByText("Iedereen leest dit").waitFor();
  expect(await other.page.getByText("budget is krap").count()).toBe(0);

  await panel.locator(".comment", { hasText: "Iedereen leest dit" }).getByRole("button").click();
  await writer.page.getByRole("menuitem", { name: "Verwijder de tekst vanwege privacy" }).click();
  await writer.page.getByLabel("Reden").fill("naam van een bewoner");
  await writer.page.getByRole("button", { name: "Verwijder de tekst", exact: true }).click();
  await other.page.getByText("Tekst verwijderd vanwege privacy.").first().waitFor();
  expect(await other.page.getByText("Iedereen leest dit").count()).toBe(0);
});

test("P-03 two edits of one title: nobody's text is overwritten, both versions stand on the screen", async () => {
  const task = await newTask("Sleutels regelen");
  await using slow = await visit(browser, hub, "demi");
  await openTask(slow.page, task.number);
  await slow.page.getByRole("button", { name: "Wijzig de titel" }).click();
  await slow.page.getByRole("textbox", { name: "Titel" }).fill("Sleutels van de box regelen");
  const fast = await Client.as(hub.url, "fenna");
  await change(fast, "updateTask", "UpdateTaskInput", { id: task.id, expectedVersion: task.version, title: "Sleutels van de kelder regelen" });
  await slow.page.getByRole("button", { name: "Bewaren" }).click();
  await slow.page.getByText("Intussen schreef iemand anders dit:").waitFor();
  await slow.page.getByText("Sleutels van de kelder regelen", { exact: true }).last().waitFor();
  await slow.page.getByRole("button", { name: "Bewaar mijn tekst" }).click();
  await slow.page.getByRole("heading", { name: "Sleutels van de box regelen", exact: true }).waitFor();
});

test("P-04 a partner is asked in the panel and answers for itself; the history can be undone", async () => {
  const task = await newTask("Zaal boeken");
  await using asking = await visit(browser, hub, "demi");
  await using asked = await visit(browser, hub, "rachid");
  await openTask(asking.page, task.number);
  await openTask(asked.page, task.number);
  const panel = asking.page.locator(".task-panel");
  await panel.getByRole("button", { name: "Partner vragen" }).click();
  await panel.getByLabel("Organisatie", { exact: true }).selectOption({ label: "ROC Haagkant" });
  await panel.getByRole("radio", { name: "helpt" }).check();
  await panel.getByRole("button", { name: "Vraag ROC Haagkant" }).click();
  await panel.getByText("gevraagd door").waitFor();
  expect(await panel.getByRole("button", { name: /^Ja, namens/ }).count()).toBe(0);
  await asked.page.getByRole("button", { name: "Ja, namens ROC Haagkant" }).click();
  await panel.locator(".letter-row", { hasText: "ROC Haagkant" }).filter({ hasNotText: "gevraagd door" }).waitFor();

  await panel.getByLabel("Voorrang").selectOption({ label: "Hoog" });
  const line = panel.locator(".history li", { hasText: "Voorrang: gewoon → hoog" });
  await line.getByRole("button", { name: "Ongedaan maken" }).click();
  await panel.getByText("zette een wijziging terug").waitFor();
  expect(await panel.getByLabel("Voorrang").inputValue()).toBe("NORMAL");
});

test("P-05 the panel, the neighbourhood and the import check pass axe, wide and narrow; nothing under the panel takes the focus, and a closed panel gives it back", async () => {
  for (const viewport of [undefined, phone]) {
    await using seen = await visit(browser, hub, "fenna", viewport ? { viewport } : {});
    const { page } = seen;
    await openTask(page, "ZW-101");
    expect(await axeFindings(page)).toEqual([]);
    const covered = await page.locator("button:visible, a:visible").evaluateAll((all) =>
      all.map((one) => {
        one.focus();
        const { left, width } = one.getBoundingClientRect();
        const panel = document.querySelector(".task-panel");
        return document.activeElement === one && !panel?.contains(one) && left + width / 2 > (panel?.getBoundingClientRect().left ?? 0)
          ? one.textContent
          : null;
      }),
    );
    expect(covered.filter((name) => name !== null)).toEqual([]);
    await page.locator(".task-panel").getByRole("button", { name: "Verplaats" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Sluit" }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.locator(".task-panel h2").focus();
    await page.keyboard.press("Escape");
    await page.waitForURL(/bord\/moerwijk/);
    await page.waitForFunction(() => document.activeElement?.getAttribute("aria-label")?.startsWith("ZW-101"));
    for (const address of ["moerwijk", "bevestigen/moerwijk"]) {
      await page.goto(`${hub.url}/zuidwest/${address}`);
      await page.locator("main h1, main h2").first().waitFor();
      expect(await axeFindings(page)).toEqual([]);
    }
    expect(seen.problems).toEqual([]);
  }
});

test("P-06 after an import each of two organisations confirms its letters in one act, and the other sees it", async () => {
  const members = [
    { member: "annabuiten", organisation: "De Portiek", person: null, place: "map, line 2" },
    { member: "corbuiten", organisation: "ROC Haagkant", person: null, place: "map, line 3" },
  ];
  const wanted = { coalition: "zuidwest", board: "ZW-VREDERUST", actor: null, members, states: {}, owner: null };
  const { id } = await hub.services.imports.prepare(fileOf(smallBoard()), wanted);
  await hub.services.imports.land(id, null);
  for (const [key, organisation] of [
    ["demi", "De Portiek"],
    ["rachid", "ROC Haagkant"],
  ] as const) {
    await using member = await visit(browser, hub, key);
    await member.page.goto(`${hub.url}/zuidwest/bevestigen/vrederust`);
    await member.page.getByRole("heading", { name: "Op jullie naam: 1 taak. Klopt dit?" }).waitFor();
    expect(await axeFindings(member.page)).toEqual([]);
    await member.page.getByRole("button", { name: `Alles bevestigen namens ${organisation}` }).click();
    await member.page.getByText(`Er wacht niets op ${organisation}.`).waitFor();
    expect(member.problems).toEqual([]);
  }
  await using coordinator = await visit(browser, hub, "fenna");
  await coordinator.page.goto(`${hub.url}/zuidwest/bord/vrederust`);
  const wervingsavond = coordinator.page.locator(".task-card", { hasText: "Wervingsavond" });
  await wervingsavond.getByRole("img", { name: "De Portiek trekt" }).waitFor();
  await wervingsavond.getByRole("img", { name: "ROC Haagkant doet" }).waitFor();
});

test("P-07 a neighbourhood shows each figure with its own year and source, and says where there is none", async () => {
  const files = {
    "kwb-2019.csv": [
      '"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"AantalInwoners_5";"HuishoudensTotaal_28"',
      `"WK051836";"'s-Gravenhage";"Wijk";"WK051836";"21000";"10500"`,
    ],
    "kwb-2024.csv": [
      '"WijkenEnBuurten";"Gemeentenaam_1";"SoortRegio_2";"Codering_3";"AantalInwoners_5";"HuurwoningenTotaal_44"',
      `"WK051836";"'s-Gravenhage";"Wijk";"WK051836";"22345";"."`,
    ],
  };
  for (const [fileName, lines] of Object.entries(files))
    await hub.services.areas.run(streamOf(`${lines.join("\n")}\n`), { fileName, year: null, dryRun: false });
  await using reader = await visit(browser, hub, "joost");
  await reader.page.goto(`${hub.url}/zuidwest/moerwijk`);
  const table = reader.page.getByRole("table", { name: "Moerwijk", exact: true });
  const row = (name: string) => table.getByRole("row", { name: new RegExp(`^${name} `) }).innerText();
  await table.waitFor();
  expect(await row("Inwoners")).toMatch(/22\.345\s+2024\s+CBS/);
  expect(await row("Huishoudens")).toMatch(/10\.500\s+2019\s+CBS/);
  expect(await row("Huurwoningen")).toMatch(/geen cijfer\s+2024\s+CBS/);
  expect(await axeFindings(reader.page)).toEqual([]);
});
