import { agreementLimits, EventType, mayWrite, parseArticles, Visibility } from "@wijkbord/schema";
import type { AddAgreementRemarkInput, AgreementRemark, ProcessAgreement, RemoveInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import { difference, loadAgreement, loadVersion, recordAgreement } from "./agreementChange.ts";
import { RemarkTable } from "./signOff.tables.ts";
import { words } from "./words.ts";

const about = (remark: AgreementRemark) => [difference("remarkId", remark.id), difference("articleNumber", remark.articleNumber)];
const record = (change: Change, agreement: ProcessAgreement, remark: AgreementRemark, type: EventType) =>
  recordAgreement(change, agreement, type, about(remark), remark.visibility === Visibility.ORGANISATION ? remark.organisationId : null);

/** Puts a question or an opinion beside a version; with ORGANISATION only the own organisation sees it (D4). */
export async function addRemark(change: Change, input: AddAgreementRemarkInput): Promise<string> {
  const { actor, em, now } = change;
  const { agreement, version } = await loadVersion(change, input.versionId);
  if (!mayWrite(actor)) throw notAllowed("OBSERVER");
  const visibility = input.visibility ?? Visibility.COALITION;
  if (visibility === Visibility.PUBLIC) throw invalid("visibility", "RESERVED");
  const text = words("text", input.text, agreementLimits.remark);
  if (!text) throw invalid("text", "REQUIRED", 1);
  const articleNumber = input.articleNumber ?? null;
  if (articleNumber !== null && !parseArticles(version.text).some(({ number }) => number === articleNumber)) throw invalid("articleNumber", "NO_SUCH_ARTICLE");
  const { organisationId, membershipId } = actor;
  const place = { coalitionId: agreement.coalitionId, agreementId: agreement.id, versionId: version.id };
  const remark = em.create(RemarkTable, {
    id: uuidv7(),
    ...place,
    articleNumber,
    organisationId,
    membershipId,
    visibility,
    text,
    createdAt: now,
    removedAt: null,
    carriedFromSignOffId: null,
  });
  record(change, agreement, remark, EventType.COMMENT_ADDED);
  return agreement.id;
}

/** Takes an own remark back; its text is gone. */
export async function removeRemark(change: Change, input: RemoveInput): Promise<string> {
  const remark = await change.em.findOne(RemarkTable, { id: input.id, coalitionId: change.actor.coalitionId });
  if (!remark || (remark.visibility === Visibility.ORGANISATION && remark.organisationId !== change.actor.organisationId)) throw notFound("id");
  const agreement = await loadAgreement(change, remark.agreementId, "id");
  if (remark.membershipId !== change.actor.membershipId) throw notAllowed("NOT_THE_WRITER");
  if (remark.removedAt) return agreement.id;
  Object.assign(remark, { text: "", removedAt: change.now });
  record(change, agreement, remark, EventType.COMMENT_REMOVED);
  return agreement.id;
}
