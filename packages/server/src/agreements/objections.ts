import { agreementLimits, DecisionRule, EventType, mayDecideRound, ObjectionState, SignOffKind, SignOffResponse, VersionState } from "@wijkbord/schema";
import type { AnswerObjectionInput, Objection, WithdrawObjectionInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import { difference, expectNothing, type LoadedVersion, loadVersion, recordAgreement } from "./agreementChange.ts";
import { appendAnswer } from "./chain.ts";
import { expectMandate } from "./mandateCheck.ts";
import { answersAreOpen, settle } from "./settle.ts";
import { ObjectionTable, SignOffTable } from "./signOff.tables.ts";
import { said } from "./words.ts";

type Loaded = LoadedVersion & { objection: Objection };

/** Loads an objection that the actor may see: the own one, or one that is revealed. */
async function loadObjection(change: Change, id: string): Promise<Loaded> {
  const objection = await change.em.findOne(ObjectionTable, { id, coalitionId: change.actor.coalitionId });
  if (!objection) throw notFound("objectionId");
  const loaded = await loadVersion(change, objection.versionId, "objectionId");
  if (!answersAreOpen(loaded.version) && objection.organisationId !== change.actor.organisationId) throw notFound("objectionId");
  return { ...loaded, objection };
}

function expectOpen({ objection, version }: Loaded, states: readonly VersionState[]): void {
  if (objection.state !== ObjectionState.OPEN) expectNothing("C7.2-4", [{ code: "OBJECTION_CLOSED", objectId: objection.id }]);
  if (!states.includes(version.state)) expectNothing("C7.2-4", [{ code: `NOT_IN_${version.state}`, objectId: version.id }]);
}

/** C7.2 rule 4: the objector takes its objection back with a note and its new answer, also after the close; the test runs again (T14). */
export async function withdrawObjection(change: Change, input: WithdrawObjectionInput): Promise<string> {
  const { em, actor, now } = change;
  const loaded = await loadObjection(change, input.objectionId);
  const { agreement, version, objection } = loaded;
  if (objection.organisationId !== actor.organisationId) throw notAllowed("ONLY_THE_ORGANISATION_ITSELF");
  const own = await em.findOneOrFail(SignOffTable, { versionId: version.id, organisationId: actor.organisationId, isCurrent: true });
  await expectMandate(change, agreement, own.membershipId);
  expectOpen(loaded, [VersionState.CONSENT_ROUND, VersionState.OBJECTED]);
  if (input.response === SignOffResponse.OBJECTION) throw invalid("response", "STILL_AN_OBJECTION");
  if (version.state === VersionState.CONSENT_ROUND && version.roundClosesAt !== null && version.roundClosesAt <= now)
    expectNothing("C7.2-2", [{ code: "ROUND_CLOSED", objectId: version.id }]);
  const note = said("note", input.note, agreementLimits.note);
  Object.assign(objection, { state: ObjectionState.WITHDRAWN, resolution: note, resolvedAt: now });
  const { organisationId, membershipId } = actor;
  const kind = version.state === VersionState.OBJECTED ? SignOffKind.OBJECTION_WITHDRAWN : SignOffKind.ROUND;
  const entry = await appendAnswer(change, version, {
    organisationId,
    membershipId,
    response: input.response,
    argument: note,
    kind,
    contentHash: version.contentHash ?? "",
  });
  const what = [
    difference("versionNumber", version.number),
    difference("organisationId", organisationId),
    difference("response", entry.response, own.response),
  ];
  const open = answersAreOpen(version);
  recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, what, open ? null : organisationId);
  if (open) recordAgreement(change, agreement, EventType.OBJECTION_RESOLVED, [difference("objectionId", objection.id), difference("state", objection.state)]);
  await settle(change, agreement, version);
  return agreement.id;
}

/** T14: where the owner decides, each objection is advice that is answered in writing; the last answer lets the test run again. */
export async function answerObjection(change: Change, input: AnswerObjectionInput): Promise<string> {
  const loaded = await loadObjection(change, input.objectionId);
  const { agreement, version, objection } = loaded;
  if (!mayDecideRound(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  if (version.decisionRule !== DecisionRule.OWNER_DECIDES_AFTER_CONSULTATION) expectNothing("T14", [{ code: "OWNER_MAY_NOT_DECIDE", objectId: version.id }]);
  expectOpen(loaded, [VersionState.OBJECTED]);
  Object.assign(objection, { state: ObjectionState.ANSWERED, resolution: said("answer", input.answer, agreementLimits.reason), resolvedAt: change.now });
  recordAgreement(change, agreement, EventType.OBJECTION_RESOLVED, [difference("objectionId", objection.id), difference("state", objection.state)]);
  await change.em.flush();
  await settle(change, agreement, version);
  return agreement.id;
}
