import { EventTable } from "@wijkbord/server/src/activity/event.table.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { selfOf } from "../harness/work.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function openToday(page: Page, address = "/zuidwest"): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator("[data-waiting]").waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
}

const waiting = async (page: Page) => Number(await page.locator("[data-waiting] [data-count]").innerText());
const countIs = (page: Page, count: number) => page.locator("[data-waiting] [data-count]", { hasText: new RegExp(`^${count}$`) }).waitFor();
const menuSays = (page: Page, count: number) => page.locator('.menu-count[data-of="today"] > :first-child', { hasText: new RegExp(`^${count}$`) }).waitFor();

interface Counted {
  attention: { counts: { reach: string; count: number }[] };
}
async function counted(key: string): Promise<number> {
  const client = await Client.as(hub.url, key);
  const { coalitions } = await client.run<{ coalitions: { id: string; slug: string }[] }>("{ coalitions { id slug } }");
  const id = coalitions.find(({ slug }) => slug === "zuidwest")?.id;
  const { attention } = await client.run<Counted>("query ($id: ID!) { attention(coalitionId: $id) { counts { reach count } } }", { id });
  return attention.counts.filter(({ reach }) => reach !== "COALITION").reduce((sum, { count }) => sum + count, 0);
}

test("TD-01 a coalition opens on Vandaag; one act accepts, and the count falls live in a second browser and in the menus", async () => {
  await using first = await visit(browser, hub, "demi");
  await using second = await visit(browser, hub, "demi", { viewport: phone });
  await openToday(first.page);
  await openToday(second.page);
  expect(new URL(first.page.url()).pathname).toBe("/zuidwest/vandaag");
  const before = await waiting(first.page);
  expect(before).toBe(await counted("demi"));
  for (const { page } of [first, second]) await menuSays(page, before);
  const asked = first.page.locator('[data-waiting] [data-kind="LETTER_ASKED"]').first();
  const number = (await asked.getAttribute("data-about")) ?? "";
  await asked.getByRole("button", { name: /^Ja, namens De Portiek/ }).click();
  await countIs(first.page, before - 1);
  await countIs(second.page, before - 1);
  for (const { page } of [first, second]) await menuSays(page, before - 1);
  expect(await second.page.locator(`[data-waiting] [data-kind="LETTER_ASKED"][data-about="${number}"]`).count()).toBe(0);
  expect(await counted("demi")).toBe(before - 1);
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("TD-02 what happened since the last visit stands out on this device, and only what others did", async () => {
  await using reader = await visit(browser, hub, "rachid");
  await openToday(reader.page);
  await reader.page.getByRole("heading", { name: "Laatst gebeurd" }).waitFor();
  await reader.page.goto("about:blank");
  await using other = await visit(browser, hub, "demi");
  await openToday(other.page);
  await other.page
    .getByRole("button", { name: /^Pak op/ })
    .first()
    .click();
  await other.page.locator(".activity-line", { hasText: "Demi" }).first().waitFor();
  await openToday(reader.page);
  await reader.page.getByRole("heading", { name: "Sinds je vorige bezoek" }).waitFor();
  const fresh = reader.page.locator(".activity-line[data-new]", { hasText: "Demi" });
  await fresh.first().waitFor();
  expect(await fresh.getByText("Demo, vanzelf").count()).toBe(0);
  // The same changes, as if partners of the demo had made them.
  await hub.services.database.read().nativeUpdate(EventTable, { actorMembershipId: (await selfOf(await Client.as(hub.url, "demi"))).id }, { byDemo: true });
  await reader.page.goto("about:blank");
  await openToday(reader.page);
  await reader.page.locator(".activity-line", { hasText: "Demi" }).first().getByText("Demo, vanzelf").waitFor();
});

test("TD-03 the four figures stand with how they are counted, and partners are counted as organisations alone", async () => {
  await using visited = await visit(browser, hub, "fenna");
  await openToday(visited.page);
  expect(await visited.page.locator(".today-tile h3").allInnerTexts()).toEqual([
    "Rollen ingevuld",
    "Duidelijke taken",
    "Langer dan vijf dagen vast",
    "Afspraken die gelden",
  ]);
  expect(await visited.page.locator('[data-tile="M01"] .today-value').innerText()).toMatch(/^8\s+van 9$/);
  await visited.page.locator("[data-partner]").first().waitFor();
  const partners = await visited.page.locator(".partner-counts").innerText();
  expect(partners).not.toMatch(/Voorbeeld|Fictief/);
  expect(partners).toMatch(/trekt \d+ ta/);
});

test("TD-06 the meeting that comes stands on Vandaag, first when it is going on, and what happened names it", async () => {
  await using visited = await visit(browser, hub, "fenna");
  const { page } = visited;
  await openToday(page);
  await page.locator('.today-side [data-coming="PLANNED"]').getByRole("link", { name: "Agenda bekijken" }).click();
  await page.getByRole("button", { name: "Start overleg" }).click();
  await page.getByRole("button", { name: "Volgende punt" }).waitFor();
  await openToday(page);
  await page.locator('.today > [data-coming="LIVE"]').getByRole("link", { name: "Doe mee" }).waitFor();
  await page.locator(".activity-line", { hasText: "begon Overleg Moerwijk" }).waitFor();
  expect(visited.problems).toEqual([]);
});
