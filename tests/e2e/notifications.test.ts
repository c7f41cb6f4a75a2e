import { SessionTable, UserTable } from "@wijkbord/server/src/accounts/account.tables.ts";
import { CoalitionTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { boardCalled, change } from "../harness/board.ts";
import { axeFindings, phone, startBrowser, visit, webRoot } from "../harness/browser.ts";
import { Client } from "../harness/client.ts";
import { days } from "../harness/clock.ts";
import { FreshCoalition } from "../harness/freshCoalition.ts";
import { startTestHub } from "../harness/hub.ts";
import { Mailbox } from "../harness/mailbox.ts";
import { selfOf } from "../harness/work.ts";

let hub: Hub;
let browser: Browser;
let number: string;
let box: Mailbox;
let ahead = 0;
const clock = { now: () => new Date(Date.now() + ahead) };
/** Goes on to eleven o'clock (UTC) of the next day, when mail may leave; gives that moment. */
function toNextDay(): number {
  const moment = new Date(clock.now().getTime() + days).setUTCHours(11, 0, 0, 0);
  ahead = moment - Date.now();
  return moment;
}

beforeAll(async () => {
  box = await Mailbox.open();
  [hub, browser] = await Promise.all([startTestHub({ SMTP_URL: box.url }, { webRoot, clock }), startBrowser()]);
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  number = (await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Bel de bakker" })).task?.number ?? "";
});
afterAll(async () => {
  await browser.close();
  await hub[Symbol.asyncDispose]();
  await box[Symbol.asyncDispose]();
});

const live = (page: Page) => page.locator('.connection[data-state="live"]:visible').waitFor();
const bell = (page: Page) => page.locator(".bell:visible");
async function open(page: Page, address: string): Promise<void> {
  await page.goto(`${hub.url}/zuidwest/${address}`);
  await live(page);
}

test("NT-06 a mention is completed while typing, stands as a chip, reaches every device live, and opens its task", async () => {
  await using writer = await visit(browser, hub, "fenna");
  await using onPhone = await visit(browser, hub, "demi", { viewport: phone });
  await using onDesk = await visit(browser, hub, "demi");
  await open(onPhone.page, "vandaag");
  await open(onDesk.page, "meldingen");
  const readAll = onDesk.page.getByRole("button", { name: "Alles gelezen" });
  await onDesk.page.locator(".inbox-day, .state").first().waitFor();
  if (await readAll.isVisible()) await readAll.click();
  await bell(onPhone.page)
    .and(onPhone.page.getByRole("link", { name: "Meldingen", exact: true }))
    .waitFor();
  await open(writer.page, `taken/${number}`);
  const box = writer.page.locator(".say textarea");
  await box.fill("Dag @demi");
  await writer.page.locator(".mention-list button").first().click();
  await box.press("Control+Enter");
  await writer.page.locator(".comment .markdown mark", { hasText: "@Demi" }).waitFor();
  await bell(onPhone.page)
    .and(onPhone.page.getByRole("link", { name: "Meldingen, 1 nieuw" }))
    .waitFor();
  await onDesk.page.locator(".inbox-row[data-unread]", { hasText: number }).waitFor();
  await bell(onPhone.page).click();
  await onPhone.page.getByRole("link", { name: new RegExp(`^${number} Bel de bakker`) }).click();
  await onPhone.page.waitForURL(`**/taken/${number}`);
  await onPhone.page.getByRole("heading", { name: "Bel de bakker" }).waitFor();
  await bell(onDesk.page)
    .and(onDesk.page.getByRole("link", { name: "Meldingen", exact: true }))
    .waitFor();
  await onDesk.page.locator(".inbox-row:not([data-unread])", { hasText: number }).waitFor();
  expect([...writer.problems, ...onPhone.problems, ...onDesk.problems]).toEqual([]);
});

test("NT-07 axe finds nothing on the notifications, and nothing scrolls sideways at 320 px", async () => {
  await using reader = await visit(browser, hub, "demi");
  for (const size of [{ width: 1440, height: 900 }, phone]) {
    await reader.page.setViewportSize(size);
    await open(reader.page, "meldingen");
    await reader.page.locator(".inbox-row").first().waitFor();
    expect(await axeFindings(reader.page)).toEqual([]);
    if (process.env["WIJKBORD_SHOTS"]) await reader.page.screenshot({ path: `${process.env["WIJKBORD_SHOTS"]}/meldingen-${size.width}.png` });
  }
  await reader.page.setViewportSize({ width: 320, height: 700 });
  expect(await reader.page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
});

test("ANN-01 what is asked of you or your organisation is read out once, other news is not, and a pause silences it", async () => {
  await using reader = await visit(browser, hub, "rachid");
  const { page } = reader;
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  const { organisationId } = await selfOf(await Client.as(hub.url, "rachid"));
  await open(page, "afspraken");
  const unread = async () => Number(/(\d+) nieuw/.exec((await bell(page).getAttribute("aria-label")) ?? "")?.[1] ?? 0);
  await page.evaluate(() => {
    const region = document.querySelector("#live-polite");
    const { dataset } = document.body;
    if (region) new MutationObserver(() => (dataset["heard"] = `${dataset["heard"] ?? ""}${region.textContent}\n`)).observe(region, { childList: true });
  });
  const heard = async () => (await page.evaluate(() => document.body.dataset["heard"] ?? "")).split("\n");
  const hears = (text: string) => page.waitForFunction((wanted) => document.body.dataset["heard"]?.includes(wanted), text);
  const askFor = async (title: string) => {
    const before = await unread();
    const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title });
    await change(fenna, "proposeAssignment", "ProposeAssignmentInput", { taskId: task?.id, organisationId, letter: "RESPONSIBLE" });
    await bell(page)
      .and(page.getByRole("link", { name: `Meldingen, ${before + 1} nieuw` }))
      .waitFor();
    return task;
  };
  const task = await askFor("Stoelen tellen");
  const said = `Fenna Voorbeeld, Gemeente vraagt jullie om mee te doen: ${task?.number} Stoelen tellen`;
  await hears(said);
  await page.getByRole("button", { name: "Pauzeer het voorlezen van wat anderen doen" }).click();
  await askFor("Tafels tellen");
  await page.getByRole("button", { name: "Hervat het voorlezen van wat anderen doen" }).click();
  const last = await askFor("Lampen tellen");
  await hears(last?.number ?? "");
  expect((await heard()).filter((text) => text.includes("vraagt jullie"))).toEqual([said, said.replace(/: .*/, `: ${last?.number} Lampen tellen`)]);
  expect(reader.problems).toEqual([]);
});

test("NT-12 with another window in front the browser shows what is asked, with the way to it, when the person wants that", async () => {
  await using reader = await visit(browser, hub, "rachid", { permissions: ["notifications"] });
  const { page } = reader;
  const fenna = await Client.as(hub.url, "fenna");
  const board = await boardCalled(fenna, "Moerwijk");
  const { organisationId } = await selfOf(await Client.as(hub.url, "rachid"));
  const ask = async (title: string) => {
    const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title });
    await change(fenna, "proposeAssignment", "ProposeAssignmentInput", { taskId: task?.id, organisationId, letter: "RESPONSIBLE" });
    return task?.number;
  };
  await open(page, "meldingen");
  await page.getByText("Waarover hoor je iets?").click();
  const wants = page.getByLabel("Laat deze browser het ook zeggen");
  await wants.click();
  await expect.poll(() => wants.isChecked()).toBe(true);
  expect(await axeFindings(page)).toEqual([]);
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const shown = () => page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ body }) => body));
  await ask("Kopjes tellen");
  await page.locator("#live-polite").getByText("Kopjes tellen").waitFor({ state: "attached" });
  expect(await shown()).toEqual([]);
  // A browser under test always says that its window is in front.
  await page.evaluate(() => (document.hasFocus = () => false));
  const number = await ask("Schotels tellen");
  await expect.poll(shown).toEqual([`Fenna Voorbeeld, Gemeente vraagt jullie om mee te doen: ${number} Schotels tellen`]);
  const leads = await page.evaluate(async () => (await (await navigator.serviceWorker.ready).getNotifications()).map(({ data }): unknown => data));
  expect(leads).toEqual([{ address: `/zuidwest/taken/${number}` }]);
  expect(reader.problems).toEqual([]);
});

test("ANN-02 two minutes before a session ends that is read out at once and stands on the page", async () => {
  await using reader = await visit(browser, hub, "joost", { viewport: phone });
  const em = hub.services.database.read();
  const { id: userId } = await em.findOneOrFail(UserTable, { demoKey: "joost" });
  await em.nativeUpdate(SessionTable, { userId }, { expiresAt: new Date(Date.now() + 100_000) });
  await open(reader.page, "afspraken");
  const said = /^Om \d+[.:]\d\d.* word je op dit apparaat afgemeld/;
  await reader.page.locator(".session-end").getByText(said).waitFor();
  await reader.page.locator("#live-assertive").getByText(said).waitFor({ state: "attached" });
});

test("ML-09 the person chooses how it hears of each kind, and sees the next morning mail", async () => {
  const fenna = await Client.as(hub.url, "fenna");
  await using visited = await visit(browser, hub, "fenna", { viewport: phone });
  const { page } = visited;
  await open(page, "meldingen");
  await page.getByText(/^Mail naar jou fenna/).click();
  await page.getByText(/^Mail gaat naar fenna/).waitFor();
  await page.getByText("Waarover hoor je iets?").click();
  await page.getByLabel("Iemand noemt jou of je organisatie").selectOption("Meteen een mail");
  const settings = () =>
    fenna.run<{ notificationSettings: { kinds: { kind: string; delivery: string }[] } }>(`{ notificationSettings { kinds { kind delivery } } }`);
  await expect.poll(async () => (await settings()).notificationSettings.kinds.find(({ kind }) => kind === "MENTION")?.delivery).toBe("AT_ONCE");
  await page.getByText("Zo ziet je volgende ochtendmail er nu uit").click();
  await page.locator(".mail-preview, .deliveries details .quiet").first().waitFor();
  expect(await axeFindings(page)).toEqual([]);
  expect(visited.problems).toEqual([]);
});

test("C7-01 a link in the morning mail, opened on a phone, lands after signing in on the item, which is answered two taps later", async () => {
  const fenna = await Client.as(hub.url, "fenna");
  const demi = await Client.as(hub.url, "demi");
  const { me } = await demi.run<{ me: { memberships: { organisationId: string }[] } }>(`{ me { memberships { organisationId } } }`);
  const board = await boardCalled(fenna, "Moerwijk");
  const { task } = await change(fenna, "createTask", "CreateTaskInput", { boardId: board.id, title: "Soep koken voor zondag" });
  const organisationId = me.memberships[0]?.organisationId;
  await change(fenna, "proposeAssignment", "ProposeAssignmentInput", { taskId: task?.id, organisationId, letter: "RESPONSIBLE" });
  toNextDay();
  await hub.mail.run();
  const [mail] = box.take("demi");
  const link =
    mail?.text
      .split("\n")
      .find((line) => line.includes(`/taken/${task?.number}`))
      ?.trim() ?? "";

  await using visited = await visit(browser, hub, null, { viewport: phone });
  const { page } = visited;
  await page.goto(link);
  await page.getByRole("link", { name: "Aanmelden" }).click();
  await page.getByRole("button", { name: /Demi Demo.*Portiek/s }).click();
  await page.waitForURL(`**/taken/${task?.number}`);
  await page.getByRole("button", { name: /^Ja, namens/ }).click();
  const later = await Client.as(hub.url, "demi");
  const states = async () =>
    (await later.run<{ task: { assignments: { state: string }[] } }>(`query T($id: ID!) { task(id: $id) { assignments { state } } }`, { id: task?.id })).task;
  await expect.poll(async () => (await states()).assignments).toEqual([{ state: "ACCEPTED" }]);
  await page.goto(new URL(mail?.stopPath ?? "", hub.url).href);
  await page.getByRole("button", { name: "Geen mail meer hierover" }).click();
  await page.getByText("Je krijgt deze mail niet meer.").waitFor();
  expect(await axeFindings(page)).toEqual([]);
});

test("ML-17 a person of a new coalition gives an address, confirms it by the mail to it, and then gets mail", async () => {
  const coalition = await FreshCoalition.start(hub, "Samen met post", 2);
  const { slug } = await hub.services.database.read().findOneOrFail(CoalitionTable, { id: coalition.id });
  const address = `kim${Date.now()}@voorbeeld.org`;
  await using visited = await visit(browser, hub, null, { viewport: phone });
  const { page, context } = visited;
  const value = await hub.services.sessions.start(coalition.partner(1).userId, false, true);
  await context.addCookies([{ name: "wijkbord-session", value, url: hub.url, httpOnly: true, sameSite: "Lax" }]);
  await page.goto(`${hub.url}/${slug}/meldingen`);
  await page.getByText("Mail naar jou nog geen adres").click();
  await page.getByLabel("Je mailadres").fill("kim@voorbeeld");
  await page.getByRole("button", { name: "Stuur de link" }).click();
  await page.getByText("Dit is geen geldig e-mailadres.").waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await page.getByLabel("Je mailadres").fill(address);
  await page.keyboard.press("Enter");
  await page.getByText(`Wacht op bevestiging van ${address}.`).waitFor();
  expect(await axeFindings(page)).toEqual([]);
  const { text } = await box.next(address);

  await using other = await visit(browser, hub, null);
  await other.page.goto(hub.url + (/\/mail\/adres\/\S+/.exec(text)?.[0] ?? ""));
  await other.page.getByRole("button", { name: "Ja, dit is mijn mailadres" }).click();
  await other.page.getByText("Je adres is bevestigd.").waitFor();
  expect(await axeFindings(other.page)).toEqual([]);
  expect(await other.context.cookies()).toEqual([]);
  await page.getByText(`Mail gaat naar ${address}.`).waitFor();

  const noon = toNextDay();
  const input = { coalitionId: coalition.id, title: "Eerste overleg", startsAt: new Date(noon + days), endsAt: new Date(noon + days + 3_600_000) };
  await (await coalition.as(0)).run(`mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { __typename } }`, { input });
  await hub.mail.run();
  expect((await box.next(address)).subject).toMatch(/^Overleg Eerste overleg, /);
  expect([...visited.problems, ...other.problems]).toEqual([]);
});
