import { OrganisationKind, StartKind } from "@wijkbord/schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import { Client } from "../harness/client.ts";
import { hours } from "../harness/clock.ts";
import { FreshCoalition } from "../harness/freshCoalition.ts";
import { startTestHub } from "../harness/hub.ts";
import { Mailbox, type Received } from "../harness/mailbox.ts";

let box: Mailbox;
let hub: Awaited<ReturnType<typeof startTestHub>>;
let coalition: FreshCoalition;
/** Ten in the evening in the Netherlands. */
const clock = { time: Date.parse("2026-03-02T21:00:00Z"), now: () => new Date(clock.time) };

beforeAll(async () => {
  box = await Mailbox.open();
  hub = await startTestHub({ SMTP_URL: box.url, DEMO: "off" }, { clock });
  coalition = await FreshCoalition.start(hub, "Samen voor de post", 4);
});
afterAll(async () => {
  await hub[Symbol.asyncDispose]();
  await box[Symbol.asyncDispose]();
});

interface Settings {
  readonly address: string | null;
  readonly waitingAddress: { readonly address: string; readonly refused: boolean } | null;
  readonly mayGiveAddress: boolean;
  readonly language: string;
  readonly mailPage: string | null;
}
const fields = "address waitingAddress { address refused } mayGiveAddress language mailPage";
const settingsOf = async (client: Client) =>
  (await client.run<{ notificationSettings: Settings }>(`{ notificationSettings { ${fields} } }`)).notificationSettings;

/** Makes one of the three changes; gives its settings, or the code of the refusal. */
async function change(client: Client, name: string, input: Record<string, unknown>): Promise<Settings | string> {
  const title = name.charAt(0).toUpperCase() + name.slice(1);
  const query = `mutation C($input: ${title}Input!) { answer: ${name}(input: $input) { ... on ${title}Payload { settings { ${fields} } } ... on ValidationProblem { code } ... on NotAllowed { code: reason } } }`;
  const { data, errors } = await client.send(query, { input });
  const { answer } = (data ?? {}) as { answer?: { settings?: Settings; code?: string } };
  return answer?.settings ?? answer?.code ?? errors?.[0]?.extensions.code ?? "";
}
const give = (client: Client, email: string, more: Record<string, unknown> = {}) => change(client, "setMailAddress", { email, ...more });
const pathIn = ({ text }: Received) => /https?:\/\/[^/\s]+(\/mail\/adres\/\S+)/.exec(text)?.[1] ?? "";
const open = (path: string, method = "GET") =>
  fetch(`${hub.url}${path}`, { method, headers: method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {} });
const status = async (path: string, method = "GET") => (await open(path, method)).status;
const rows = (sql: string, values: unknown[] = []) => hub.services.database.read().execute<Record<string, unknown>[]>(sql, values);

/** Gives an address and confirms it. */
async function confirm(client: Client, email: string): Promise<void> {
  await give(client, email);
  expect(await status(pathIn(await box.next(email)), "POST")).toBe(200);
}
/** A meeting to which everybody else is invited. */
async function invite(title: string): Promise<void> {
  const at = (hour: number) => new Date(clock.time + hour * hours).toISOString();
  const input = { coalitionId: coalition.id, title, startsAt: at(24), endsAt: at(25) };
  await (await coalition.as(0)).run(`mutation P($input: PlanMeetingInput!) { planMeeting(input: $input) { __typename } }`, { input });
  await hub.mail.run();
}

test("ML-10 an address counts once its link is used: at any hour, once, without a session and without giving one, and in no log", async () => {
  const kim = await coalition.as(1);
  const before = await rows("select sequence from coalition where id = ?", [coalition.id]);
  expect(await give(kim, " Kim@Voorbeeld.org ")).toMatchObject({ address: null, waitingAddress: { address: "kim@voorbeeld.org", refused: false } });
  const mail = await box.next("kim@voorbeeld.org");
  expect(mail.subject).toBe("Bevestig je mailadres voor Wijkbord");
  expect(mail.text).not.toContain("Coördinator");
  const path = pathIn(mail);
  expect([await status(path), await status(path)]).toEqual([200, 200]);
  expect((await settingsOf(kim)).address).toBe(null);
  const done = await open(path, "POST");
  expect([done.status, done.headers.get("set-cookie")]).toEqual([200, null]);
  expect(await done.text()).not.toContain("kim@");
  expect(await settingsOf(kim)).toMatchObject({ address: "kim@voorbeeld.org", waitingAddress: null });
  expect([await status(path, "POST"), await status(path)]).toEqual([410, 410]);

  expect(await rows("select sequence from coalition where id = ?", [coalition.id])).toEqual(before);
  expect(await rows("select id from event where changes::text like '%voorbeeld.org%'")).toEqual([]);
  expect(await rows("select token_hash from mail_address_link where token_hash = ?", [path.split("/").at(-1)])).toEqual([]);
  expect(await rows("select id from mail_address_request")).toEqual([]);
  expect((await settingsOf(await coalition.as(2))).address).toBe(null);
});

test("ML-11 a link ends after 24 hours, when its address is taken back or replaced, each mail that leaves has one that works, and a refused one is told", async () => {
  const noor = await coalition.as(2);
  await give(noor, "noor@voorbeeld.org");
  const first = pathIn(await box.next("noor@"));
  const clientMutationId = crypto.randomUUID();
  await give(noor, "noor@voorbeeld.org", { clientMutationId });
  const second = pathIn(await box.next("noor@"));
  await give(noor, "noor@voorbeeld.org", { clientMutationId });
  expect(await rows("select id from mail where kind = 'ADDRESS' and started_at is null")).toEqual([]);
  expect([await status(first), await status(second), await status(`${second.slice(0, -1)}.`)]).toEqual([200, 200, 404]);
  await give(noor, "nora@voorbeeld.org");
  const replaced = pathIn(await box.next("nora@"));
  expect([await status(first, "POST"), await status(second, "POST"), await status(replaced)]).toEqual([410, 410, 200]);
  expect(await change(noor, "dropMailAddress", { waiting: true })).toMatchObject({ waitingAddress: null });
  expect(await status(replaced, "POST")).toBe(410);

  await give(noor, "niemand@voorbeeld.org");
  await expect.poll(async () => (await settingsOf(noor)).waitingAddress).toEqual({ address: "niemand@voorbeeld.org", refused: true });
  await rows("delete from mail where last_error is not null");

  box.refuses = true;
  await give(noor, "noor@voorbeeld.org");
  await expect.poll(() => rows("select id from mail where kind = 'ADDRESS' and last_error is not null")).toHaveLength(1);
  box.refuses = false;
  clock.time += 6 * (hours / 60);
  await hub.mail.run();
  const late = pathIn(await box.next("noor@"));
  clock.time += 24 * hours;
  expect([await status(late), await status(late, "POST")]).toEqual([410, 410]);
  expect(await (await open(late)).text()).toContain("verlopen");
  expect((await settingsOf(await coalition.as(2))).waitingAddress).toBe(null);
  await hub.mail.run();
  expect(await rows("select id from mail_address_request")).toEqual([]);
});

test("ML-12 whoever gives an address of somebody else sees what everybody sees, and of two who ask for one the first who confirms has it", async () => {
  const noor = await coalition.as(2);
  const sam = await coalition.as(3);
  const free = await give(sam, "vrij@voorbeeld.org");
  await box.next("vrij@");
  const taken = await give(sam, "kim@voorbeeld.org");
  expect(JSON.stringify(taken).replace("kim@", "vrij@")).toBe(JSON.stringify(free));
  const told = await box.next("kim@voorbeeld.org");
  expect(told.subject).toContain("hoort al bij een account");
  expect(pathIn(told)).toBe("");
  expect(told.text).not.toContain("Coördinator");

  const paths: string[] = [];
  for (const client of [noor, sam]) {
    await give(client, "samen@voorbeeld.org");
    paths.push(pathIn(await box.next("samen@")));
  }
  const answers = await Promise.all(paths.map((path) => status(path, "POST")));
  expect(answers.toSorted()).toEqual([200, 409]);
  const addresses = [await settingsOf(noor), await settingsOf(sam)].map(({ address }) => address);
  expect(addresses.filter((address) => address === "samen@voorbeeld.org")).toHaveLength(1);
});

test("ML-13 a malformed, own or second address in one, a person of the demo, a hub without mail and too many mails are refused by type", async () => {
  const kim = await coalition.as(1);
  for (const wrong of [
    "kim",
    "kim@",
    "kim@voorbeeld",
    "a@b.nl,c@d.nl",
    "kim,x@voorbeeld.org",
    "Kim <kim@voorbeeld.org>",
    "x@zonder-adres.invalid",
    "k im@a.nl",
  ])
    expect(await give(kim, wrong), wrong).toBe("NOT_AN_EMAIL");
  expect([await give(kim, ""), await give(kim, `${"x".repeat(254)}@a.nl`), await give(kim, "KIM@voorbeeld.org")]).toEqual([
    "REQUIRED",
    "TOO_LONG",
    "OWN_ADDRESS",
  ]);
  const many = [];
  for (let number = 0; number < 7; number += 1) many.push(await give(await coalition.as(1), `kim${number}@voorbeeld.org`));
  expect(many.map((each) => typeof each === "string" && each)).toContain("RATE_LIMITED");
  expect(typeof many[0]).toBe("object");
  await change(kim, "dropMailAddress", { waiting: true });

  await using open = await startTestHub({ DEMO: "public", HOST: "127.0.0.1" });
  const fenna = await Client.as(open.url, "fenna");
  expect([await give(fenna, "a@b.nl"), await change(fenna, "dropMailAddress", { waiting: false })]).toEqual(["DEMO_ADDRESS", "DEMO_ADDRESS"]);
  expect(await settingsOf(fenna)).toMatchObject({ mayGiveAddress: false, mailPage: null });
  const silent = await (await FreshCoalition.start(open, "Zonder post", 2)).as(1);
  expect(await give(silent, "a@b.nl")).toBe("NO_MAIL");
  expect((await fetch(`${open.url}/ontwikkel/mail`)).status).toBe(404);
});

test("ML-14 a person takes its address away and gets no mail any more", async () => {
  clock.time = Date.parse("2026-03-05T09:00:00Z");
  await invite("Eerste overleg");
  expect((await box.next("kim@voorbeeld.org")).subject).toContain("Eerste overleg");
  expect(await change(await coalition.as(1), "dropMailAddress", { waiting: false })).toMatchObject({ address: null });
  box.take("");
  await invite("Tweede overleg");
  expect(box.take("kim")).toEqual([]);
});

test("ML-15 mails, files for calendars and the stop page are in the language that a person chose", async () => {
  const kim = await coalition.as(1);
  await confirm(kim, "kim@example.org");
  expect(await give(kim, "kim@example.com", { language: "EN" })).toMatchObject({ language: "EN" });
  const asked = await box.next("kim@example.com");
  expect([asked.subject, asked.text]).toEqual(["Confirm your mail address for Wijkbord", expect.stringContaining("press the button")]);
  expect(await (await open(pathIn(asked))).text()).toContain("Yes, this is my mail address");
  await open(pathIn(asked), "POST");
  await invite("Third one");
  const mail = await box.next("kim@example.com");
  expect(mail.subject).toBe("Meeting Third one, Friday, 6 March 2026 at 10:00");
  expect(mail.text).toMatch(/\nMeeting\n[\s\S]*\/en\/[\w-]+\/overleg\//);
  expect(mail.text).toContain("No more mail about meetings");
  expect(mail.calendar.replaceAll(/\r\n /g, "")).toMatch(/\/\/EN[\s\S]*\/en\/[\w-]+\/overleg\//);
  const page = await (await open(mail.stopPath)).text();
  expect(page).toContain('<html lang="en">');
  expect(page).toContain("You get this mail now.");
  expect(await change(kim, "setMailLanguage", { language: "NL" })).toMatchObject({ language: "NL" });
  expect(await (await open(mail.stopPath)).text()).toContain("Je krijgt deze mail nu.");
});

test("ML-15 the language is at first that of the page where a person began or joined", async () => {
  const { coalitions, sessions } = hub.services;
  const partners = ["BA", "CA"].map((letters, colourIndex) => ({ name: `Partner ${letters}`, kind: OrganisationKind.OTHER, letters, colourIndex }));
  const input = {
    name: "Two languages",
    areaName: "Here",
    displayName: "Ann",
    partners,
    secondCoordinator: 1,
    start: StartKind.EMPTY,
    locale: "en",
    ownDevice: false,
  };
  const { userId, links } = await coalitions.start(input, null);
  const joined = await coalitions.accept(links[1]?.token ?? "", { userId: null, displayName: "Bob", locale: "en" });
  const dutch = await coalitions.accept(links[1]?.token ?? "", { userId: null, displayName: "Cas" });
  const languages = [];
  for (const id of [userId, joined.userId ?? "", dutch.userId ?? ""])
    languages.push((await settingsOf(new Client(hub.url, await sessions.start(id, false)))).language);
  expect(languages).toEqual(["EN", "EN", "NL"]);
});

test("ML-16 a hub in development shows its mail on a page, to its own machine only", async () => {
  expect((await fetch(`${hub.url}/ontwikkel/mail`)).status).toBe(404);
  await using own = await startTestHub();
  const person = await (await FreshCoalition.start(own, "Op mijn machine", 2)).as(1);
  expect((await settingsOf(person)).mailPage).toBe("/ontwikkel/mail");
  await give(person, "ik@voorbeeld.org");
  const page = (headers: Record<string, string> = {}) => fetch(`${own.url}/ontwikkel/mail`, { headers });
  await expect.poll(async () => (await page()).text()).toContain("<dd>ik@voorbeeld.org</dd>");
  const html = await (await page()).text();
  const link = /href="https?:\/\/[^/"]+(\/mail\/adres\/[^"]+)"/.exec(html)?.[1] ?? "";
  expect((await page({ "x-forwarded-for": "192.0.2.7" })).status).toBe(404);
  expect((await page({ "x-forwarded-host": "bord.example.nl" })).status).toBe(404);
  await fetch(`${own.url}${link}`, { method: "POST", headers: { "content-type": "application/x-www-form-urlencoded" } });
  expect((await settingsOf(person)).address).toBe("ik@voorbeeld.org");
});
