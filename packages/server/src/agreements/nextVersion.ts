import {
  AgreementState,
  agreementLimits,
  countsAsInForce,
  EventType,
  maySupersede,
  mayManageAgreement,
  needsEveryAnswer,
  ObjectionState,
  SignOffResponse,
  VersionState,
  Visibility,
  withArticle,
} from "@wijkbord/schema";
import type { AgreementVersion, CreateNextVersionInput, Objection, ProcessAgreement, VersionActInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, notFound } from "../activity/refusal.ts";
import { OrganisationTable } from "../coalitions/coalition.tables.ts";
import { AgreementVersionTable } from "./agreement.tables.ts";
import {
  currentVersion,
  difference,
  expectAgreement,
  expectNothing,
  expectVersion,
  loadAgreement,
  loadVersion,
  recordAgreement,
  touchVersion,
} from "./agreementChange.ts";
import { currentAnswers } from "./chain.ts";
import { newVersion } from "./draft.ts";
import { expectMandate } from "./mandateCheck.ts";
import { ObjectionTable, RemarkTable } from "./signOff.tables.ts";

/** The version to go on from: the latest when it ended in objections or unfinished, else the one in force. */
async function baseOf(change: Change, agreement: ProcessAgreement): Promise<AgreementVersion | null> {
  const [latest] = await change.em.find(AgreementVersionTable, { agreementId: agreement.id }, { orderBy: { number: "desc" }, limit: 1 });
  if (!latest || maySupersede(latest.state)) return latest ?? null;
  if (latest.state === VersionState.ADOPTED && latest.inForceAt === null) expectNothing("C7.2-6", [{ code: "VERSION_WAITS", objectId: latest.id }]);
  if (latest.state !== VersionState.ADOPTED && latest.state !== VersionState.WITHDRAWN) expectNothing("C7.2", [{ code: "VERSION_OPEN", objectId: latest.id }]);
  return (await currentVersion(change, agreement)) ?? latest;
}

async function objectionsOf({ em }: Change, base: AgreementVersion | null, ids: readonly string[] | undefined): Promise<Objection[]> {
  if (!base) return [];
  const open = await em.find(ObjectionTable, { versionId: base.id, state: ObjectionState.OPEN }, { orderBy: { id: "asc" } });
  if (ids && ids.some((id) => !open.some((objection) => objection.id === id))) throw notFound("objectionIds");
  return ids ? open.filter(({ id }) => ids.includes(id)) : open;
}

/** The text with the proposals of objections filled in, and a change note that says whose they are. */
async function prefilled({ em }: Change, base: AgreementVersion, objections: readonly Objection[]): Promise<{ text: string; changeNote: string }> {
  const names = await em.find(OrganisationTable, { id: { $in: objections.map(({ organisationId }) => organisationId) } });
  const name = (id: string) => names.find((organisation) => organisation.id === id)?.shortName ?? "";
  const text = objections.reduce(
    (left, { articleNumber, proposal }) => (articleNumber !== null && proposal ? withArticle(left, articleNumber, proposal) : left),
    base.text,
  );
  const notes = objections.map(
    ({ organisationId, articleNumber }) => `Bezwaar van ${name(organisationId)}${articleNumber === null ? "" : ` bij artikel ${articleNumber}`} overgenomen.`,
  );
  const changeNote = notes.join(" ");
  return { text, changeNote: changeNote.length > agreementLimits.changeNote ? `${changeNote.slice(0, agreementLimits.changeNote - 1)}…` : changeNote };
}

/** Concerns of the former version go along as remarks beside the next. */
async function carryConcerns(change: Change, base: AgreementVersion, next: AgreementVersion): Promise<void> {
  for (const { id, response, argument, organisationId, membershipId } of await currentAnswers(change, base.id)) {
    if (response !== SignOffResponse.CONSENT_WITH_CONCERN || !argument) continue;
    const place = {
      id: uuidv7(),
      coalitionId: next.coalitionId,
      agreementId: next.agreementId,
      versionId: next.id,
      articleNumber: null,
      visibility: Visibility.COALITION,
    };
    change.em.create(RemarkTable, { ...place, organisationId, membershipId, text: argument, createdAt: change.now, removedAt: null, carriedFromSignOffId: id });
  }
}

function expectEditorial(agreement: ProcessAgreement, base: AgreementVersion | null): void {
  if (needsEveryAnswer(agreement.category)) expectNothing("T14", [{ code: "EVERY_ANSWER_NEEDED", objectId: agreement.id }]);
  if (!base || base.id !== agreement.currentVersionId || !countsAsInForce(agreement.state))
    expectNothing("T14", [{ code: "NOT_IN_FORCE", objectId: agreement.id }]);
}

/** C7.2 rule 4: makes the next version; the one before is superseded and all answers start again. */
export async function createNextVersion(change: Change, input: CreateNextVersionInput): Promise<string> {
  const agreement = await loadAgreement(change, input.agreementId);
  if (!mayManageAgreement(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  expectAgreement(agreement, input.expectedVersion);
  if (agreement.state === AgreementState.ENDED) expectNothing("C7.2", [{ code: "AGREEMENT_ENDED", objectId: agreement.id }]);
  const base = await baseOf(change, agreement);
  const editorial = input.editorial ?? false;
  if (editorial) expectEditorial(agreement, base);
  const objections = await objectionsOf(change, base, input.objectionIds ?? undefined);
  if (editorial && objections.length > 0) throw invalid("objectionIds", "NOT_EDITORIAL");
  const filled = base ? await prefilled(change, base, objections) : { text: "", changeNote: "" };
  const next = newVersion(change, agreement, {
    number: (await change.em.count(AgreementVersionTable, { agreementId: agreement.id })) + 1,
    ...filled,
    summary: base?.summary ?? agreement.registration?.summary ?? "",
    dataSharing: base?.dataSharing ?? null,
    watchRules: base?.watchRules ?? [],
    editorial,
    previousVersionId: base?.id ?? null,
  });
  if (base) {
    const { title, decisionRule, signatoryIds, reviewAfterMonths, endsOn } = base;
    Object.assign(next, {
      title,
      decisionRule,
      reviewAfterMonths,
      endsOn,
      signatoryIds: [...new Set([...signatoryIds, ...(base.id === agreement.currentVersionId ? agreement.signatoryIds : [])])],
    });
    await carryConcerns(change, base, next);
  }
  for (const objection of objections) {
    Object.assign(objection, { state: ObjectionState.INTEGRATED, resolvedAt: change.now, integratedInVersionId: next.id });
    recordAgreement(change, agreement, EventType.OBJECTION_RESOLVED, [difference("objectionId", objection.id), difference("state", objection.state)]);
  }
  if (base && maySupersede(base.state)) {
    base.state = VersionState.SUPERSEDED;
    touchVersion(change, base);
    recordAgreement(change, agreement, EventType.VERSION_SUPERSEDED, [difference("versionNumber", next.number, base.number)]);
  }
  recordAgreement(change, agreement, EventType.VERSION_DRAFT_SAVED, [difference("versionNumber", next.number), difference("editorial", editorial)]);
  return agreement.id;
}

/** T14: the first refusal by a signatory turns a small change into one that is talked about. */
export async function refuseEditorialChange(change: Change, input: VersionActInput): Promise<string> {
  const { agreement, version } = await loadVersion(change, input.versionId);
  if (!version.signatoryIds.includes(change.actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  await expectMandate(change, agreement, null);
  expectVersion(version, input.expectedVersion);
  const late = version.roundClosesAt !== null && version.roundClosesAt <= change.now;
  if (version.state !== VersionState.EDITORIAL_NOTICE || late)
    expectNothing("T14", [{ code: late ? "ROUND_CLOSED" : `NOT_IN_${version.state}`, objectId: version.id }]);
  Object.assign(version, {
    state: VersionState.CLARIFICATION,
    editorial: false,
    contentHash: null,
    frozen: null,
    reveal: null,
    roundOpensAt: null,
    roundClosesAt: null,
  });
  touchVersion(change, version);
  recordAgreement(change, agreement, EventType.EDITORIAL_NOTICE_REFUSED, [
    difference("versionNumber", version.number),
    difference("organisationId", change.actor.organisationId),
  ]);
  return agreement.id;
}
