import { EventType, mayGrantMandate, mayHoldMandate } from "@wijkbord/schema";
import type { ActInput, GrantMandateInput, Mandate } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed, notFound, ruleBroken } from "../activity/refusal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { difference, todayIn } from "./agreementChange.ts";
import { MandateTable } from "./mandate.tables.ts";

async function expectSigner({ em, actor, now }: Change, field: string, id: string): Promise<void> {
  const member = await em.findOne(MembershipTable, { id, coalitionId: actor.coalitionId, organisationId: actor.organisationId });
  if (!member || (member.validUntil !== null && member.validUntil <= now)) throw notFound(field);
  if (!mayHoldMandate(member)) throw ruleBroken("T13", [{ code: "NO_SIGN_RIGHT", objectId: id }]);
}

function record(change: Change, mandate: Mandate, type: EventType): void {
  const { id, version, organisationId, membershipId, categories, fromOn, untilOn } = mandate;
  const changes = [
    difference("organisationId", organisationId),
    difference("membershipId", membershipId),
    difference("categories", categories),
    difference("fromOn", fromOn),
    difference("untilOn", untilOn),
  ];
  change.record({ type, target: { type: "Mandate", id }, version, changes });
}

/** T13: a coordinator says who may sign what for the own organisation, from when until when. */
export async function grantMandate(change: Change, input: GrantMandateInput): Promise<string> {
  const { em, actor, now } = change;
  if (!mayGrantMandate(actor, actor.organisationId)) throw notAllowed("NOT_A_COORDINATOR");
  await expectSigner(change, "membershipId", input.membershipId);
  if (input.deputyMembershipId) await expectSigner(change, "deputyMembershipId", input.deputyMembershipId);
  if (input.deputyMembershipId === input.membershipId) throw invalid("deputyMembershipId", "TAKEN");
  const fromOn = input.fromOn ?? todayIn(change);
  if (input.untilOn && input.untilOn < fromOn) throw invalid("untilOn", "BEFORE_THE_START");
  const mandate = em.create(MandateTable, {
    id: uuidv7(),
    coalitionId: actor.coalitionId,
    organisationId: actor.organisationId,
    membershipId: input.membershipId,
    deputyMembershipId: input.deputyMembershipId ?? null,
    categories: [...new Set(input.categories ?? [])],
    fromOn,
    untilOn: input.untilOn ?? null,
    endedAt: null,
    grantedByMembershipId: actor.membershipId,
    createdAt: now,
    version: 1,
  });
  record(change, mandate, EventType.MANDATE_GRANTED);
  return mandate.id;
}

/** Ends a mandate; what was signed with it stays signed. */
export async function endMandate(change: Change, input: ActInput): Promise<string> {
  const mandate = await change.em.findOne(MandateTable, { id: input.id, coalitionId: change.actor.coalitionId });
  if (!mandate) throw notFound("id");
  if (!mayGrantMandate(change.actor, mandate.organisationId)) throw notAllowed("NOT_A_COORDINATOR");
  if (mandate.version !== input.expectedVersion) throw conflict(mandate.version, ["MANDATE"], { endedAt: mandate.endedAt });
  if (mandate.endedAt !== null) throw ruleBroken("T13", [{ code: "ALREADY_ENDED", objectId: mandate.id }]);
  mandate.endedAt = change.now;
  mandate.version += 1;
  record(change, mandate, EventType.MANDATE_ENDED);
  return mandate.id;
}
