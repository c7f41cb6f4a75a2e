import { agreementLimits, EventType, isWritable, mayRedact, Visibility } from "@wijkbord/schema";
import type { RedactTextInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound, text } from "../activity/refusal.ts";
import { difference, loadVersion, recordAgreement, touchVersion } from "./agreementChange.ts";
import { renewLog } from "./draftLog.ts";
import { answersAreOpen } from "./settle.ts";
import { ObjectionTable, PreparationTable, RemarkTable, SignOffTable } from "./signOff.tables.ts";
import { RegistrationAnswerTable, ReviewTable, WithdrawalTable } from "./mandate.tables.ts";
import { AgreementTable } from "./agreement.tables.ts";

const tables = {
  Objection: ObjectionTable,
  SignOff: SignOffTable,
  SignOffPreparation: PreparationTable,
  AgreementRemark: RemarkTable,
  ConsentWithdrawal: WithdrawalTable,
  AgreementReview: ReviewTable,
  RegistrationAnswer: RegistrationAnswerTable,
};
type TextType = keyof typeof tables;
/** Texts that can be taken back, and what stands in their place. A signed text is not one of them: it stays readable with its hash. */
const blanks: Readonly<Record<TextType, Readonly<Record<string, string | null>>>> = {
  Objection: { reason: "", proposal: null, resolution: null },
  SignOff: { argument: null },
  SignOffPreparation: { argument: null, reason: null, proposal: null },
  AgreementRemark: { text: "" },
  ConsentWithdrawal: { reason: "" },
  AgreementReview: { change: null },
  RegistrationAnswer: { note: null },
};
const isTextType = (name: string): name is TextType => Object.hasOwn(tables, name);

/** The row of a text, when the actor may read it. */
async function rowOf(change: Change, type: TextType, id: string) {
  const { em, actor } = change;
  const place = { id, coalitionId: actor.coalitionId };
  const own = { ...place, organisationId: actor.organisationId };
  if (type === "SignOffPreparation") return em.findOne(PreparationTable, own);
  if (type === "AgreementRemark") return em.findOne(RemarkTable, { ...place, $or: [{ visibility: { $ne: Visibility.ORGANISATION } }, own] });
  if (type === "ConsentWithdrawal") return em.findOne(WithdrawalTable, place);
  if (type === "AgreementReview") return em.findOne(ReviewTable, place);
  if (type === "RegistrationAnswer") return em.findOne(RegistrationAnswerTable, place);
  const row = type === "Objection" ? await em.findOne(ObjectionTable, place) : await em.findOne(SignOffTable, place);
  if (!row) return null;
  const { version } = await loadVersion(change, row.versionId, "targetId");
  return answersAreOpen(version) || row.organisationId === actor.organisationId ? row : null;
}

/** D5: empties a text that is still written; the document that held it goes, and with it every copy that follows it. */
async function redactDraft(change: Change, { targetId, field }: RedactTextInput, reason: string): Promise<string> {
  const { agreement, version } = await loadVersion(change, targetId, "targetId");
  if (field !== "text" || !isWritable(version.state)) throw invalid("field", "NOT_A_TEXT");
  const written = { authorId: version.createdByMembershipId, organisationId: agreement.ownerOrganisationId };
  if (!mayRedact(change.actor, written)) throw notAllowed("NOT_THE_AUTHOR");
  version.text = "";
  await renewLog(change, version);
  touchVersion(change, version, "TEXT");
  recordAgreement(change, agreement, EventType.TEXT_REDACTED, [
    difference("targetType", "AgreementVersion"),
    difference("targetId", targetId),
    difference("field", field),
    difference("reason", reason),
  ]);
  return agreement.id;
}

/** D5: takes a text back, by its author, the author's coordinator or PRIVACY. The log never held it; the chain goes on without it. */
export async function redactAgreementText(change: Change, input: RedactTextInput): Promise<string> {
  const reason = text("reason", input.reason, agreementLimits.note);
  const { targetType, targetId, field } = input;
  if (targetType === "AgreementVersion") return redactDraft(change, input, reason);
  if (!isTextType(targetType) || !Object.hasOwn(blanks[targetType], field)) throw invalid("field", "NOT_A_TEXT");
  const row = await rowOf(change, targetType, targetId);
  const agreement = row && (await change.em.findOne(AgreementTable, { id: row.agreementId }));
  if (!row || !agreement) throw notFound("targetId");
  if (!mayRedact(change.actor, { authorId: row.membershipId, organisationId: row.organisationId })) throw notAllowed("NOT_THE_AUTHOR");
  Object.assign(row, { [field]: blanks[targetType][field] });
  const hidden = targetType === "SignOffPreparation" || ("visibility" in row && row.visibility === Visibility.ORGANISATION);
  const ownStrip =
    hidden ||
    ((targetType === "Objection" || targetType === "SignOff") &&
      !answersAreOpen((await loadVersion(change, "versionId" in row ? (row.versionId ?? "") : "")).version));
  recordAgreement(
    change,
    agreement,
    EventType.TEXT_REDACTED,
    [difference("targetType", targetType), difference("targetId", targetId), difference("field", field), difference("reason", reason)],
    ownStrip ? row.organisationId : null,
  );
  return agreement.id;
}
