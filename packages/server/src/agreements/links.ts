import { agreementLimits, EventType, mayWriteVersion } from "@wijkbord/schema";
import type { AddAgreementLinkInput, AgreementTaskInput, RemoveAgreementLinkInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, optionalText, text } from "../activity/refusal.ts";
import { loadTask } from "../tasks/taskChange.ts";
import { difference, loadAgreement, recordAgreement } from "./agreementChange.ts";
import { AgreementTaskTable } from "./mandate.tables.ts";

const longest = 2_000;

/** An address that starts with https, without name and password in it. */
export function httpsAddress(value: string): string {
  const address = text("url", value, longest);
  if (!URL.canParse(address)) throw invalid("url", "NOT_AN_ADDRESS");
  const url = new URL(address);
  if (url.protocol !== "https:" || url.username || url.password) throw invalid("url", "ONLY_HTTPS");
  if (url.href.length > longest) throw invalid("url", "TOO_LONG", longest);
  return url.href;
}

async function loadToLink(change: Change, id: string) {
  const agreement = await loadAgreement(change, id);
  if (!mayWriteVersion(change.actor, agreement)) throw notAllowed("NOT_A_PARTY");
  return agreement;
}

/** Adds a link to something elsewhere; the hub never fetches it (D8). */
export async function addAgreementLink(change: Change, input: AddAgreementLinkInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  if (agreement.links.length >= agreementLimits.links) throw invalid("agreementId", "TOO_MANY", agreementLimits.links);
  const link = {
    id: uuidv7(),
    title: text("title", input.title, agreementLimits.linkTitle),
    url: httpsAddress(input.url),
    audience: optionalText("audience", input.audience, agreementLimits.linkTitle),
  };
  agreement.links = [...agreement.links, link];
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, [difference("linkId", link.id)]);
  return agreement.id;
}

export async function removeAgreementLink(change: Change, input: RemoveAgreementLinkInput): Promise<string> {
  const agreement = await loadToLink(change, input.agreementId);
  if (!agreement.links.some(({ id }) => id === input.linkId)) throw notFound("linkId");
  agreement.links = agreement.links.filter(({ id }) => id !== input.linkId);
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
