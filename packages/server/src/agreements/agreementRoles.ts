import { AgreementState, EventType, mayWriteVersion } from "@wijkbord/schema";
import type { AgreementRoleInput, ProcessAgreement } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import { rolesById } from "../roles/roleReads.ts";
import { difference, expectNothing, loadAgreement, recordAgreement } from "./agreementChange.ts";
import { AgreementRoleTable } from "./mandate.tables.ts";

async function loadToName(change: Change, id: string): Promise<ProcessAgreement> {
  const agreement = await loadAgreement(change, id);
  if (!mayWriteVersion(change.actor, agreement)) throw notAllowed("NOT_A_PARTY");
  if (agreement.state === AgreementState.ENDED) expectNothing("C7.2", [{ code: "AGREEMENT_ENDED", objectId: id }]);
  return agreement;
}

/** Says that an agreement names a role: it does not work while nobody holds it. */
export async function linkAgreementRole(change: Change, input: AgreementRoleInput): Promise<string> {
  const agreement = await loadToName(change, input.agreementId);
  const [role] = await rolesById(change.em, change.coalition.id, [input.roleId]);
  if (!role) throw notFound("roleId");
  const place = { agreementId: agreement.id, roleId: role.id };
  if (await change.em.count(AgreementRoleTable, place)) throw invalid("roleId", "TAKEN");
  change.em.create(AgreementRoleTable, { id: uuidv7(), coalitionId: agreement.coalitionId, ...place });
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("roleId", role.id)]);
  return agreement.id;
}

export async function unlinkAgreementRole(change: Change, input: AgreementRoleInput): Promise<string> {
  const agreement = await loadToName(change, input.agreementId);
  const link = await change.em.findOne(AgreementRoleTable, { agreementId: agreement.id, roleId: input.roleId });
  if (!link) throw notFound("roleId");
  change.em.remove(link);
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("roleId", null, input.roleId)]);
  return agreement.id;
}
