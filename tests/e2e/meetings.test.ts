import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeFindings, phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { rounds } from "../harness/seeds.ts";

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

/** Plans a meeting about one board, and starts it. */
async function startMeeting(page: Page, title: string, area: string, day: string): Promise<string> {
  await page.goto(`${hub.url}/zuidwest/overleg`);
  await page.getByRole("button", { name: "Overleg plannen" }).click();
  await page.getByLabel("Titel").fill(title);
  await page.getByLabel("Over", { exact: true }).selectOption({ label: area });
  await page.getByLabel("Dag").fill(day);
  await page.getByRole("button", { name: "Opslaan" }).click();
  await page.getByRole("link", { name: title }).click();
  await page.getByLabel("Nieuw punt").fill("Taken verdelen");
  await page.getByLabel("Minuten", { exact: true }).fill("15");
  await page.getByRole("button", { name: "Op de agenda", exact: true }).click();
  await page.locator(".agenda").getByText("Taken verdelen").waitFor();
  await page.getByRole("button", { name: "Start overleg" }).click();
  await page.getByRole("button", { name: "Volgende punt" }).click();
  await page.getByRole("heading", { name: "Taken verdelen" }).waitFor();
  return page.url();
}

async function addTask(page: Page, title: string): Promise<string> {
  await page.getByLabel("Nieuwe taak").fill(title);
  await page.keyboard.press("Enter");
  const row = page.locator(".divide li").filter({ hasText: title });
  await row.waitFor();
  return (await row.locator(".digits").textContent()) ?? "";
}

/** Three acts of who takes notes: who leads, the day, write it down. */
async function divide(page: Page, number: string, partner: string): Promise<void> {
  await page.getByLabel(`Wie trekt ${number}?`).selectOption({ label: partner });
  await page.getByLabel(`${number} klaar op`).fill("2027-06-01");
  await page.getByRole("button", { name: `${number} vastleggen` }).click();
  await page.getByLabel(`Wie trekt ${number}?`).waitFor({ state: "detached" });
}

test(
  "C1-01 one laptop, one phone and three partners without a device divide eight tasks; each confirms afterwards in one act",
  { timeout: 180_000 },
  async () => {
    await using fenna = await visit(browser, hub, "fenna");
    await using demi = await visit(browser, hub, "demi", { viewport: phone });
    const { page } = fenna;
    const address = await startMeeting(page, "Overleg Bouwlust", "Bouwlust", "2027-05-11");
    await demi.page.goto(address);
    await demi.page.getByRole("heading", { name: "Taken verdelen" }).waitFor();
    const partners = ["Samen Moerwijk", "UWV", "ROC Haagkant"];
    const numbers: string[] = [];
    for (let task = 1; task <= 8; task++) {
      const number = await addTask(page, `Verdeeltaak ${task}`);
      numbers.push(number);
      await divide(page, number, task === 8 ? "Gemeente" : task === 7 ? "De Portiek" : (partners[task % 3] ?? ""));
    }
    await page.getByRole("button", { name: "Besluit vastleggen" }).click();
    await page.getByRole("textbox", { name: "Besluit" }).fill("We beginnen in juni.");
    await page.getByRole("dialog").getByRole("button", { name: "Besluit vastleggen" }).click();
    await demi.page.getByRole("heading", { name: "Vandaag besloten" }).waitFor();
    expect(await demi.page.getByRole("button", { name: "Zo heb ik het niet begrepen" }).count()).toBe(0);
    await demi.page.getByRole("checkbox", { name: "De Portiek" }).check();
    await demi.page.getByRole("button", { name: "Zo heb ik het niet begrepen" }).click();
    await page.getByText("De Portiek begreep het anders").waitFor();

    const changed = await page.locator(".changes li").count();
    await page.getByRole("button", { name: "Overleg sluiten" }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Overleg sluiten" }).click();
    const minutes = page.getByRole("region", { name: "Verslag" });
    await minutes.waitFor();
    for (const number of numbers) expect(await minutes.getByText(number).count()).toBeGreaterThan(0);
    await minutes.getByText("We beginnen in juni.").first().waitFor();
    expect(await page.locator(".minutes ul").last().getByRole("listitem").count()).toBe(changed);

    for (const [key, partner, count] of [
      ["joost", "Samen Moerwijk", 2],
      ["imani", "UWV", 2],
      ["rachid", "ROC Haagkant", 2],
    ] as const) {
      await using member = await visit(browser, hub, key);
      await member.page.goto(address);
      await member.page.getByRole("button", { name: `Alle ${count} bevestigen namens ${partner}` }).click();
      await member.page
        .locator(".promises li")
        .filter({ hasText: partner })
        .filter({ hasText: "Bevestigd" })
        .nth(count - 1)
        .waitFor();
    }
    await page.locator(".promises li").filter({ hasText: "Bevestigd" }).nth(5).waitFor();
    expect(fenna.problems).toEqual([]);
  },
);

test(
  "C1-02 five partners in five browsers, one offline for a while, one by keyboard alone, the chair drops out; the list of changes is the same for all",
  { timeout: 180_000 },
  async () => {
    const keys = ["fenna", "demi", "joost", "loes", "rachid"] as const;
    const visits = await Promise.all(keys.map((key) => visit(browser, hub, key)));
    const [fenna, demi, joost, loes, rachid] = visits;
    if (!fenna || !demi || !joost || !loes || !rachid) throw new Error("Five browsers are needed.");
    const address = await startMeeting(fenna.page, "Overleg Morgenstond", "Morgenstond", "2027-05-12");
    for (const { page } of [demi, joost, loes, rachid]) {
      await page.goto(address);
      await page.getByRole("heading", { name: "Taken verdelen" }).waitFor();
    }
    await demi.page.getByRole("checkbox", { name: "De Portiek" }).focus();
    await demi.page.keyboard.press("Space");
    await fenna.page.locator(".room li[data-there]").filter({ hasText: "De Portiek" }).waitFor();

    await loes.context.setOffline(true);
    const until = Date.now() + rounds(5, 30) * 1_000;
    const number = await addTask(fenna.page, "Plantenbakken vullen");
    await divide(fenna.page, number, "De Portiek");
    for (let task = 2; task <= rounds(2, 8); task++) await divide(fenna.page, await addTask(fenna.page, `Verdeeltaak ${task}`), "Samen Moerwijk");
    await fenna.page.getByRole("button", { name: "Voorzitten overdragen" }).click();
    await fenna.page.getByLabel("Wie zit voor?").selectOption({ label: "Joost Demo, Samen Moerwijk" });
    await fenna.page.getByRole("dialog").getByRole("button", { name: "Voorzitten overdragen" }).click();
    await joost.page.getByRole("button", { name: "Besluit vastleggen" }).waitFor();
    await loes.page.waitForFunction((end) => Date.now() >= end, until, { timeout: 60_000 });
    await loes.context.setOffline(false);
    await loes.page.locator(".changes").getByText("Plantenbakken vullen").first().waitFor();

    await loes.page
      .locator(".changes")
      .getByText("toezegging")
      .nth(rounds(2, 8) - 1)
      .waitFor();
    const changed = await loes.page.locator(".changes li").count();
    await joost.context.setOffline(true);
    for (const name of ["Voorzitten overnemen", "Overleg sluiten"]) {
      await demi.page.getByRole("button", { name }).press("Enter");
      await demi.page.getByRole("dialog").getByRole("button", { name }).press("Enter");
      await demi.page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await joost.context.setOffline(false);
    const texts: string[] = [];
    for (const { page, problems } of visits) {
      await page.getByRole("region", { name: "Verslag" }).waitFor();
      texts.push((await page.locator(".minutes").textContent()) ?? "");
      expect(problems).toEqual([]);
    }
    expect(new Set(texts).size).toBe(1);
    expect(texts[0]).toContain(number);
    expect(await joost.page.locator(".minutes ul").last().getByRole("listitem").count()).toBe(changed);
    await demi.page.getByRole("button", { name: "Bevestigen namens De Portiek" }).press("Enter");
    await loes.page.locator(".promises li").filter({ hasText: "De Portiek" }).filter({ hasText: "Bevestigd" }).waitFor();
    for (const each of visits) await each[Symbol.asyncDispose]();
  },
);

test("C1-03 ME-26 a guest with the code of the screen sees the point, asks one question, and is signed in nowhere", { timeout: 180_000 }, async () => {
  await using fenna = await visit(browser, hub, "fenna");
  await using guest = await visit(browser, hub, null, { viewport: phone });
  await startMeeting(fenna.page, "Overleg Moerwijk kort", "Moerwijk", "2027-05-13");
  await fenna.page.getByRole("link", { name: "Open het scherm voor de zaal" }).click();
  await fenna.page.getByText("van 15 minuten").waitFor();
  await fenna.page.getByRole("button", { name: "5 minuten erbij" }).click();
  await fenna.page.getByText("van 20 minuten").waitFor();
  await fenna.page.getByRole("button", { name: "Code laten zien" }).click();
  await fenna.page.getByRole("img", { name: "QR-code om mee te doen" }).waitFor();
  const code = (await fenna.page.locator(".join-card b").textContent()) ?? "";
  expect(code).toMatch(/^[2-9a-z]{8}$/);
  expect(await axeFindings(fenna.page)).toEqual([]);
  await guest.page.goto(`${hub.url}/meedoen`);
  await guest.page.getByLabel("Code op het scherm").fill("aaaaaaaa");
  await guest.page.getByRole("button", { name: "Meedoen" }).click();
  await guest.page.getByText("Deze code klopt niet, of het overleg is voorbij.").waitFor();
  await guest.page.getByLabel("Code op het scherm").fill(code.toUpperCase());
  await guest.page.getByRole("button", { name: "Meedoen" }).click();
  await guest.page.getByRole("heading", { name: "Taken verdelen" }).waitFor();
  expect(await axeFindings(guest.page)).toEqual([]);
  await guest.page.getByLabel("Jouw vraag").fill("Wanneer begint het?");
  await guest.page.getByRole("button", { name: "Vraag stellen" }).click();
  await fenna.page.getByText("Wanneer begint het?").waitFor();
  expect(await guest.context.cookies()).toEqual([]);
  await fenna.page.getByRole("button", { name: "Overleg sluiten" }).click();
  await fenna.page.getByRole("dialog").getByRole("button", { name: "Overleg sluiten" }).click();
  await fenna.page.getByText("Dit overleg is gesloten").waitFor();
});
