import { EventType, mayWriteVersion } from "@wijkbord/schema";
import type { AddAgreementLinkInput, AgreementTaskInput, RemoveAgreementLinkInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { newLink, withoutLink } from "../activity/links.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import { loadTask } from "../tasks/taskChange.ts";
import { difference, loadAgreement, recordAgreement } from "./agreementChange.ts";
import { AgreementTaskTable } from "./mandate.tables.ts";

async function loadToLink(change: Change, id: string) {
  const agreement = await loadAgreement(change, id);
  if (!mayWriteVersion(change.actor, agreement)) throw notAllowed("NOT_A_PARTY");
  return agreement;
}

/** Adds a link to something elsewhere; the hub never fetches it (D8). */
export async function addAgreementLink(change: Change, input: AddAgreementLinkInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  const link = newLink(agreement.links, input, "agreementId");
  agreement.links = [...agreement.links, link];
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("linkId", link.id)]);
  return agreement.id;
}

export async function removeAgreementLink(change: Change, input: RemoveAgreementLinkInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  agreement.links = withoutLink(agreement.links, input.linkId);
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("linkId", null, input.linkId)]);
  return agreement.id;
}

/** Says that a task exists because of an agreement. */
export async function linkAgreementTask(change: Change, input: AgreementTaskInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  const { task } = await loadTask(change, input.taskId, "taskId");
  const place = { agreementId: agreement.id, taskId: task.id };
  if (await change.em.count(AgreementTaskTable, place)) throw invalid("taskId", "TAKEN");
  change.em.create(AgreementTaskTable, { id: uuidv7(), coalitionId: agreement.coalitionId, ...place });
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("taskId", task.id)]);
  return agreement.id;
}

export async function unlinkAgreementTask(change: Change, input: AgreementTaskInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  const link = await change.em.findOne(AgreementTaskTable, { agreementId: agreement.id, taskId: input.taskId });
  if (!link) throw notFound("taskId");
  change.em.remove(link);
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("taskId", null, input.taskId)]);
  return agreement.id;
}
