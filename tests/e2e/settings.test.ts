import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, desk, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

test("CS-01 a coordinator adds a partner with a person, and others see both without reload", async () => {
  await using fenna = await visit(browser, hub, "fenna");
  await using demi = await visit(browser, hub, "demi");
  const address = `${hub.url}/zuidwest/instellingen`;
  await Promise.all([fenna.page.goto(address), demi.page.goto(address)]);
  await demi.page.getByRole("heading", { name: "Partners en instellingen" }).waitFor();
  expect(await demi.page.getByRole("button", { name: "Partner toevoegen" }).count()).toBe(0);

  await fenna.page.getByRole("button", { name: "Partner toevoegen" }).click();
  await fenna.page.getByLabel("Naam", { exact: true }).fill("Stichting Nieuw Begin");
  await fenna.page.getByLabel("Korte naam").fill("Nieuw Begin");
  await fenna.page.getByLabel("Soort organisatie").selectOption({ label: "Wijkorganisatie" });
  await fenna.page.getByRole("button", { name: "Opslaan" }).click();
  await demi.page.getByRole("heading", { name: "Stichting Nieuw Begin" }).waitFor();

  await fenna.page.getByRole("button", { name: "Persoon toevoegen bij Nieuw Begin" }).click();
  await fenna.page.getByLabel("Naam van de persoon").fill("Noor Voorbeeld");
  await fenna.page.getByLabel("E-mailadres van het werk").fill("noor@nieuwbegin.example");
  await fenna.page.getByLabel("Wat deze persoon mag").selectOption({ label: "Coördinator van de partner" });
  await fenna.page.getByLabel("Tekent afspraken").check();
  await fenna.page.locator("dialog").getByRole("button", { name: "Persoon toevoegen" }).click();
  const noor = demi.page.getByRole("listitem").filter({ hasText: "Noor Voorbeeld" }).last();
  await noor.getByText("Coördinator van de partner · Tekent afspraken").waitFor();
  expect(await noor.getByRole("button").count()).toBe(0);
  expect([...fenna.problems, ...demi.problems]).toEqual([]);
});

test("CS-02 the name of a theme and of a label changes on the open board of another", async () => {
  await using fenna = await visit(browser, hub, "fenna");
  await using demi = await visit(browser, hub, "demi");
  await fenna.page.goto(`${hub.url}/zuidwest/instellingen?deel=plan`);
  await demi.page.goto(`${hub.url}/zuidwest/bord/moerwijk`);
  await demi.page.getByRole("button", { name: "Thema" }).first().waitFor();
  const rename = async (region: string, name: string) => {
    const field = fenna.page.getByRole("region", { name: region }).getByRole("textbox").first();
    const former = await field.inputValue();
    await field.fill(name);
    await field.blur();
    return former;
  };
  await rename("Thema's", "Werk dichtbij");
  await demi.page.getByText("Werk dichtbij", { exact: true }).first().waitFor();
  const label = await rename("Labels", "Naam van nu");
  await demi.page.getByRole("button", { name: "Label", exact: true }).click();
  await demi.page
    .getByRole("menuitemradio", { name: "Naam van nu" })
    .or(demi.page.getByRole("menuitemcheckbox", { name: "Naam van nu" }))
    .waitFor();
  expect(await demi.page.getByText(label, { exact: true }).count()).toBe(0);
});

test("CS-03 a draft action line says what it misses, and goes into the plan when it has all", async () => {
  await using demi = await visit(browser, hub, "demi");
  const { page } = demi;
  await page.goto(`${hub.url}/zuidwest/instellingen?deel=plan`);
  await page.getByRole("button", { name: "Actielijn toevoegen" }).click();
  await page.getByLabel("Naam van de actielijn").fill("Groen in de straat");
  await page.getByLabel("Zodat").fill("de straat koeler wordt");
  await page.getByRole("button", { name: "Opslaan" }).click();
  const line = page.getByRole("listitem").filter({ hasText: "Groen in de straat" });
  await line.getByRole("button", { name: "In het plan zetten" }).click();
  expect(await line.getByRole("alert").textContent()).toContain("Schrijf op wat het oplevert.");
  await line.getByRole("button", { name: "aanpassen" }).click();
  await page.getByLabel("Wat we verwachten").fill("Twintig bomen");
  await page.getByRole("group", { name: "Verbonden thema's" }).getByRole("checkbox").first().check();
  await page.getByRole("button", { name: "Opslaan" }).click();
  await line.getByText("Twintig bomen").waitFor();
  await line.getByRole("button", { name: "In het plan zetten" }).click();
  await line.getByText("Concept").waitFor({ state: "detached" });
});

test.each([
  ["1440", desk],
  ["390", phone],
])("BM-03 a coordinator keeps columns as a template and makes a board with them from the menu; others read who may: %s", async (width, viewport) => {
  const name = `Twee stappen ${width}`;
  await using fenna = await visit(browser, hub, "fenna", { viewport });
  await using demi = await visit(browser, hub, "demi", { viewport });
  const { page } = fenna;
  await page.goto(`${hub.url}/zuidwest/bord/moerwijk`);
  await page.getByRole("button", { name: "Bord instellen" }).click();
  await page.getByRole("button", { name: "Bewaar kolommen als sjabloon…" }).click();
  await page.getByRole("dialog", { name: "Bewaar de kolommen als sjabloon" }).getByRole("textbox", { name: "Naam" }).fill(name);
  await page.getByRole("button", { name: "Bewaren" }).click();
  await page.locator(".toast").getByText(`Sjabloon ${name} bewaard`).waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Wissel van wijk" }).click();
  await page.getByRole("menuitem", { name: "Nieuw bord maken" }).click();
  await page.getByRole("heading", { name: "Nieuw bord", level: 1 }).waitFor();
  await page.getByRole("button", { name: "Maak het bord" }).click();
  await page.getByText("Kies een wijk of typ de naam.").waitFor();
  await page.getByLabel("Wijk of buurt").fill("moerwijk");
  await page.getByText("Moerwijk heeft al een bord.").waitFor();
  await page.getByLabel("Wijk of buurt").fill(`Spoorzone ${width}`);
  await page.getByLabel("Begin met").selectOption({ label: name });
  await page.getByRole("button", { name: "Wacht op partner weghalen" }).click();
  await page.getByLabel("Naam van kolom 4").fill("Gedaan");
  expect([await axeFindings(page), await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth)]).toEqual([[], false]);
  await page.getByRole("button", { name: "Maak het bord" }).click();
  await page.waitForURL(new RegExp(`/zuidwest/bord/spoorzone-${width}$`));
  await page.getByRole("heading", { name: `Wijkbord Spoorzone ${width}`, level: 1 }).waitFor();
  await page.getByText("Gedaan").first().waitFor();
  await demi.page.goto(`${hub.url}/zuidwest/borden/nieuw`);
  await demi.page.getByText("Alleen een coördinator van de coalitie kan een bord maken.").waitFor();
  expect([...fenna.problems, ...demi.problems]).toEqual([]);
});
