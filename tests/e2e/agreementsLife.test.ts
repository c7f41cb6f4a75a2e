import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { actAs, readAs } from "../harness/agreements.ts";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, startBrowser, visit, webRoot } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
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

test("AW-22 a copy shows where it came from and what differs; an article and a look back show the cases that were counted", async () => {
  const [fenna, demi] = await Promise.all(["fenna", "demi"].map((key) => Client.as(hub.url, key)));
  if (!fenna || !demi) throw new Error("Nobody.");
  const { coalition, columns, tasks } = await boardCalled(fenna, "Moerwijk");
  const signatoryIds = ["Gemeente", "De Portiek"].map((name) => coalition.organisations.find(({ shortName }) => shortName === name)?.id);
  const { agreement } = await actAs(fenna, "draftAgreement", { coalitionId: coalition.id, templateKey: "knelpunten", signatoryIds });
  const latest = async () => (await readAs(fenna, agreement?.id ?? "")).versions[0];
  const draft = await latest();
  await actAs(fenna, "openConsentRound", { versionId: draft?.id, expectedVersion: draft?.version });
  const frozen = await latest();
  for (const [index, client] of [fenna, demi].entries())
    await actAs(client, "signOff", {
      versionId: frozen?.id,
      organisationId: signatoryIds[index],
      contentHash: frozen?.contentHash,
      expectedSignOffId: null,
      response: "CONSENT",
    });
  await using partner = await visit(browser, hub, "demi");
  const { page } = partner;
  const source = (await readAs(demi, agreement?.id ?? "")).number;
  await open(page, source);
  const going = tasks.find(({ state }) => state === "IN_PROGRESS");
  const columnId = columns.find(({ state }) => state === "BLOCKED")?.id;
  expect(
    await change(fenna, "moveTask", "MoveTaskInput", { id: going?.id, columnId, expectedVersion: going?.version, reason: "Wacht op de sleutel." }),
  ).toMatchObject({
    __typename: "MoveTaskPayload",
  });
  const text = (frozen?.text ?? "").replace("vijf", "zeven");
  const copy = await actAs(demi, "draftAgreement", { coalitionId: coalition.id, sourceVersionId: frozen?.id, text, signatoryIds });
  const { number } = await readAs(demi, copy.agreement?.id ?? "");

  await page.reload();
  await page.getByRole("region", { name: "Overgenomen door andere wijken" }).getByRole("link", { name: number }).waitFor();
  await page.locator(".watched summary").click();
  const found = page.locator(".watch-cases li", { has: page.getByRole("link", { name: going?.number ?? "" }) });
  await found.first().getByText("loopt nog").waitFor();
  await page.getByRole("button", { name: "Formulier om terug te kijken" }).click();
  await page.getByRole("region", { name: "Wat de hub telde sinds de vorige keer" }).getByText("Artikel 1").waitFor();
  expect(await axeFindings(page)).toEqual([]);

  await open(page, number);
  const card = page.getByRole("region", { name: "Overgenomen van een andere wijk" });
  await card.getByRole("link", { name: source }).waitFor();
  await card.getByText(`1 artikel is anders dan in ${source}, versie 1.`).waitFor();
  expect(await card.locator("del").allInnerTexts()).toEqual([expect.stringContaining("vijf")]);
  expect(await card.locator("ins").allInnerTexts()).toEqual([expect.stringContaining("zeven")]);
  expect(partner.problems).toEqual([]);
});
