import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { phone, startBrowser, startWebHub, visit } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";

let hub: Hub;
let browser: Browser;
beforeAll(async () => {
  [hub, browser] = await Promise.all([startWebHub(), startBrowser()]);
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
});

const longest = 200;

/** What the focus is on, as it is read out. */
const focused = (page: Page) =>
  page.evaluate(() => {
    const at = document.activeElement;
    const label = at instanceof HTMLInputElement || at instanceof HTMLSelectElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : null;
    return (at?.getAttribute("aria-label") ?? label ?? at?.textContent ?? "").trim();
  });

/** Goes with Tab to what is read out so. */
async function tabTo(page: Page, name: string | RegExp): Promise<void> {
  const seen: string[] = [];
  for (let step = 0; step < longest; step += 1) {
    await page.keyboard.press("Tab");
    const at = await focused(page);
    if (typeof name === "string" ? at === name : name.test(at)) return;
    seen.push(at.slice(0, 40));
  }
  throw new Error(`Tab does not reach ${name}: ${[...new Set(seen)].join(" | ")}`);
}
async function press(page: Page, name: string | RegExp): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.press("Enter");
}
async function write(page: Page, name: string | RegExp, words: string): Promise<void> {
  await tabTo(page, name);
  await page.keyboard.type(words);
}
async function open(page: Page, address: string, what: string): Promise<void> {
  await page.goto(`${hub.url}${address}`);
  await page.locator(what).first().waitFor();
}

test(
  "C6-01 roles are made, linked, found on the map, handed over and taken over by keyboard alone, and Vandaag is answered",
  { timeout: 180_000 },
  async () => {
    await using fenna = await visit(browser, hub, "fenna");
    await using demi = await visit(browser, hub, "demi");
    const { page } = fenna;
    await open(page, "/zuidwest/rollen", ".role-card");
    await press(page, "Rol toevoegen");
    await page.getByRole("dialog").waitFor();
    await write(page, "Naam", "Sleutelhouder");
    await press(page, "Bewaren");
    await page.locator('.role-card[data-role="Sleutelhouder"]').waitFor();
    await open(page, "/zuidwest/rollen?weergave=kaart", ".map-role");
    await press(page, "Sleutelhouder");
    await page.getByRole("heading", { name: "Sleutelhouder" }).waitFor();
    await press(page, "Link toevoegen");
    await page.keyboard.type("Sleutelplan");
    await write(page, /^Adres/, "gemeente.example/sleutels");
    await press(page, "Toevoegen");
    await page.getByRole("link", { name: "Sleutelplan" }).waitFor();
    await page.getByText("opent gemeente.example").waitFor();
    await open(page, "/zuidwest/rollen?weergave=taakverdeling", ".vacancies li");
    await press(page, /^Stel iemand voor: Sleutelhouder/);
    await page.getByRole("dialog").waitFor();
    await press(page, /^Stel Gemeente/);
    await page.locator('[data-seat="ACCEPTED"], [data-seat="CURRENT"]').first().waitFor();
    await open(page, "/zuidwest/rollen?weergave=taakverdeling", ".matrix tr[data-task]");
    await tabTo(page, /Vergelijk met/);
    await page.keyboard.type("01012026");
    await page.locator(".division-changes, .vacancy-banner").first().waitFor();
    await press(page, "Stop vergelijken");
    await page.getByRole("button", { name: "Stop vergelijken" }).waitFor({ state: "detached" });

    await open(page, "/zuidwest/rollen?weergave=personen", "[data-held]");
    await press(page, /^Draag over: /);
    await tabTo(page, "Aan wie");
    await page.keyboard.type("Woningcorporatie De P");
    await press(page, "Vraag De Portiek");
    await page.getByText("wacht op De Portiek").first().waitFor();
    await open(demi.page, "/zuidwest/rollen?weergave=personen", "[data-incoming]");
    const asked = await demi.page.locator("[data-incoming]").count();
    await press(demi.page, /^Neem over namens De Portiek/);
    await demi.page.waitForFunction((before) => document.querySelectorAll("[data-incoming]").length < before, asked);
    await open(demi.page, "/zuidwest/vandaag", "[data-waiting] .button");
    const before = Number(await demi.page.locator("[data-waiting] [data-count]").innerText());
    await press(demi.page, /^Ja, namens De Portiek: /);
    await demi.page.locator("[data-waiting] [data-count]", { hasText: new RegExp(`^${before - 1}$`) }).waitFor();
    await open(demi.page, "/zuidwest/meldingen", ".inbox-row[data-unread]");
    const unread = await demi.page.locator(".inbox-row[data-unread]").count();
    await press(demi.page, /^Gelezen: /);
    await demi.page.waitForFunction((many) => document.querySelectorAll(".inbox-row[data-unread]").length < many, unread);
    await press(demi.page, "Alles gelezen");
    await demi.page.locator(".inbox-row[data-unread]").first().waitFor({ state: "detached" });
    await open(demi.page, "/vandaag", "[data-coalition]");
    await press(demi.page, /^Bekijken: /);
    await demi.page.locator("[data-waiting]").waitFor();
    expect([...fenna.problems, ...demi.problems]).toEqual([]);
  },
);

test("C6-01 a meeting is planned, prepared, led on its screen and closed by keyboard alone, and a guest takes part so", { timeout: 180_000 }, async () => {
  await using fenna = await visit(browser, hub, "fenna");
  await using guest = await visit(browser, hub, null, { viewport: phone });
  const { page } = fenna;
  await open(page, "/zuidwest/overleg", ".meetings");
  await press(page, "Overleg plannen");
  await page.getByRole("dialog").waitFor();
  await tabTo(page, "Titel");
  await page.keyboard.press("Control+A");
  await page.keyboard.type("Toetsenoverleg");
  await write(page, "Dag", "05052027");
  await press(page, "Opslaan");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Toetsenoverleg" }).waitFor();
  await press(page, /^Toetsenoverleg/);
  await page.getByRole("button", { name: "Start overleg" }).waitFor();
  for (const point of ["Eerste punt", "Tweede punt"]) {
    await write(page, "Nieuw punt", point);
    await page.keyboard.press("Enter");
    await page.locator(".agenda").getByText(point).waitFor();
  }
  await press(page, "Tweede punt omhoog");
  await page.locator(".agenda li", { hasText: "Tweede punt" }).locator(".point-mark", { hasText: "1" }).waitFor();
  await press(page, "Link bij Tweede punt");
  await page.keyboard.type("Notitie");
  await write(page, /^Adres/, "gemeente.example/notitie");
  await press(page, "Toevoegen");
  await page.getByRole("link", { name: "Notitie" }).waitFor();
  await press(page, "Start overleg");
  await press(page, "Open het scherm voor de zaal");
  await press(page, "Volgende punt");
  await page.getByRole("heading", { name: "Tweede punt" }).waitFor();
  await page.getByRole("link", { name: "Notitie" }).waitFor();
  await press(page, "Code laten zien");
  await page.getByRole("img", { name: "QR-code om mee te doen" }).waitFor();
  const code = (await page.locator(".join-card b").textContent()) ?? "";
  await open(guest.page, "/meedoen", "form");
  await write(guest.page, /^Code op het scherm/, code);
  await press(guest.page, "Meedoen");
  await guest.page.getByRole("heading", { name: "Tweede punt" }).waitFor();
  await write(guest.page, /^Jouw vraag/, "Mag de hond mee?");
  await press(guest.page, "Vraag stellen");
  await page.getByText("Mag de hond mee?").waitFor();
  await press(page, "Besluit vastleggen");
  await write(page, /^Besluit/, "De hond mag mee.");
  await press(page, "Besluit vastleggen");
  await page.getByRole("dialog").waitFor({ state: "detached" });
  await press(page, "Overleg sluiten");
  await page.getByRole("dialog").waitFor();
  await press(page, "Overleg sluiten");
  await page.getByText("Dit overleg is gesloten").waitFor();
  await press(page, "Terug naar het overleg");
  await page.getByRole("region", { name: "Verslag" }).waitFor();
  const [file] = await Promise.all([page.waitForEvent("download"), press(page, "Markdown")]);
  expect(file.suggestedFilename()).toMatch(/^verslag-2027-05-05\.md$/);
  expect([...fenna.problems, ...guest.problems]).toEqual([]);
});

interface Found {
  roles: { roles: { id: string; name: string }[] };
}

test("RW-07 RW-08 two partners say yes to the last seat at once in two browsers: one holds it, the other reads why; the sign above the board goes", async () => {
  const name = "Data- en privacycontact";
  const [fenna, ...others] = await Promise.all(["fenna", "demi", "rachid"].map((key) => Client.as(hub.url, key)));
  if (!fenna) throw new Error("Nobody is there.");
  const { coalitions } = await fenna.run<{ coalitions: { id: string; slug: string }[] }>("{ coalitions { id slug } }");
  const coalitionId = coalitions.find(({ slug }) => slug === "zuidwest")?.id;
  const { roles } = await fenna.run<Found>("query R($id: ID!) { roles(coalitionId: $id) { roles { id name } } }", { id: coalitionId });
  const roleId = roles.roles.find((role) => role.name === name)?.id;
  for (const client of others) {
    const { me } = await client.run<{ me: { memberships: { organisationId: string }[] } }>("{ me { memberships { organisationId } } }");
    const input = { roleId, organisationId: me.memberships[0]?.organisationId };
    await fenna.run("mutation P($input: ProposeRoleHolderInput!) { proposeRoleHolder(input: $input) { __typename } }", { input });
  }
  await using demi = await visit(browser, hub, "demi");
  await using rachid = await visit(browser, hub, "rachid");
  const board = await demi.context.newPage();
  await open(board, "/zuidwest/bord/moerwijk", `[data-vacancy="${name}"]`);
  // Both yeses leave before either is answered.
  const { promise: bothAsked, resolve: go } = Promise.withResolvers<void>();
  let asking = 0;
  for (const { page } of [demi, rachid]) {
    await open(page, `/zuidwest/rollen/${roleId}`, ".role-history li");
    await page.route("**/graphql", async (route) => {
      if (route.request().postData()?.includes("seatId")) {
        asking += 1;
        if (asking === 2) go();
        await bothAsked;
      }
      await route.continue();
    });
  }
  await Promise.all([demi, rachid].map(({ page }) => page.getByRole("button", { name: /^Ja, namens/ }).click()));
  const why = "Alle plekken van deze rol zijn bezet";
  await Promise.any([demi, rachid].map(({ page }) => page.getByText(why).first().waitFor()));
  for (const { page } of [demi, rachid]) {
    await page.locator('[data-seat="CURRENT"]').first().waitFor();
    await page.locator('[data-seat="DECLINED"]', { hasText: "een ander is gekozen" }).waitFor();
  }
  const refused = await Promise.all([demi, rachid].map(({ page }) => page.getByText(why).count()));
  expect(refused.filter((count) => count > 0)).toHaveLength(1);
  await board.locator(`[data-vacancy="${name}"]`).waitFor({ state: "detached" });
  expect([...demi.problems, ...rachid.problems]).toEqual([]);
});
