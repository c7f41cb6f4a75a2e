import { afterAll, beforeAll, expect, test } from "vitest";
import { AgreementWorld } from "../harness/agreements.ts";
import type { Client } from "../harness/client.ts";
import { CoalitionWorld } from "../harness/coalitionWorld.ts";
import { live, meetingNow, plan } from "../harness/meetings.ts";
import { act, newBoard, taskIn } from "../harness/work.ts";

let agreements: AgreementWorld;
let world: CoalitionWorld;
let board: Awaited<ReturnType<typeof newBoard>>;
beforeAll(async () => {
  agreements = await AgreementWorld.start();
  world = await CoalitionWorld.start();
  board = await newBoard(await world.as("fenna"), "GM0518");
});
afterAll(async () => {
  await agreements[Symbol.asyncDispose]();
  await world[Symbol.asyncDispose]();
});

const reason = "Drie werkdagen is voor ons te kort.";

/** What somebody is told about one thing, newest first. */
async function told(client: Client, coalitionId: string, aboutId: string): Promise<string[]> {
  const query = `query N($coalitionId: ID!) { notifications(coalitionId: $coalitionId, first: 100) { edges { node { kind reason aboutId } } } }`;
  const { notifications } = await client.run<{ notifications: { edges: { node: { kind: string; reason: string; aboutId: string } }[] } }>(query, {
    coalitionId,
  });
  return notifications.edges.filter(({ node }) => node.aboutId === aboutId).map(({ node }) => `${node.kind} ${node.reason}`);
}
const ofAgreement = async (key: string, id: string) => told(await agreements.as(key), agreements.coalitionId, id);
const of = async (key: string, id: string) => told(await world.as(key), world.coalitionId, id);

test("NT-08 a round asks each signatory but who opened it, adoption reaches who is bound, and an answer nobody may see tells nobody anything", async () => {
  const id = await agreements.draft(["fenna", "demi", "joost"]);
  await agreements.open(id, { reveal: "TOGETHER" });
  expect([await ofAgreement("fenna", id), await ofAgreement("demi", id), await ofAgreement("rachid", id)]).toEqual([[], ["ASKED CONSENT_ROUND_OPENED"], []]);
  expect((await agreements.sign("demi", id, "OBJECTION", { reason, articleNumber: 1 })).__typename).toBe("SignOffPayload");
  expect([await ofAgreement("fenna", id), await ofAgreement("joost", id)]).toEqual([[], ["ASKED CONSENT_ROUND_OPENED"]]);
  await agreements.decide("revealRound", id);
  await agreements.sign("demi", id);
  await agreements.sign("joost", id);
  await agreements.sign("fenna", id);
  expect(await ofAgreement("demi", id)).toEqual(["NEWS AGREEMENT_ADOPTED", "ASKED CONSENT_ROUND_OPENED"]);

  const open = await agreements.draft(["fenna", "demi", "joost"]);
  await agreements.open(open, { reveal: "LIVE" });
  await agreements.sign("joost", open, "OBJECTION", { reason, articleNumber: 1 });
  expect([await ofAgreement("fenna", open), await ofAgreement("joost", open)]).toEqual([["NEWS OBJECTION_RAISED"], ["ASKED CONSENT_ROUND_OPENED"]]);
  await agreements.pass(366);
  expect(await ofAgreement("demi", id)).toContain("DEADLINE AGREEMENT_REVIEW_DUE");
});

test("NT-11 a round that goes on seven days longer asks those again that did not answer, and nobody else", async () => {
  const id = await agreements.draft(["fenna", "demi", "joost"]);
  await agreements.open(id);
  await agreements.sign("fenna", id);
  await agreements.sign("demi", id);
  await agreements.pass(8);
  expect((await agreements.decide("extendRound", id)).__typename).toBe("ExtendRoundPayload");
  expect(await ofAgreement("joost", id)).toEqual(["ASKED CONSENT_ROUND_OPENED", "ASKED CONSENT_ROUND_OPENED"]);
  expect([await ofAgreement("demi", id), await ofAgreement("rachid", id)]).toEqual([["ASKED CONSENT_ROUND_OPENED"], []]);
});

test("NT-09 a meeting that is planned or called off reaches everybody else; after it promises are asked, and a decision reaches whom it concerns", async () => {
  const off = await plan(world, null);
  expect([await of("fenna", off), await of("demi", off)]).toEqual([[], ["MEETING MEETING_PLANNED"]]);
  await world.done("fenna", "cancelMeeting", { meetingId: off }, "MeetingActInput");
  expect(await of("demi", off)).toEqual(["MEETING MEETING_CLOSED"]);

  const task = taskIn(await act(await world.as("fenna"), "createTask", { boardId: board.id, title: "Belronde" }));
  const meetingId = await live(world, board.id);
  await world.done("fenna", "recordPromise", { meetingId, taskId: task.id, organisationId: await world.organisation("joost"), letter: "SUPPORT" });
  const refs = [{ type: "Organisation", id: await world.organisation("demi") }];
  await world.done("fenna", "recordDecision", { meetingId, text: "We bellen eerst.", kind: "OTHER", refs });
  expect([await of("demi", meetingId), await of("rachid", meetingId)]).toEqual([
    ["NEWS DECISION_RECORDED", "MEETING MEETING_PLANNED"],
    ["MEETING MEETING_PLANNED"],
  ]);
  await world.done("fenna", "closeMeeting", { meetingId }, "MeetingActInput");
  expect((await meetingNow(world, meetingId)).state).toBe("CLOSED");
  expect(await of("joost", meetingId)).toEqual(["ASKED MEETING_CLOSED", "MEETING MEETING_PLANNED"]);
  expect(await of("demi", meetingId)).toEqual(["NEWS DECISION_RECORDED", "MEETING MEETING_PLANNED"]);
});

test("NT-10 the answer to a proposal reaches the organisation that proposed, and an own letter nobody", async () => {
  const task = taskIn(await act(await world.as("demi"), "createTask", { boardId: board.id, title: "Wie helpt?" }));
  const organisationId = await world.organisation("joost");
  await act(await world.as("demi"), "proposeAssignment", { taskId: task.id, organisationId: await world.organisation("demi"), letter: "RESPONSIBLE" });
  expect(await of("demi", task.id)).toEqual([]);
  const answer = await act(await world.as("demi"), "proposeAssignment", { taskId: task.id, organisationId, letter: "SUPPORT" });
  const assignment = taskIn(answer).assignments.find((entry) => entry.organisationId === organisationId);
  taskIn(await act(await world.as("joost"), "declineAssignment", { id: assignment?.id, expectedVersion: assignment?.version, reason: "Geen tijd." }));
  expect([await of("demi", task.id), await of("joost", task.id)]).toEqual([["NEWS ASSIGNMENT_DECLINED"], ["ASKED ASSIGNMENT_PROPOSED"]]);
});
