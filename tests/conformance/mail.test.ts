import { mailSender } from "@wijkbord/server/src/notifications/mail/sender.ts";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { hours } from "../harness/clock.ts";
import { Mailbox, type Received } from "../harness/mailbox.ts";
import { live, plan } from "../harness/meetings.ts";
import { act, newBoard, taskIn } from "../harness/work.ts";

const minutes = hours / 60;
let box: Mailbox;
let world: CoalitionWorld;
let board: Awaited<ReturnType<typeof newBoard>>;

/** At eight in the evening, with the mail of the demo itself gone. */
beforeAll(async () => {
  box = await Mailbox.open();
  world = await CoalitionWorld.start("2026-03-02T08:00:00Z", { SMTP_URL: box.url });
  board = await newBoard(await world.as("fenna"), "GM0518");
  await morning();
  world.wait(11 * hours);
});
afterAll(async () => {
  await world[Symbol.asyncDispose]();
  await box[Symbol.asyncDispose]();
});

/** Time passes, mail is sent, and this is what Demi got. */
async function after(time: number): Promise<Received[]> {
  world.wait(time);
  await world.hub.mail.run();
  return box.take("demi");
}
const morning = () => after(24 * hours);
async function ask(title: string, key = "demi") {
  const fenna = await world.as("fenna");
  const task = taskIn(await act(fenna, "createTask", { boardId: board.id, title, description: "geheime omschrijving" }));
  return taskIn(await act(fenna, "proposeAssignment", { taskId: task.id, organisationId: await world.organisation(key), letter: "RESPONSIBLE" }));
}
async function choose(key: string, kind: string, delivery: string): Promise<string> {
  const query = `mutation S($input: SetDeliveryInput!) { answer: setDelivery(input: $input) { __typename ... on ValidationProblem { code } } }`;
  const { answer } = await world.read<{ answer: { __typename: string; code?: string } }>(key, query, { input: { kind, delivery } });
  return answer.code ?? answer.__typename;
}
const call = async (path: string, method: string) =>
  (await fetch(`${world.hub.url}${path}`, { method, headers: method === "POST" ? { "content-type": "application/x-www-form-urlencoded" } : {} })).status;

test("ML-01 50 things asked in one night give one mail at 07:30, with organisation, number, title and link and no description", async () => {
  const titles = Array.from({ length: 50 }, (_, n) => `Nachtvraag ${n + 1}.`);
  for (const title of titles) await ask(title);
  expect(await after(11 * hours)).toEqual([]);
  const mails = await after(30 * minutes);
  expect(mails).toHaveLength(1);
  const { subject, text } = mails[0] ?? { subject: "", text: "" };
  expect(subject).toMatch(/^\d+ dingen wachten op /);
  expect(titles.filter((title) => !text.includes(title))).toEqual([]);
  expect(text).toMatch(/\/zuidwest\/taken\/[A-Z]+-\d+/);
  expect(text).not.toContain("geheime");
  expect(await morning()).toEqual([]);
});

test("ML-02 a mail server that refuses is tried again later, mornings that were missed give one mail, and two senders send it once", async () => {
  await ask("Na de storing");
  box.refuses = true;
  expect(await morning()).toEqual([]);
  box.refuses = false;
  expect(await after(0)).toEqual([]);
  const other = mailSender({ ...world.hub.services, mailing: world.hub.services.mailing });
  world.wait(6 * minutes);
  await Promise.all([world.hub.mail.run(), other.run(), other.run()]);
  expect(box.take("demi")).toHaveLength(1);
  expect(await after(hours)).toEqual([]);

  await ask("Eerste gemiste ochtend");
  box.refuses = true;
  expect(await morning()).toEqual([]);
  box.refuses = false;
  await ask("Tweede gemiste ochtend");
  const mails = await morning();
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text).toMatch(/Eerste gemiste[\s\S]*Tweede gemiste/);
});

test("ML-03 the link in a mail stops that kind without signing in, looking does not, and it can be turned on again", async () => {
  await ask("Stopvraag");
  const path = (await morning())[0]?.stopPath ?? "";
  expect([await call(path, "GET"), await call(`${path}x`, "POST"), await call(path.replace("MORNING", "NEWS"), "POST")]).toEqual([200, 404, 404]);
  await ask("Nog steeds");
  expect(await morning()).toHaveLength(1);
  expect(await call(path, "POST")).toBe(200);
  await ask("Gestopt");
  expect(await morning()).toEqual([]);
  expect(await call(path.replace("/stop/", "/start/"), "POST")).toBe(200);
  await ask("Weer aan");
  expect(await morning()).toHaveLength(1);
});

test("ML-04 what was answered, read, put away or may no longer be read is left out, and nothing to say is no mail", async () => {
  const gone = await ask("Toch niet");
  taskIn(await act(await world.as("fenna"), "archiveTask", { id: gone.id, expectedVersion: gone.version }));
  const answered = await ask("Al beantwoord");
  const letter = answered.assignments.find(({ state }) => state === "PROPOSED");
  taskIn(await act(await world.as("demi"), "acceptAssignment", { id: letter?.id, expectedVersion: letter?.version }));
  taskIn(
    await act(await world.as("fenna"), "proposeAssignment", { taskId: answered.id, organisationId: await world.organisation("joost"), letter: "SUPPORT" }),
  );
  await ask("Al gelezen");
  await world.read("demi", `mutation R($input: MarkNotificationsReadInput!) { markNotificationsRead(input: $input) { __typename } }`, {
    input: { coalitionId: world.coalitionId },
  });
  expect(await morning()).toEqual([]);
});

test("ML-05 each kind is heard of as the person chose: not, in the list, in the morning, or at once outside quiet hours", async () => {
  world.wait(10 * hours);
  await ask("Morgen pas");
  expect([await choose("demi", "ASKED", "AT_ONCE"), await choose("demi", "NEWS", "AT_ONCE")]).toEqual(["SetDeliveryPayload", "NOT_FOR_THIS_KIND"]);
  world.wait(18 * hours);
  expect((await after(0)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/wacht(en)? op/)]);
  const task = await ask("Nu meteen");
  const [mail] = await after(0);
  expect(mail?.subject).toMatch(/^Gevraagd aan .+: [A-Z]+-\d+ Nu meteen$/);
  expect(mail?.references).toHaveLength(1);
  expect(mail?.stopPath).toContain(".ASKED.");
  await ask("Nog een");
  await ask("En nog een");
  expect((await after(0)).map(({ subject }) => subject)).toEqual([expect.stringMatching(/^2 dingen wachten op /)]);
  expect(await choose("demi", "ASKED", "NONE")).toBe("SetDeliveryPayload");
  await ask("Nooit");
  expect(await morning()).toEqual([]);
  expect(task.title).toBe("Nu meteen");
  await choose("demi", "ASKED", "MORNING");
});

test("ML-06 a meeting is invited to, moved and called off in calendars with one identity and a higher number each time", async () => {
  const meetingId = await plan(world, null, { title: "Wijkoverleg maart" });
  const [invited] = await after(0);
  expect(invited?.subject).toContain("Wijkoverleg maart");
  expect(invited?.calendar).toMatch(/METHOD:REQUEST[\s\S]*UID:[\w-]+@wijkbord/);
  const numberOf = (mail: Received | undefined) => Number(/SEQUENCE:(\d+)/.exec(mail?.calendar ?? "")?.[1] ?? -1);
  await world.done("fenna", "cancelMeeting", { meetingId }, "MeetingActInput");
  const [off] = await after(0);
  expect(off?.subject).toMatch(/^Gaat niet door: Wijkoverleg maart/);
  expect(off?.calendar).toContain("METHOD:CANCEL");
  expect(off?.calendar).toContain(`UID:${meetingId}@wijkbord`);
  expect(numberOf(off)).toBeGreaterThan(numberOf(invited));
  expect(off?.references).toEqual(invited?.references);
  expect(off?.messageId).not.toBe(invited?.messageId);
  const never = await plan(world, null, { title: "Nooit geweest" });
  await world.done("fenna", "cancelMeeting", { meetingId: never }, "MeetingActInput");
  expect(await after(0)).toEqual([]);
});

test("ML-07 after a meeting an organisation gets its promises that are not answered", async () => {
  const task = taskIn(await act(await world.as("fenna"), "createTask", { boardId: board.id, title: "Belronde van maart" }));
  const meetingId = await live(world, board.id, [], [], { title: "Belavond" });
  await world.done("fenna", "recordPromise", { meetingId, taskId: task.id, organisationId: await world.organisation("demi"), letter: "SUPPORT" });
  await after(0);
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  const [mail] = await after(0);
  expect(mail?.subject).toBe("Kloppen jullie toezeggingen? Belavond");
  expect(mail?.text).toMatch(/[A-Z]+-\d+ Belronde van maart/);
});

test("ML-08 a person sees the next morning mail as it would be, nobody without a session sees any, and without a mail server nothing piles up", async () => {
  await ask("Voorproef");
  const query = `{ mailPreview { subject text } notificationSettings { sendsMail address kinds { kind delivery } } }`;
  const { mailPreview } = await world.read<{ mailPreview: { text: string } | null }>("demi", query);
  expect(mailPreview?.text).toContain("Voorproef");
  expect(
    (await fetch(`${world.hub.url}/graphql`, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify({ query }) })).status,
  ).not.toBe(500);
  const silent = mailSender({ ...world.hub.services, mailing: { ...world.hub.services.mailing, smtpUrl: null } });
  world.wait(24 * hours);
  await silent.run();
  const [row] = await world.hub.services.database
    .read()
    .execute<{ count: string }[]>("select count(*) as count from mail where sent_at is null and due_at < ?", [world.now()]);
  expect(Number(row?.count)).toBe(0);
});
