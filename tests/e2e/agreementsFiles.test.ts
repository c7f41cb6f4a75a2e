import { readFileSync } from "node:fs";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser } from "playwright-core";
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

test("AW-12 an agreement is kept as a page and the register as a sheet", async () => {
  await using seen = await visit(browser, hub, "demi");
  const { page, problems } = seen;
  await page.goto(`${hub.url}/zuidwest/afspraken`);
  await page.locator("main h1").first().waitFor();
  const [sheet] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Register opslaan (Excel)" }).click()]);
  expect(sheet.suggestedFilename()).toBe("afspraken-zuidwest.xlsx");
  expect(
    readFileSync(await sheet.path())
      .subarray(0, 2)
      .toString(),
  ).toBe("PK");

  await page.goto(`${hub.url}/zuidwest/afspraken/PA-01`);
  await page.getByRole("button", { name: "Meer", exact: true }).click();
  const [kept] = await Promise.all([page.waitForEvent("download"), page.getByRole("menuitem", { name: /Pagina opslaan/ }).click()]);
  const html = readFileSync(await kept.path(), "utf8");
  expect(html).toContain("We overleggen elke tweede dinsdag");
  expect(html).not.toContain("<script");
  await page.setViewportSize(phone);
  await page.goto("about:blank");
  await page.setContent(html);
  expect(await axeFindings(page)).toEqual([]);
  expect(problems).toEqual([]);
});
