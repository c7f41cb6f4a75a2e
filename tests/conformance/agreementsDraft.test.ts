import { draftLimits } from "@wijkbord/schema";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as Y from "yjs";
import { AgreementWorld, type Refused } from "../harness/agreements.ts";
import { tokenOf } from "../harness/live.ts";
import { TestSocket } from "../harness/socket.ts";

interface Batch {
  documentId: string | null;
  toPosition: number;
  updates: string[];
  cursors: { clientId: string; displayName: string; organisation: { shortName: string }; anchor: string | null }[] | null;
}
const query = `subscription D($versionId: ID!, $after: Int) { draftUpdates(versionId: $versionId, after: $after) {
  documentId toPosition updates cursors { clientId displayName organisation { shortName } anchor } } }`;
const point = `mutation C($input: SetDraftCursorInput!) { setDraftCursor(input: $input) { __typename ... on SetDraftCursorPayload { shownUntil } ... on NotFound { field } } }`;
const three = ["fenna", "demi", "joost"];

let world: AgreementWorld;
const open = new Set<TestSocket>();
beforeAll(async () => {
  world = await AgreementWorld.start();
});
afterAll(() => world[Symbol.asyncDispose]());
afterEach(async () => {
  for (const socket of open) await socket[Symbol.asyncDispose]();
  open.clear();
});

/** Somebody who follows a draft and writes in it. */
class Writer {
  document = new Y.Doc();
  documentId = "";
  private read = 0;

  private constructor(
    readonly key: string,
    readonly versionId: string,
    readonly socket: TestSocket,
  ) {}

  static async at(key: string, versionId: string, after?: number): Promise<Writer> {
    const socket = await TestSocket.as(world.hub.url, await tokenOf(world.hub.url, key));
    open.add(socket);
    const writer = new Writer(key, versionId, socket);
    socket.subscribe("d", query, { versionId, after });
    await socket.until(() => writer.batches.length > 0 || socket.ended("d"));
    writer.take();
    return writer;
  }

  get batches(): Batch[] {
    return this.socket.results<Batch>("d", "draftUpdates");
  }

  get text(): string {
    this.take();
    return this.document.getText("text").toString();
  }

  /** The update of a change that only this writer has, as a client sends it. */
  change(work: (text: Y.Text) => void): string {
    const known = Y.encodeStateVector(this.document);
    work(this.document.getText("text"));
    return Buffer.from(Y.encodeStateAsUpdate(this.document, known)).toString("base64");
  }

  send(update: string): Promise<Refused> {
    return world.act(this.key, "sendDraftUpdate", { versionId: this.versionId, documentId: this.documentId, update });
  }

  write(work: (text: Y.Text) => void): Promise<Refused> {
    return this.send(this.change(work));
  }

  async sees(wanted: string): Promise<void> {
    await this.socket.until(() => this.text === wanted);
  }

  private take(): void {
    for (const { documentId, updates } of this.batches.slice(this.read)) {
      if (documentId && documentId !== this.documentId) {
        this.document = new Y.Doc();
        this.documentId = documentId;
      }
      for (const update of updates) Y.applyUpdate(this.document, Buffer.from(update, "base64"));
    }
    this.read = this.batches.length;
  }
}

async function writtenBy(...keys: string[]) {
  const id = await world.draft(three, { text: "1. Een." });
  const { id: versionId } = await world.latest("fenna", id);
  return { id, versionId, writers: await Promise.all(keys.map((key) => Writer.at(key, versionId))) };
}
const textOf = async (id: string) => (await world.latest("fenna", id)).text;
const rowsOf = (versionId: string) =>
  world.hub.services.database.read().execute<{ body: string }[]>("select body from agreement_draft_update where version_id = ? order by position", [versionId]);

test("CW-01 what two write at the same time is merged without loss, the text of the version follows, and a follower goes on from its number", async () => {
  const { id, versionId, writers } = await writtenBy("fenna", "demi");
  const [fenna, demi] = writers as [Writer, Writer];
  expect(fenna.text).toBe("1. Een.");
  expect(demi.documentId).toBe(fenna.documentId);
  const [one, other] = [fenna.change((text) => text.insert(0, "Samen. ")), demi.change((text) => text.insert(text.length, " Twee."))];
  const answers = await Promise.all([fenna.send(one), demi.send(other)]);
  expect(answers.map(({ __typename }) => __typename)).toEqual(["SendDraftUpdatePayload", "SendDraftUpdatePayload"]);
  for (const writer of writers) await writer.sees("Samen. 1. Een. Twee.");
  expect(await textOf(id)).toBe("Samen. 1. Een. Twee.");
  expect((await fenna.send(one)).__typename).toBe("SendDraftUpdatePayload");
  const late = await Writer.at("joost", versionId, demi.batches.at(-1)?.toPosition ?? 0);
  await late.socket.until(() => late.batches.length > 0);
  expect(late.batches[0]?.updates.length).toBeLessThan(3);
  expect(await textOf(id)).toBe("Samen. 1. Een. Twee.");
  await demi.write((text) => text.insert(0, "Ja, "));
  await late.socket.until(() => late.batches.some(({ updates }) => updates.length > 0));
});

test("CW-02 members read a draft and only those that write it change it; for observers and other coalitions it does not exist", async () => {
  const { versionId, writers } = await writtenBy("demi");
  const [demi] = writers as [Writer];
  await demi.write((text) => text.insert(0, "Geheim. "));
  const reader = await Writer.at("rachid", versionId);
  expect(reader.text).toBe("Geheim. 1. Een.");
  expect(await reader.write((text) => text.insert(0, "x"))).toMatchObject({ __typename: "NotAllowed", reason: "NOT_A_PARTY" });
  for (const key of ["sem", "thijs"]) {
    const socket = await TestSocket.as(world.hub.url, await tokenOf(world.hub.url, key));
    open.add(socket);
    const { errors } = await socket.ask("d", query, { versionId });
    expect(errors?.[0]?.extensions.code).toBe("NOT_FOUND");
    const client = await world.as(key);
    const input = { versionId, clientId: "1", writing: true };
    expect((await client.run<{ setDraftCursor: Refused }>(point, { input })).setDraftCursor.__typename).toBe("NotFound");
  }
});

test("CW-03 only plain text within its limits is taken; what may not be in a text is refused with its line, and marks of word processors are cleaned for all", async () => {
  const { id, versionId, writers } = await writtenBy("demi", "fenna");
  const [demi, fenna] = writers as [Writer, Writer];
  const before = await rowsOf(versionId);
  const wrong = [Buffer.from("no update").toString("base64"), "A".repeat(89_000)];
  for (const update of wrong) expect(await demi.send(update)).toMatchObject({ __typename: "ValidationProblem", field: "update" });
  const hidden = new Y.Doc();
  hidden.getMap("elders").set("naam", "verstopt");
  expect(await demi.send(Buffer.from(Y.encodeStateAsUpdate(hidden)).toString("base64"))).toMatchObject({ code: "NOT_AN_UPDATE" });
  const ahead = new Y.Doc();
  ahead.getText("text").insert(0, "a");
  const known = Y.encodeStateVector(ahead);
  ahead.getText("text").insert(1, "b");
  expect(await demi.send(Buffer.from(Y.encodeStateAsUpdate(ahead, known)).toString("base64"))).toMatchObject({ code: "NOT_AN_UPDATE" });
  expect(await demi.write((text) => text.insert(text.length, "\n\n2. <script>alert(1)</script>"))).toMatchObject({ field: "text:3", code: "SCRIPT" });
  expect(await rowsOf(versionId)).toEqual(before);
  demi.document.getText("text").delete(7, 200);
  expect(await fenna.write((text) => text.format(0, 2, { bold: true }))).toMatchObject({ code: "NOT_AN_UPDATE" });

  const other = await Writer.at("joost", versionId);
  expect(await other.write((text) => text.insert(text.length, "x".repeat(41_000)))).toMatchObject({ field: "text", code: "TOO_LONG" });
  const joost = await Writer.at("joost", versionId);
  expect((await joost.write((text) => text.insert(text.length, '\n\n2. <span style="x">Twee</span>\u00a0en\u00adnee.\r\n\r\n3. Drie.'))).__typename).toBe(
    "SendDraftUpdatePayload",
  );
  await joost.sees("1. Een.\n\n2. Twee ennee.\n\n3. Drie.");
  expect(await textOf(id)).toBe(joost.text);
});

test("CW-04 a long log becomes one update without what was deleted, and those that follow go on", async () => {
  const { id, versionId, writers } = await writtenBy("fenna");
  const [fenna] = writers as [Writer];
  for (let round = 0; round <= draftLimits.updates; round += 1) {
    await fenna.write((text) => (round % 2 ? text.delete(0, 8) : text.insert(0, "WEGDEEL ")));
  }
  const rows = await rowsOf(versionId);
  expect(rows.length).toBeLessThan(5);
  const early = await Writer.at("demi", versionId, 3);
  await early.sees(fenna.text);
  expect(await textOf(id)).toBe(fenna.text);
  expect(rows.filter(({ body }) => Buffer.from(body, "base64").includes("WEGDEEL")).length).toBeLessThanOrEqual(1);
});

test("CW-05 when the text is frozen the log is gone, following ends and nothing is taken any more; what was frozen is what all saw", async () => {
  const { id, versionId, writers } = await writtenBy("fenna", "demi");
  const [fenna, demi] = writers as [Writer, Writer];
  await fenna.write((text) => text.insert(text.length, "  \n\n2. Twee. "));
  await demi.sees(fenna.text);
  expect((await world.open(id)).__typename).toBe("OpenConsentRoundPayload");
  for (const { socket } of writers) await socket.until(() => socket.ended("d"));
  expect(await demi.write((text) => text.insert(0, "Nog iets. "))).toMatchObject({ rule: "INV-08", missing: [{ code: "TEXT_IS_FROZEN" }] });
  expect(await rowsOf(versionId)).toEqual([]);
  expect(await textOf(id)).toBe("1. Een.\n\n2. Twee.");
});

test("CW-06 D5 text that is taken back is in no row of the log; its document is another one, and the old one is refused", async () => {
  const { id, versionId, writers } = await writtenBy("fenna", "demi");
  const [fenna, demi] = writers as [Writer, Writer];
  await demi.write((text) => text.insert(0, "Mevrouw Fictief. "));
  await fenna.sees("Mevrouw Fictief. 1. Een.");
  const old = fenna.documentId;
  const redact = { targetType: "AgreementVersion", targetId: versionId, field: "text", reason: "Een naam van een bewoner." };
  expect(await world.act("rachid", "redactAgreementText", redact)).toMatchObject({ __typename: "NotAllowed" });
  expect((await world.act("fenna", "redactAgreementText", redact)).__typename).toBe("RedactAgreementTextPayload");
  for (const writer of writers) await writer.sees("");
  expect(fenna.documentId).not.toBe(old);
  expect((await rowsOf(versionId)).some(({ body }) => Buffer.from(body, "base64").includes("Fictief"))).toBe(false);
  expect(await textOf(id)).toBe("");
  const behind = Object.assign(Object.create(demi) as Writer, { documentId: old });
  expect(await behind.send(demi.change((text) => text.insert(0, "x")))).toMatchObject({ rule: "D5", missing: [{ code: "DRAFT_RENEWED" }] });
  const events = JSON.stringify(await world.hub.services.database.read().execute("select changes from event where target_id = ?", [id]));
  expect(events).not.toContain("Fictief");
});

test("CW-07 the log of the coalition says at most once a minute that a draft changed, and never what; a text saved as a whole reaches all writers", async () => {
  const { id, versionId, writers } = await writtenBy("fenna", "demi");
  const [fenna, demi] = writers as [Writer, Writer];
  const told = async () => (await world.read("fenna", id)).timeline.filter(({ type }) => type === "VERSION_DRAFT_SAVED").length;
  for (const word of ["a", "b", "c"]) await fenna.write((text) => text.insert(0, word));
  expect(await told()).toBe(0);
  await world.pass(1 / 1_440);
  expect(await told()).toBe(1);
  await world.runJobs();
  expect(await told()).toBe(1);
  const { version } = await world.latest("fenna", id);
  const saved = await world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, text: "cba1. Een en twee." });
  expect(saved.__typename).toBe("SaveVersionDraftPayload");
  await demi.sees("cba1. Een en twee.");
  await demi.write((text) => text.insert(text.length, " Drie."));
  const late = await world.act("fenna", "saveVersionDraft", { versionId, expectedVersion: version, text: "Oud" });
  expect(late).toMatchObject({ __typename: "VersionConflict", groups: ["TEXT"] });
});

test("CW-08 D11 who writes is shown by name and organisation while they say so, and is in no table", async () => {
  const { versionId, writers } = await writtenBy("fenna");
  const [fenna] = writers as [Writer];
  const client = await world.as("demi");
  const say = (input: Record<string, unknown>) => client.run(point, { input: { versionId, clientId: "17", ...input } });
  const shown = () => fenna.batches.findLast(({ cursors }) => cursors !== null)?.cursors ?? [];
  await say({ anchor: '{"a":1}', head: '{"a":1}', writing: true });
  await fenna.socket.until(() => shown().length === 1);
  expect(shown()[0]).toMatchObject({ clientId: "17", organisation: { shortName: "De Portiek" }, anchor: '{"a":1}' });
  await say({ writing: false });
  await fenna.socket.until(() => shown().length === 0);
  await say({ writing: true });
  await fenna.socket.until(() => shown().length === 1);
  world.wait(1 / 24);
  await fenna.socket.until(() => shown().length === 0);
  expect(JSON.stringify(await rowsOf(versionId))).not.toContain("Demi");
});
