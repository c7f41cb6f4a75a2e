import {
  AgreementOrigin,
  AgreementState,
  AgreementVisibility,
  agreementLimits,
  DecisionRule,
  EventType,
  mayDecideBy,
  mayDraftAgreement,
  mayManageAgreement,
  VersionState,
} from "@wijkbord/schema";
import type { AgreementVersion, DraftAgreementInput, ProcessAgreement, UpdateAgreementInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { invalid, notAllowed, ruleBroken } from "../activity/refusal.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { difference, expectAgreement, loadAgreement, recordAgreement } from "./agreementChange.ts";
import { originOf, rulesFor } from "./origin.ts";
import { knownAreas, knownThemes, signatories } from "./partners.ts";
import { title, versionText, words } from "./words.ts";

/** The next number of the coalition; agreements are never deleted, so it is never used again. */
async function nextNumber({ em, coalition }: Change): Promise<number> {
  const [last] = await em.find(AgreementTable, { coalitionId: coalition.id }, { orderBy: { number: "desc" }, limit: 1 });
  return (last?.number ?? 0) + 1;
}

type Start = Pick<ProcessAgreement, "title" | "category" | "areaCodes" | "themeIds" | "signatoryIds" | "decisionRule" | "visibility"> &
  Partial<Pick<ProcessAgreement, "templateKey" | "sourceVersionId">>;

/** A new agreement of the actor's organisation. */
export async function newAgreement(change: Change, start: Start): Promise<ProcessAgreement> {
  const { em, actor, coalition, now } = change;
  return em.create(AgreementTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    number: await nextNumber(change),
    templateKey: null,
    sourceVersionId: null,
    ...start,
    state: AgreementState.DRAFT,
    origin: AgreementOrigin.HERE,
    ended: null,
    currentVersionId: null,
    reviewOn: null,
    reviewAfterMonths: agreementLimits.reviewMonths,
    endsOn: null,
    ownerOrganisationId: actor.organisationId,
    registration: null,
    links: [],
    renewalOn: null,
    renewalClosesAt: null,
    reviewRemindedFor: null,
    underReviewSince: null,
    inForceSince: null,
    createdByMembershipId: actor.membershipId,
    createdAt: now,
    updatedAt: now,
    version: 0,
  });
}

type Terms = Pick<AgreementVersion, "number" | "text" | "summary" | "changeNote" | "dataSharing" | "watchRules" | "editorial" | "previousVersionId">;

/** A version in writing, with the terms of its agreement. */
export function newVersion({ em, actor, now }: Change, agreement: ProcessAgreement, terms: Terms): AgreementVersion {
  return em.create(AgreementVersionTable, {
    id: uuidv7(),
    coalitionId: agreement.coalitionId,
    agreementId: agreement.id,
    state: VersionState.DRAFT,
    title: agreement.title,
    ...terms,
    decisionRule: agreement.decisionRule,
    signatoryIds: agreement.signatoryIds,
    boundIds: [],
    reviewAfterMonths: agreement.reviewAfterMonths,
    endsOn: agreement.endsOn,
    contentHash: null,
    frozen: null,
    reveal: null,
    revealedAt: null,
    roundOpensAt: null,
    roundClosesAt: null,
    extendedAt: null,
    amongAnswered: false,
    effectiveFrom: null,
    adoptedAt: null,
    inForceAt: null,
    replacedAt: null,
    createdByMembershipId: actor.membershipId,
    createdAt: now,
    updatedAt: now,
    version: 1,
    groupVersions: {},
  });
}

/** Refuses a way to decide that this kind of agreement does not allow. */
export function checkRule(rule: DecisionRule, category: ProcessAgreement["category"]): void {
  if (!mayDecideBy(rule, category))
    throw ruleBroken("C7.2", [{ code: rule === DecisionRule.SILENCE_IS_CONSENT ? "SILENCE_MAY_NOT_COUNT" : "OWNER_MAY_NOT_DECIDE", objectId: null }]);
}

/** Makes an agreement with its first version, in writing: from nothing, from a template, or as a copy for another neighbourhood. */
export async function draftAgreement(change: Change, input: DraftAgreementInput): Promise<string> {
  if (!mayDraftAgreement(change.actor)) throw notAllowed("OBSERVER");
  const origin = await originOf(change, input);
  const category = input.category ?? origin.category;
  if (!category) throw invalid("category", "REQUIRED");
  if (input.decisionRule) checkRule(input.decisionRule, category);
  const decisionRule = input.decisionRule ?? origin.decisionRule;
  const text = versionText(input.text ?? origin.text);
  const agreement = await newAgreement(change, {
    title: title(input.title ?? origin.title),
    category,
    areaCodes: await knownAreas(change, input.areaCodes ?? []),
    themeIds: await knownThemes(change, input.themeIds ?? origin.themeIds),
    signatoryIds: await signatories(change, "signatoryIds", input.signatoryIds ?? origin.signatoryIds),
    decisionRule: mayDecideBy(decisionRule, category) ? decisionRule : DecisionRule.ALL_SIGNATORIES_CONSENT,
    visibility: input.visibility ?? AgreementVisibility.COALITION,
    templateKey: origin.templateKey,
    sourceVersionId: origin.sourceVersionId,
  });
  newVersion(change, agreement, {
    number: 1,
    text,
    summary: words("summary", input.summary ?? origin.summary, agreementLimits.summary),
    changeNote: "",
    dataSharing: origin.dataSharing,
    watchRules: rulesFor(text, origin.watchRules),
    editorial: false,
    previousVersionId: null,
  });
  recordAgreement(change, agreement, EventType.AGREEMENT_DRAFTED, [
    difference("number", agreement.number),
    difference("category", agreement.category),
    ...(origin.sourceVersionId === null ? [] : [difference("sourceVersionId", origin.sourceVersionId)]),
  ]);
  return agreement.id;
}

/** Changes where an agreement is found; what binds partners stands in its versions. */
export async function updateAgreement(change: Change, input: UpdateAgreementInput): Promise<string> {
  const agreement = await loadAgreement(change, input.id, "id");
  if (!mayManageAgreement(change.actor, agreement)) throw notAllowed("NOT_THE_OWNER");
  expectAgreement(agreement, input.expectedVersion);
  const changes = [];
  if (input.areaCodes) {
    const areaCodes = await knownAreas(change, input.areaCodes);
    changes.push(difference("areaCodes", areaCodes, agreement.areaCodes));
    agreement.areaCodes = areaCodes;
  }
  if (input.themeIds) {
    const themeIds = await knownThemes(change, input.themeIds);
    changes.push(difference("themeIds", themeIds, agreement.themeIds));
    agreement.themeIds = themeIds;
  }
  if (input.visibility) {
    changes.push(difference("visibility", input.visibility, agreement.visibility));
    agreement.visibility = input.visibility;
  }
  recordAgreement(change, agreement, EventType.AGREEMENT_CHANGED, changes);
  return agreement.id;
}
