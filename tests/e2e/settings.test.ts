import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startBrowser, startWebHub, visit } from "../harness/browser.ts";

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
