import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const millimetres = 25.4 / 72;

/** Sizes of the pages of the print, in millimetres. */
async function printed(page: Page): Promise<string[]> {
  const pdf = (await page.pdf({ preferCSSPageSize: true, printBackground: true })).toString("latin1");
  const boxes = [...pdf.matchAll(/\/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)\s*\]/g)];
  return boxes.map(([, width, height]) => `${Math.round(Number(width) * millimetres)}x${Math.round(Number(height) * millimetres)}`);
}

test("PAPER-01 board, own list and list of a partner are printed on their paper, with a code per task and the moment", async () => {
  await using visitor = await visit(browser, hub, "demi");
  const { page } = visitor;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk`);
  await page.getByRole("button", { name: "Neem het bord mee" }).click();
  await page.getByRole("menuitem", { name: "Op papier" }).click();
  const sheet = page.locator(".paper-sheet");
  await sheet.getByText(/Stand van .+ uur/).waitFor();
  await sheet.locator(".paper-task").nth(10).waitFor();
  const tasks = await sheet.locator(".paper-task").count();
  expect(tasks).toBeGreaterThan(10);
  expect(await sheet.getByRole("img", { name: /^Code van ZW-\d+, opent de taak$/ }).count()).toBe(tasks);
  expect(new Set(await printed(page))).toEqual(new Set(["420x297"]));

  await page.getByRole("radio", { name: "Lijst van een partner" }).click();
  await page.getByLabel("Partner", { exact: true }).selectOption({ label: "Woningcorporatie De Portiek" });
  await sheet.getByRole("heading", { name: "De Portiek trekt" }).waitFor();
  expect(await sheet.locator(".paper-box").count()).toBe(await sheet.locator(".paper-task").count());
  expect(new Set(await printed(page))).toEqual(new Set(["210x297"]));
  await page.reload();
  await sheet.getByRole("heading", { name: "Lijst van De Portiek" }).waitFor();

  await page.getByRole("radio", { name: "Mijn lijst" }).click();
  await sheet.getByRole("heading", { name: /^Mijn lijst: / }).waitFor();
  for (const viewport of [desk, phone, { width: 320, height: 640 }]) {
    await page.setViewportSize(viewport);
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
  }
  expect(visitor.problems).toEqual([]);
});

test("RW-09 the division is printed on its side with all rows, its board and moment; partners stand on each sheet and nothing is cut", async () => {
  await using visitor = await visit(browser, hub, "demi");
  const { page } = visitor;
  await page.goto(`${hub.url}/zuidwest/rollen?weergave=taakverdeling&bord=moerwijk`);
  await page.locator(".matrix tr[data-task]").first().waitFor();
  await page.evaluate(() => window.dispatchEvent(new Event("beforeprint")));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1040, height: 720 });
  expect(await page.locator(".matrix tr[data-task]").count()).toBeGreaterThan(20);
  await page.getByText(/^Wijkbord Moerwijk, stand van .+ uur$/).waitFor();
  const drawn = await page.evaluate(() => {
    const cut = [...document.querySelectorAll(".matrix thead th > span:last-child, .matrix tbody th a")].filter(
      (each) => each.scrollHeight > each.clientHeight + 1 || each.scrollWidth > each.clientWidth + 1,
    );
    const head = document.querySelector(".matrix thead");
    return {
      cut: cut.map((each) => each.textContent),
      head: head && getComputedStyle(head).display,
      wide: document.documentElement.scrollWidth <= window.innerWidth,
    };
  });
  expect(drawn).toEqual({ cut: [], head: "table-header-group", wide: true });
  const pages = await printed(page);
  expect(pages.length).toBeGreaterThan(1);
  for (const size of pages) expect(Number(size.split("x")[0])).toBeGreaterThan(Number(size.split("x")[1]));
});

test("PAPER-02 what is internal is printed only when asked, and says for whom alone on task and page", async () => {
  const demi = await Client.as(hub.url, "demi");
  const board = await boardCalled(demi, "Moerwijk");
  await change(demi, "createTask", "CreateTaskInput", { boardId: board.id, title: "Sleutelplan", visibility: "ORGANISATION" });
  await using visitor = await visit(browser, hub, "demi");
  const { page } = visitor;
  await page.goto(`${hub.url}/zuidwest/papier/moerwijk`);
  const sheet = page.locator(".paper-sheet");
  await sheet.locator(".paper-task").first().waitFor();
  expect(await sheet.getByText("Sleutelplan").count()).toBe(0);
  expect(await sheet.getByText("Alleen voor De Portiek").count()).toBe(0);
  await page.getByRole("checkbox", { name: "Druk ook af wat alleen De Portiek ziet" }).check();
  await sheet.locator(".paper-task", { hasText: "Sleutelplan" }).getByText("Alleen voor De Portiek").waitFor();
  await sheet.locator(".paper-head").getByText("Alleen voor De Portiek").waitFor();
});
