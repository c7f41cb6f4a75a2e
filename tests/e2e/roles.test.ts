import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const division = "/zuidwest/rollen?weergave=taakverdeling&bord=moerwijk";

async function open(page: Page, address: string, what: string): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator(what).first().waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
}

const cell = (page: Page, task: string, organisation: string) => page.locator(`tr[data-task="${task}"] button[aria-label^="${organisation}, ${task}: "]`);
const says = (page: Page, task: string, organisation: string, what: string) =>
  page.getByRole("button", { name: `${organisation}, ${task}: ${what}`, exact: true }).waitFor();

test("RW-01 RW-10 by keyboard alone letters are set, asked and taken back in the division, live elsewhere; another partner's is refused in words", async () => {
  await using writer = await visit(browser, hub, "demi");
  await using reader = await visit(browser, hub, "rachid");
  await open(writer.page, division, ".matrix tr[data-task]");
  await open(reader.page, division, ".matrix tr[data-task]");
  const { page } = writer;
  const { keyboard } = page;
  const at = () => page.evaluate(() => document.activeElement?.getAttribute("aria-label") ?? "");
  const inMatrix = () => page.evaluate(() => document.activeElement?.closest(".matrix tbody") !== null);
  for (let step = 0; step < 60 && !(await inMatrix()); step += 1) await keyboard.press("Tab");
  const own = page.locator('.matrix thead th[title="Woningcorporatie De Portiek"]');
  expect(await own.count()).toBe(1);
  const task = (await page.evaluate(() => document.activeElement?.closest("tr")?.getAttribute("data-task"))) ?? "";
  for (let step = 0; step < 40 && !(await at()).startsWith("De Portiek, "); step += 1) await keyboard.press("ArrowRight");
  expect(await at()).toBe(`De Portiek, ${task}: niets`);
  await keyboard.press("c");
  await says(page, task, "De Portiek", "denkt mee");
  await says(reader.page, task, "De Portiek", "denkt mee");
  const just = reader.page.getByRole("region", { name: "Net veranderd" });
  await just.getByText("De Portiek: denkt mee").waitFor();
  expect(await cell(reader.page, task, "De Portiek").getAttribute("data-fresh")).toBe("true");
  await keyboard.press("Delete");
  await says(page, task, "De Portiek", "niets");
  await says(reader.page, task, "De Portiek", "niets");
  await just.getByText("De Portiek gaf terug: denkt mee").waitFor();
  await keyboard.press("ArrowRight");
  const name = (await at()).split(",")[0] ?? "";
  await keyboard.press("s");
  await says(page, task, name, "gevraagd: helpt");
  await says(reader.page, task, name, "gevraagd: helpt");
  await keyboard.press("Delete");
  await says(reader.page, task, name, "niets");
  await keyboard.press("Enter");
  await reader.page.locator(`.matrix tr[data-task="${task}"]`).getByText("Demi verdeelt dit").waitFor();
  await just.getByText("nu bezig").waitFor();
  await keyboard.press("Escape");
  await just.getByText("nu bezig").waitFor({ state: "detached" });
  await keyboard.press("Home");
  for (let step = 0; step < 40 && !(await at()).endsWith(": trekt en doet"); step += 1) await keyboard.press("ArrowRight");
  await keyboard.press("Delete");
  await page
    .getByText(/zei ja\. Alleen .* geeft dit terug\./)
    .first()
    .waitFor();
  await cell(page, task, "De Portiek").waitFor();
  expect([...writer.problems, ...reader.problems]).toEqual([]);
});

test("RW-02 a role that nobody holds is proposed for, chosen and given back, and another browser follows", async () => {
  await using partner = await visit(browser, hub, "rachid");
  await using coordinator = await visit(browser, hub, "fenna");
  for (const { page } of [partner, coordinator]) await open(page, "/zuidwest/rollen", ".role-card");
  const card = (page: Page) => page.locator('.role-card[data-role="Data- en privacycontact"]');
  await partner.page.getByText("1 rol heeft nog niemand:").waitFor();
  expect(await card(partner.page).getAttribute("data-unheld")).toBe("true");
  await card(partner.page).getByRole("button", { name: "Stel ROC Haagkant voor" }).click();
  await partner.page.getByRole("dialog").getByRole("button", { name: "Stel ROC Haagkant voor" }).click();
  await card(coordinator.page).getByRole("button", { name: "Kies ROC Haagkant" }).click();
  await partner.page.locator('.role-card[data-role="Data- en privacycontact"][data-state="FILLED"]').waitFor();
  await partner.page.getByText("1 rol heeft nog niemand:").waitFor({ state: "detached" });
  await card(partner.page).getByRole("button", { name: "Geef terug" }).click();
  await partner.page.getByRole("dialog").getByLabel("Waarom").fill("Ander werk");
  await partner.page.getByRole("dialog").getByRole("button", { name: "Geef terug namens ROC Haagkant" }).click();
  await card(coordinator.page)
    .getByText(/Nog niemand vanaf/)
    .waitFor();
  await card(coordinator.page).getByRole("link", { name: "Data- en privacycontact" }).click();
  await coordinator.page.locator(".role-history li").first().waitFor();
  expect(await coordinator.page.locator(".role-history").innerText()).toMatch(/koos wie de rol krijgt/);
  expect([...partner.problems, ...coordinator.problems]).toEqual([]);
});

test("RW-03 axe finds nothing on roles, one role and the division, in both languages, wide and narrow", async () => {
  for (const [language, options] of [
    ["", {}],
    ["/en", { viewport: phone }],
    ["", { viewport: phone }],
    ["/en", {}],
  ] as const) {
    await using visited = await visit(browser, hub, "fenna", options);
    const { page } = visited;
    await open(page, `${language}${division}`, "[data-task]");
    expect(await axeFindings(page)).toEqual([]);
    await open(page, `${language}/zuidwest/rollen`, ".role-card");
    expect(await axeFindings(page)).toEqual([]);
    await page.locator(".role-card h3 a").first().click();
    await page.locator(".role-history li").first().waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= window.innerWidth)).toBe(true);
    expect(visited.problems).toEqual([]);
  }
});
