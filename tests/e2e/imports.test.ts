import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { writeXlsx } from "hucre/xlsx";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { smallBoard } from "../imports/trelloFile.ts";

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const xlsxType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const whens = ["12-12", "12 dec", "week 48", "zsm", "na de zomer"];
const statuses = ["", "bezig", "klaar", "open", "wacht op partner"];

/** An action list as people keep it: a title over all columns, headings, merged cells, and several names in a cell. */
async function actionList(count = 60): Promise<Buffer> {
  const rows: (string | Date | null)[][] = [["Actielijst Morgenstond"], ["Nr", "Actie", "Wie", "Wanneer", "Stand van zaken", "Toelichting"]];
  const merges = [{ startRow: 0, startCol: 0, endRow: 0, endCol: 5 }];
  for (let number = 1; number <= count; number += 1) {
    if (number % 20 === 1) {
      merges.push({ startRow: rows.length, startCol: 0, endRow: rows.length, endCol: 5 });
      rows.push([`Onderdeel ${number}`]);
    }
    const who = number % 6 === 0 ? "De Portiek en ROC Haagkant" : number % 7 === 0 ? "Jan van hiernaast" : "De Portiek";
    const when = number % 9 === 0 ? new Date("2027-01-15T00:00:00Z") : (whens[number % whens.length] ?? "");
    rows.push([String(number), `Actie nummer ${number}`, who, when, statuses[number % statuses.length] ?? "", number % 4 === 0 ? "Met bewoners" : ""]);
    if (number % 10 === 0) {
      merges.push({ startRow: rows.length - 1, startCol: 1, endRow: rows.length, endCol: 1 });
      rows.push([null, null, "Fenna", null, null, null]);
    }
  }
  return Buffer.from(await writeXlsx({ sheets: [{ name: "Acties", rows, merges }] }));
}

const open = async (page: Page, query = "") => {
  await page.goto(`${hub.url}/zuidwest/importeren?bord=morgenstond${query}`);
  await page.getByRole("heading", { name: "Taken binnenhalen" }).waitFor();
};
const upload = (page: Page, name: string, buffer: Buffer) => page.getByLabel("Bestand van Excel").setInputFiles({ name, mimeType: xlsxType, buffer });

test("B1-20 sixty rows of Excel with merged cells, zsm and two names in a cell stand on the board within two minutes", async () => {
  await using fenna = await visit(browser, hub, "fenna");
  const { page } = fenna;
  const started = performance.now();
  const file = await actionList();
  await page.goto(`${hub.url}/zuidwest/bord/morgenstond`);
  await page.getByRole("button", { name: "Bord instellen" }).click();
  await page.getByRole("link", { name: "Taken uit Excel, Word of Trello halen" }).click();
  await upload(page, "acties.xlsx", file);
  await page.getByRole("heading", { name: "60 taken gevonden" }).waitFor();
  await page.getByLabel("Alleen regels om te bekijken").check();
  const doubtful = page.locator(".import-rows [data-doubt][aria-label^='Wie']").first();
  expect(await doubtful.inputValue()).toBe("Jan van hiernaast");
  await doubtful.fill("ROC Haagkant");
  await page.getByText("ROC Haagkant trekt").first().waitFor();
  await page.getByRole("button", { name: "Zet 60 taken op het bord" }).click();
  await page.getByText("60 taken zijn nieuw.").waitFor();
  await page.getByRole("link", { name: "Naar het bord" }).first().click();
  await page.getByText("Actie nummer 1", { exact: true }).first().waitFor();
  expect(performance.now() - started).toBeLessThan(120_000);

  const rows = await hub.services.database
    .read()
    .execute<{ title: string; description: string; due_on: string | null; letters: number; names: string[] }[]>(
      `select t.title, t.description, t.due_on::text, t.imported_names as names, (select count(*)::int from task_assignment a where a.task_id = t.id) as letters from task t where t.title like 'Actie nummer %'`,
    );
  expect(rows).toHaveLength(60);
  const of = (number: number) => rows.find(({ title }) => title === `Actie nummer ${number}`);
  expect(of(3)?.description).toContain("Wanneer: zsm");
  expect(of(6)?.letters).toBe(3);
  expect(of(9)?.due_on).toBe("2027-01-15");
  expect(of(10)?.letters).toBe(3);
  expect(of(14)?.names).toEqual(["Jan van hiernaast"]);

  await open(page);
  await upload(page, "acties.xlsx", file);
  await page.getByText("60 taken staan al op het bord").waitFor();
  await page.getByRole("button", { name: "Zet 60 taken op het bord" }).click();
  await page.getByText("60 taken stonden er al.").waitFor();

  await using demi = await visit(browser, hub, "demi");
  await demi.page.goto(`${hub.url}/zuidwest/bevestigen/morgenstond`);
  await demi.page.getByRole("button", { name: /Alles bevestigen/ }).click();
  await demi.page
    .getByText(/^Bedankt\./)
    .first()
    .waitFor();
  expect([...fenna.problems, ...demi.problems]).toEqual([]);
});

test("B1-21 a board of Trello comes in with a state per list and an organisation per person; stopping and bad files change nothing", async () => {
  await using fenna = await visit(browser, hub, "fenna");
  const { page } = fenna;
  const folder = join(import.meta.dirname, "../../../shared/data/trello");
  const real = existsSync(folder) ? readdirSync(folder).find((name) => name.endsWith(".json")) : undefined;
  const own = JSON.stringify(smallBoard());
  const choose = (text: string) =>
    page.getByLabel("Bestand van Trello").setInputFiles({ name: "bord.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await open(page, "&uit=trello");
  await choose(own.slice(0, 2_000));
  await page
    .getByRole("alert")
    .getByText(/houdt te vroeg op, bij \S+ \(regel 1, byte 2000\)/)
    .waitFor();
  await choose(own);
  await page.getByLabel("Lijst Te doen").selectOption({ label: "Afgesproken" });
  await page.getByLabel("Anna Buiten").selectOption({ label: "De Portiek" });
  await page.getByRole("button", { name: "Controleer met deze keuzes" }).click();
  await page.getByRole("button", { name: "Zet 8 taken op het bord" }).click();
  await page.getByText("8 taken zijn nieuw.").waitFor();
  const [wervingsavond] = await hub.services.database.read().execute<{ state: string }[]>(`select state from task where title = 'Wervingsavond'`);
  expect(wervingsavond?.state).toBe("AGREED");
  if (real) {
    await open(page, "&uit=trello");
    await choose(readFileSync(join(folder, real), "utf8"));
    await page.getByRole("button", { name: /^Zet \d+ ta(ak|ken) op het bord$/ }).click();
    await page.getByText("Het staat op het bord.").waitFor();
  }
  expect(fenna.problems).toEqual([]);
});

test("B1-22 a paste of Word, a CSV of Excel in its old encoding and bad files each do what they should", async () => {
  await using fenna = await visit(browser, hub, "fenna");
  const { page } = fenna;
  await open(page);
  const csv = "Actie;Wie;Wanneer\r\nCaf\u00e9 openen;De Portiek;12-12\r\n";
  await upload(page, "lijst.csv", Buffer.from(csv, "latin1"));
  await page.getByLabel("Actie, regel 2").waitFor();
  expect(await page.getByLabel("Actie, regel 2").inputValue()).toBe("Caf\u00e9 openen");
  const bad: [name: string, content: Buffer, sentence: RegExp][] = [
    ["leeg.xlsx", Buffer.alloc(0), /staat niets/],
    ["stuk.xlsx", (await actionList()).subarray(0, 900), /beschadigd of niet compleet/],
    ["oud.xls", Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0]), /oud bestand/],
    ["beeld.csv", Buffer.from([1, 2, 0, 4]), /Bij byte 2/],
    ["groot.csv", Buffer.alloc(10_000_001, "x"), /te groot/],
  ];
  for (const [name, content, sentence] of bad) {
    await open(page);
    await upload(page, name, content);
    await page.getByRole("alert").getByText(sentence).waitFor();
  }
  await open(page);
  const html = `<table><tr><td>Wat</td><td>Wie</td></tr><tr><td rowspan=2><p>Feest <script>alert(1)</script></p></td><td>Demi</td></tr><tr><td>ROC Haagkant</td></tr></table>`;
  await page.getByLabel("Of plak hier").evaluate((area, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData("text/html", pasted);
    area.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
  }, html);
  await page.getByRole("heading", { name: "1 taak gevonden" }).waitFor();
  await page.getByText(/De Portiek \(Demi Demo\) trekt · ROC Haagkant doet/).waitFor();
  expect(fenna.problems).toEqual([]);
});

test("B2-20 the page has nothing for axe once a file is read, and nothing that scrolls sideways", async () => {
  await using fenna = await visit(browser, hub, "fenna", { viewport: phone });
  const { page } = fenna;
  await open(page);
  await upload(page, "acties.xlsx", await actionList(15));
  await page.getByRole("heading", { name: "15 taken gevonden" }).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 800 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});
