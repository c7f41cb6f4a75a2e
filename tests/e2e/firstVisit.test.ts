import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { looksOf } from "../harness/seeds.ts";
import { openBoard } from "./boardPage.ts";

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const partnerName = (page: Page, number: number) => page.locator(".start-partner-row").getByLabel("Naam").nth(number);
const newTitle = (page: Page) => page.locator(".new-task input, .new-task textarea").first();
const scrollsSideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

test("FV-20 a coalition is made in the browser, a second browser joins by the link, and both see the board live", async () => {
  await using first = await visit(browser, hub, null);
  const { page } = first;
  await page.goto(`${hub.url}/`);
  await page.getByRole("link", { name: "Begin je eigen coalitie" }).click();
  await page.getByLabel("Naam van de coalitie").fill("Samen voor Moerwijk");
  await page.getByLabel("Wijk of buurt").fill("moer");
  await page.getByRole("button", { name: /^Moerwijk in/ }).click();
  await page.getByLabel("Je naam").fill("Noor Test");
  await partnerName(page, 0).fill("Gemeente Voorbeeldstad");
  await partnerName(page, 1).fill("Gilde Vakmensen");
  await page.locator(".start-partner-row").getByLabel("Letters").nth(1).fill("GV");
  await page.getByLabel("Met een leeg bord").check();
  await page.getByRole("button", { name: "Maak de coalitie" }).click();
  await page.getByText("Een andere partner heeft deze letters al.").waitFor();
  await page.reload();
  expect(await partnerName(page, 1).inputValue()).toBe("Gilde Vakmensen");
  await page.locator(".start-partner-row").getByLabel("Letters").nth(1).fill("GI");
  await page.getByRole("button", { name: "Maak de coalitie" }).click();
  const link = await page.getByRole("textbox", { name: "Link voor Gilde Vakmensen" }).inputValue();
  await page.getByRole("link", { name: "Naar het bord" }).click();
  await page.getByRole("link", { name: /Nodig een partner uit/ }).waitFor();
  await page.locator('.connection[data-state="live"]:visible').waitFor();
  await using second = await visit(browser, hub, null, { viewport: phone });
  await second.page.goto(link);
  await second.page.getByLabel("Je naam").fill("Kim Test");
  await second.page.getByRole("button", { name: "Doe mee namens Gilde Vakmensen" }).click();
  await second.page.getByRole("link", { name: "Bord", exact: true }).click();
  await second.page.getByText("Dit bord is nog leeg").waitFor();
  await page.getByRole("button", { name: /Zet de eerste taak neer/ }).click();
  await newTitle(page).fill("Koffie zetten voor het eerste overleg");
  await page.keyboard.press("Enter");
  await second.page.getByRole("tab", { name: /Te verdelen/ }).click();
  await second.page.getByRole("link", { name: /Koffie zetten/ }).waitFor();
  await second.page.goto(`${hub.url}/uitnodiging#${"x".repeat(43)}`);
  await second.page.getByRole("heading", { name: "Deze link werkt niet (meer)" }).waitFor();
  expect([...first.problems, ...second.problems]).toEqual([]);
});

test("FV-21 the start says who may do what, its tips stay away once put away, and a deep link is followed after choosing a person", async () => {
  await using visited = await visit(browser, hub, null);
  const { page } = visited;
  await page.goto(`${hub.url}/zuidwest/taken/ZW-101`);
  await page.getByRole("heading", { name: "Deze pagina bestaat niet of is niet voor jou." }).waitFor();
  await page.getByRole("link", { name: "Aanmelden" }).click();
  await page.getByText("Daarna zie je /zuidwest/taken/ZW-101.").waitFor();
  await page.getByRole("button", { name: "Tips weghalen" }).click();
  await page.getByRole("button", { name: /Sem Fictief.*kijkt mee/s }).waitFor();
  await page.getByRole("button", { name: /Demi Demo.*Portiek.*coördinator van de partner/s }).click();
  await page.waitForURL(/ZW-101$/);
  await page.getByRole("complementary", { name: "Dit is een voorbeeld" }).waitFor();
  await page.goto(`${hub.url}/`);
  await page.getByRole("button", { name: /Demi Demo/ }).waitFor();
  expect(await page.getByText("Drie dingen om te proberen").count()).toBe(0);
  expect(visited.problems).toEqual([]);
});

test("FV-22 a page that breaks gives back what was being typed, and has two ways out", async () => {
  await using visited = await visit(browser, hub, "fenna", { serviceWorkers: "block" });
  const { page } = visited;
  await openBoard(page, hub);
  await page.getByRole("button", { name: "Taak toevoegen N" }).click();
  await newTitle(page).fill("Een lange gedachte die niet weg mag");
  await page.route("**/assets/BoardSettings-*.js", (route) => route.abort());
  await page.getByRole("button", { name: "Bord instellen" }).click();
  await page.getByRole("heading", { name: "Er ging hier iets mis" }).waitFor();
  expect(await page.locator(".crash-texts textarea").first().inputValue()).toBe("Een lange gedachte die niet weg mag");
  expect(await page.getByRole("link", { name: "Naar het begin" }).getAttribute("href")).toBe("/");
  await page.unrouteAll();
  await page.getByRole("button", { name: "Pagina opnieuw laden" }).click();
  await page.locator(".task-card").first().waitFor();
});

test("FV-23 axe finds nothing on beginning and joining, and nothing scrolls sideways at 320 px", async () => {
  const looks = [
    { locale: "", colorScheme: "light", viewport: desk },
    { locale: "/en", colorScheme: "dark", viewport: phone },
  ] as const;
  for (const { locale, colorScheme, viewport } of looksOf(looks)) {
    await using visited = await visit(browser, hub, null, { viewport, colorScheme });
    const { page } = visited;
    for (const [path, ready] of [
      ["/", ".people button"],
      ["/begin", ".start-kinds"],
      ["/uitnodiging", "h1"],
    ] as const) {
      await page.goto(`${hub.url}${locale}${path}`);
      await page.locator(ready).first().waitFor();
      expect(await axeFindings(page), path).toEqual([]);
      await page.setViewportSize({ width: 320, height: 640 });
      expect(await scrollsSideways(page), path).toBe(false);
      await page.setViewportSize(viewport);
    }
  }
});
