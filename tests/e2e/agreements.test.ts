import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, startWebHub, type Visit, visit } from "../harness/browser.ts";
import { draftState, shownText, toEnd, writeAnew } from "./textPage.ts";

let hub: Hub;
let browser: Browser;

beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

async function visitPage(page: Page, address: string): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator("main h1").first().waitFor();
}

/** Opens a page and waits until it is live. */
async function open(page: Page, address: string): Promise<void> {
  await visitPage(page, address);
  await page.locator('.connection[data-state="live"]:visible').waitFor();
}

const signed = (page: Page, partner: string, answer: string) => page.locator(".answers li", { hasText: partner }).getByText(answer, { exact: true });

/** Answers in the panel of the own organisation. */
async function answer({ page }: Visit, partner: string, words: string, before?: () => Promise<void>): Promise<void> {
  const panel = page.locator(".answer-panel");
  await panel.getByRole("radio", { name: words, exact: true }).check();
  await before?.();
  await panel.getByRole("button", { name: `Teken namens ${partner}: ${words}` }).click();
  await signed(page, partner, words).waitFor();
}

async function openRound(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Open de reactieronde" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Open de reactieronde" }).click();
  await page.locator(".answer-panel").getByRole("radio").first().waitFor();
}

test("AW-01 Y1 five partners make an agreement live: written together, a round, an objection, a next version, all sign, it holds", async () => {
  await using owner = await visit(browser, hub, "fenna");
  await using second = await visit(browser, hub, "demi");
  await using third = await visit(browser, hub, "joost");
  await using fourth = await visit(browser, hub, "rachid");
  await using fifth = await visit(browser, hub, "loes");
  const partners = [
    [second, "De Portiek"],
    [fourth, "ROC Haagkant"],
    [fifth, "Warmtewijs"],
    [owner, "Gemeente"],
  ] as const;
  const { page } = owner;
  await open(page, "/zuidwest/afspraken");
  await page.getByRole("link", { name: "Nieuw voorstel" }).click();
  await page
    .locator(".library")
    .getByRole("link", { name: /^Werving via buurtorganisaties/ })
    .click();
  for (const name of ["Woningcorporatie De Portiek", "Buurtorganisatie Samen Moerwijk", "ROC Haagkant", "Installatiebedrijf Warmtewijs BV"])
    await page.getByRole("checkbox", { name, exact: true }).check();
  await page.getByRole("button", { name: "Maak het concept" }).click();
  await page.getByRole("heading", { name: "PA-08 versie 1 schrijven" }).waitFor();
  await writeAnew(page, "1. De buurt doet het eerste contact.");
  await draftState(page, "saved");
  await open(third.page, "/zuidwest/afspraken/PA-08/schrijven");
  await draftState(third.page, "saved");
  await toEnd(third.page);
  await third.page.keyboard.type("\n\n2. Wie zich meldt, krijgt binnen drie werkdagen antwoord.");
  await page.locator(".preview .articles > li").nth(1).getByText("binnen drie werkdagen").waitFor();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.locator(".agreement-text").waitFor();

  for (const { page: other } of [second, third, fourth, fifth]) await open(other, "/zuidwest/afspraken/PA-08");
  await openRound(page);
  for (const [partner, name] of partners) await answer(partner, name, "Stemt in");
  await signed(third.page, "De Portiek", "Heeft geantwoord").waitFor();
  await answer(third, "Samen Moerwijk", "Bezwaar", async () => {
    const panel = third.page.locator(".answer-panel");
    await panel.getByText("Dit is geen bezwaar bij de gemeente, maar een reden waarom het zo niet kan.").waitFor();
    await panel.getByLabel("Waar gaat het over?").selectOption("2");
    await panel.getByLabel("Waarom kan het zo niet?").fill("Drie werkdagen lukt vrijwilligers niet, dan houden we ons woord niet.");
    await panel.getByLabel("Hoe dan wel?").fill("Wie zich meldt, krijgt binnen vijf werkdagen antwoord.");
  });
  const beside = page.locator("#artikel-2").getByRole("complementary", { name: "Bezwaar van Samen Moerwijk" });
  await beside.getByText("Drie werkdagen lukt vrijwilligers niet").waitFor();
  for (const { page: each } of [second, third, fourth, fifth]) await signed(each, "Gemeente", "Stemt in").waitFor();

  await third.context.setOffline(true);
  await beside.getByRole("button", { name: "Neem over in versie 2" }).click();
  await page.getByRole("heading", { name: "PA-08 versie 2 schrijven" }).waitFor();
  await draftState(page, "saved");
  expect(await shownText(page)).toContain("binnen vijf werkdagen");
  await page.getByRole("button", { name: "Bewaren" }).click();
  for (const { page: other } of [second, fourth, fifth]) {
    await other.getByText("Versie 2 is er.").waitFor();
    await other.getByText("Antwoorden kan nu niet. Er is een volgende versie.").waitFor();
    await other.getByText("binnen drie werkdagen").first().waitFor();
    expect(await other.locator(".answer-panel").getByRole("radio").count()).toBe(0);
  }

  await third.context.setOffline(false);
  await third.page.getByText("Versie 2 is er.").waitFor();
  for (const { page: other } of [second, third, fourth, fifth]) {
    await other.getByRole("link", { name: "Bekijk wat anders is." }).click();
    await other.locator("#artikel-2 ins", { hasText: "vijf" }).waitFor();
    expect((await other.locator("#artikel-2 del").textContent())?.replaceAll(/\s+/g, " ").trim()).toBe("verwijderd: drie (einde)");
  }
  await openRound(page);
  for (const [partner, name] of partners) await answer(partner, name, "Stemt in");
  await answer(third, "Samen Moerwijk", "Onthoudt zich");
  for (const { page: each } of [owner, second, third, fourth, fifth]) await each.locator(".agreement-meta").getByText("Geldt nu").waitFor();
  await signed(second.page, "Samen Moerwijk", "Onthoudt zich").waitFor();
  expect([owner, second, fourth, fifth].flatMap(({ problems }) => problems)).toEqual([]);
});

test("AW-02 a covenant made elsewhere is registered and three partners confirm it, live", async () => {
  await using owner = await visit(browser, hub, "fenna");
  const { page } = owner;
  await visitPage(page, "/zuidwest/afspraken/vastleggen");
  await page.getByLabel("Titel").fill("Convenant Werk in de wijk");
  await page.getByLabel("Vastgesteld op").fill("2025-05-12");
  await page.getByLabel("Waar", { exact: true }).fill("Wijkcentrum");
  for (const name of [
    "Gemeente Den Haag (demo)",
    "Woningcorporatie De Portiek",
    "Woningcorporatie Zuiderlicht",
    "ROC Haagkant",
    "UWV Haaglanden (demo)",
    "Werkservicepunt Zuidwest",
    "Buurtorganisatie Samen Moerwijk",
  ]) {
    await page.getByRole("checkbox", { name, exact: true }).check();
  }
  await page.getByLabel("In het kort, in gewone taal").fill("Zeven partners zoeken samen werk in de wijk.");
  await page.getByRole("button", { name: "Vastleggen" }).click();
  await page.locator(".elsewhere").getByText("Elders vastgesteld op").waitFor();
  const number = /PA-\d+/.exec(page.url())?.[0] ?? "";
  expect(await page.getByText("Controlegetal").count()).toBe(0);
  for (const [index, key] of ["demi", "rachid", "joost"].entries()) {
    await using partner = await visit(browser, hub, key);
    await open(partner.page, `/zuidwest/afspraken/${number}`);
    await partner.page.getByRole("button", { name: /^Ja, dit klopt, namens / }).click();
    await page.getByText(`${index + 1} van 7 partners`).waitFor();
  }
  expect(owner.problems).toEqual([]);
});

test("AW-03 by keyboard alone an answer is signed; while answers are hidden others show only that they answered", async () => {
  await using signer = await visit(browser, hub, "rachid");
  const { page } = signer;
  await open(page, "/zuidwest/afspraken/PA-02");
  await signed(page, "Gemeente", "Heeft geantwoord").waitFor();
  const { keyboard } = page;
  const reached = (selector: string) => page.evaluate((wanted) => document.activeElement?.matches(wanted) ?? false, selector);
  for (let step = 0; step < 80 && !(await reached(".answer-choices input")); step += 1) await keyboard.press("Tab");
  await keyboard.press("Space");
  await keyboard.press("ArrowDown");
  for (let step = 0; step < 5 && !(await reached(".answer-form textarea")); step += 1) await keyboard.press("Tab");
  await keyboard.type("Graag na een half jaar samen terugkijken.");
  for (let step = 0; step < 5 && !(await reached(".answer-form button")); step += 1) await keyboard.press("Tab");
  await keyboard.press("Enter");
  await page.getByText(/Stemt in, met kanttekening\. Getekend door Rachid Fictief/).waitFor();
  await signed(page, "ROC Haagkant", "Stemt in, met kanttekening").waitFor();
  expect(await signed(page, "Gemeente", "Heeft geantwoord").count()).toBe(1);
  expect(signer.problems).toEqual([]);
});

test("AW-05 who holds no mandate prepares the answer; who gets one confirms it in one act", async () => {
  await using seen = await visit(browser, hub, "loes");
  const { page } = seen;
  await visitPage(page, "/zuidwest/afspraken/machtigingen");
  await page.getByRole("button", { name: "Beëindig Loes Voorbeeld" }).click();
  await page.getByText("Nog niemand mag tekenen.").waitFor();
  await open(page, "/zuidwest/afspraken/PA-02");
  const panel = page.locator(".answer-panel");
  await panel.getByText("Je hebt hiervoor geen machtiging.").waitFor();
  expect(await panel.getByRole("button", { name: /^Teken/ }).count()).toBe(0);
  await panel.getByRole("radio", { name: "Onthoudt zich" }).check();
  await panel.getByRole("button", { name: "Zet klaar: Onthoudt zich" }).click();
  await page.locator(".toast", { hasText: "Het antwoord staat klaar voor wie mag tekenen." }).waitFor();

  await visitPage(page, "/zuidwest/afspraken/machtigingen");
  await page.getByLabel("Wie mag tekenen").selectOption({ label: "Loes Voorbeeld" });
  await page.getByRole("button", { name: "Geef machtiging" }).click();
  await page.getByRole("button", { name: "Beëindig Loes Voorbeeld" }).waitFor();
  await open(page, "/zuidwest/afspraken/PA-02");
  await panel.getByText("Loes Voorbeeld zette klaar: Onthoudt zich.").waitFor();
  await panel.getByRole("button", { name: "Teken namens Warmtewijs: Onthoudt zich" }).click();
  await signed(page, "Warmtewijs", "Onthoudt zich").waitFor();
  expect(seen.problems).toEqual([]);
});

test("AW-06 a round about home visits opens only when all terms about data are filled in; what is missing stands in the window", async () => {
  await using seen = await visit(browser, hub, "fenna");
  const { page } = seen;
  await visitPage(page, "/zuidwest/afspraken/nieuw?sjabloon=huisbezoek-en");
  await page.getByRole("checkbox", { name: "Woningcorporatie De Portiek" }).check();
  await page.getByRole("button", { name: "Maak het concept" }).click();
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.getByRole("button", { name: "Open de reactieronde" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Open de reactieronde" }).click();
  await dialog.getByText("Noem de grondslag.").waitFor();
  await dialog.getByRole("button", { name: "Annuleren" }).click();
  await page.getByRole("link", { name: "Verder schrijven" }).click();
  const values = {
    Doel: "Hulp bij geldzorgen",
    Grondslag: "Wet gemeentelijke schuldhulpverlening",
    "Soorten gegevens": "Onderwerp van een signaal",
    Ontvangers: "Schuldhulpteam",
    Verwerkingsverantwoordelijken: "Gemeente",
    "Bewaren (dagen)": "90",
    DPIA: "DEMO-2026-04",
    "Advies functionaris gegevensbescherming": "2026-03-12",
  };
  for (const [label, value] of Object.entries(values)) await page.getByLabel(label, { exact: true }).fill(value);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.locator(".terms").getByText("90 dagen").waitFor();
  await openRound(page);
  expect(seen.problems).toEqual([]);
});

test("AW-20 agreement, role and task name each other on all three pages, live", async () => {
  await using owner = await visit(browser, hub, "fenna");
  await using reader = await visit(browser, hub, "demi", { viewport: { width: 390, height: 844 } });
  const { page } = owner;
  await visitPage(page, "/zuidwest/afspraken/PA-02");
  const roles = page.getByRole("region", { name: "Rollen waar dit op rekent" });
  await roles.getByRole("button", { name: "Rol koppelen" }).click();
  const form = page.getByRole("form", { name: "Rol koppelen" });
  await form.getByLabel("Welke rol").selectOption({ label: "Data- en privacycontact" });
  await form.getByRole("button", { name: "Rol koppelen" }).click();
  const linked = roles.getByRole("link", { name: /Data- en privacycontact/ });
  await linked.getByText("nog niemand").waitFor();
  const [task] = await page
    .getByRole("region", { name: /^Welke taken bestaan hierdoor/ })
    .getByRole("link")
    .allInnerTexts();
  const number = /ZW-\d+/.exec(task ?? "")?.[0] ?? "";
  await visitPage(reader.page, `/zuidwest/taken/${number}`);
  const inTask = reader.page.getByRole("region", { name: "Afspraken" });
  await inTask.getByText("Nog niemand in de rol Data- en privacycontact").waitFor();
  await linked.click();
  const inRole = page.locator(".role-section", { has: page.getByRole("heading", { name: "Wat stopt als deze rol open is" }) });
  await inRole.getByRole("link", { name: new RegExp(number) }).waitFor();
  await inRole.getByRole("link", { name: /PA-02/ }).click();
  await roles.getByRole("button", { name: "Maak Data- en privacycontact los" }).click();
  await inTask.getByText("Nog niemand in de rol Data- en privacycontact").waitFor({ state: "detached" });
  expect([...owner.problems, ...reader.problems]).toEqual([]);
});
