import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, visit, webRoot } from "../harness/browser.ts";
import { startTestHub } from "../harness/hub.ts";

const day = 86_400_000;
let offset = 0;
let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startTestHub({}, { webRoot, clock: { now: () => new Date(Date.now() + offset) } }), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

/** Days pass for the hub, and the work of the calendar is done. */
async function pass(days: number): Promise<void> {
  offset += days * day;
  for (const job of hub.services.jobs) await job.run();
}

async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${hub.url}/zuidwest/afspraken/${address}`);
  await page.locator("main h1").first().waitFor();
}

async function consent(key: string, partner: string): Promise<void> {
  await using seen = await visit(browser, hub, key);
  await open(seen.page, "PA-08");
  await seen.page.locator(".answer-panel").getByRole("radio", { name: "Stemt in", exact: true }).check();
  await seen.page.getByRole("button", { name: `Teken namens ${partner}: Stemt in` }).click();
  await seen.page.locator(".toast", { hasText: "Je antwoord is vastgelegd." }).waitFor();
}

const party = (page: Page, partner: string) => page.getByRole("region", { name: "Voor wie geldt dit" }).locator("li", { hasText: partner });

test("AW-07 a round with a silent partner gets seven more days once, then is adopted among those that answered; the silent one signs later", async () => {
  {
    await using owner = await visit(browser, hub, "fenna");
    const { page } = owner;
    await open(page, "nieuw?sjabloon=ritme-nl");
    for (const name of ["Woningcorporatie De Portiek", "Buurtorganisatie Samen Moerwijk", "ROC Haagkant"])
      await page.getByRole("checkbox", { name, exact: true }).check();
    await page.getByRole("button", { name: "Maak het concept" }).click();
    await page.getByRole("button", { name: "Bewaren" }).click();
    await page.getByRole("button", { name: "Open de reactieronde" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Open de reactieronde" }).click();
    await page.locator(".answer-panel").getByRole("radio").first().waitFor();
  }
  for (const [key, partner] of [
    ["fenna", "Gemeente"],
    ["demi", "De Portiek"],
    ["joost", "Samen Moerwijk"],
  ] as const)
    await consent(key, partner);
  await pass(8);
  {
    await using owner = await visit(browser, hub, "fenna");
    await using silent = await visit(browser, hub, "rachid");
    await open(owner.page, "PA-08");
    await open(silent.page, "PA-08");
    await silent.page.getByText("De reactieronde sloot zonder alle antwoorden.").waitFor();
    await owner.page.getByRole("button", { name: "Zeven dagen langer" }).click();
    await silent.page.locator(".answer-panel").getByRole("radio").first().waitFor();
  }
  await pass(8);
  await using owner = await visit(browser, hub, "fenna");
  await using silent = await visit(browser, hub, "rachid");
  await open(owner.page, "PA-08");
  await owner.page.getByRole("button", { name: "Aannemen onder wie antwoordde" }).waitFor();
  expect(await owner.page.getByRole("button", { name: "Zeven dagen langer" }).count()).toBe(0);
  await owner.page.getByRole("button", { name: "Aannemen onder wie antwoordde" }).click();
  await owner.page.locator(".agreement-meta").getByText("Geldt nu").waitFor();
  await party(owner.page, "ROC Haagkant").getByText("Nog niet getekend").waitFor();
  await open(silent.page, "PA-08");
  await silent.page.getByRole("button", { name: "Teken namens ROC Haagkant" }).click();
  await party(owner.page, "ROC Haagkant").getByText("Gebonden").waitFor();
  expect([...owner.problems, ...silent.problems]).toEqual([]);
});

test("AW-08 a partner looks back with a form and takes its consent back; others see it live", async () => {
  await using owner = await visit(browser, hub, "fenna");
  await using partner = await visit(browser, hub, "loes");
  await open(owner.page, "PA-03");
  await open(partner.page, "PA-03");
  const { page } = partner;
  await page.getByRole("button", { name: "Formulier om terug te kijken" }).click();
  await page.getByRole("radio", { name: "Een beetje" }).check();
  await page.getByRole("radio", { name: "Veranderen" }).check();
  await page.getByLabel("Wat moet anders?").fill("De module mag korter.");
  await page.getByRole("button", { name: "Formulier insturen" }).click();
  await owner.page.getByText("De module mag korter.").waitFor();
  await page.getByRole("button", { name: "Trek de instemming van Warmtewijs in" }).click();
  await page.getByLabel("Waarom?").fill("Wij hebben nu geen praktijkbegeleiders.");
  await page.getByRole("dialog").getByRole("button", { name: "Trek de instemming van Warmtewijs in" }).click();
  await party(owner.page, "Warmtewijs").getByText("Instemming ingetrokken").waitFor();
  await owner.page.locator(".agreement-meta").getByText("Terugkijken").waitFor();
  expect([...owner.problems, ...partner.problems]).toEqual([]);
});

test("AW-09 a small change is shown for five working days; the first partner that refuses turns it into questions", async () => {
  await using owner = await visit(browser, hub, "fenna");
  await using partner = await visit(browser, hub, "demi");
  const { page } = owner;
  await open(page, "PA-01");
  await open(partner.page, "PA-01");
  await page.locator(".agreement-acts").getByRole("button", { name: "Meer" }).click();
  await page.getByRole("menuitem", { name: /^Kleine wijziging/ }).click();
  await page.getByText("Een kleine wijziging verandert alleen woorden.").waitFor();
  await page.getByLabel("Wat er veranderde en waarom").fill("Tikfout hersteld.");
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.getByRole("button", { name: "Leg 5 werkdagen ter inzage" }).click();
  await partner.page.getByRole("link", { name: "Bekijk wat anders is." }).click();
  await partner.page.getByText("Alleen woorden veranderen.").waitFor();
  await partner.page.getByRole("button", { name: "Dit is geen kleine wijziging, zegt De Portiek" }).click();
  await partner.page.getByRole("dialog").getByRole("button", { name: "Dit is geen kleine wijziging, zegt De Portiek" }).click();
  await page.locator(".versions").getByText("Vragen stellen").waitFor();
  await page.locator(".agreement-meta").getByText("Geldt nu").waitFor();
  expect([...owner.problems, ...partner.problems]).toEqual([]);
});
