import {
  AgreementOrigin,
  AgreementState,
  AgreementVisibility,
  agreementLimits,
  DecisionRule,
  EventType,
  mayDraftAgreement,
  startOfDay,
} from "@wijkbord/schema";
import type { ConfirmRegisteredInput, RegisterAgreementInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change } from "../activity/change.ts";
import { httpsAddress } from "../activity/links.ts";
import { invalid, notAllowed, ruleBroken } from "../activity/refusal.ts";
import { difference, loadAgreement, recordAgreement, todayIn } from "./agreementChange.ts";
import { newAgreement } from "./draft.ts";
import { nextReview } from "./inForce.ts";
import { expectMandate } from "./mandateCheck.ts";
import { RegistrationAnswerTable } from "./mandate.tables.ts";
import { knownAreas, knownThemes, signatories } from "./partners.ts";
import { said, saidOrNull, title, words } from "./words.ts";

/** D15: registers an agreement that was made elsewhere; it is in force by registration, and never shown like one signed here. */
export async function registerAgreement(change: Change, input: RegisterAgreementInput): Promise<string> {
  if (!mayDraftAgreement(change.actor)) throw notAllowed("OBSERVER");
  const today = todayIn(change);
  if (input.agreedOn > today) throw invalid("agreedOn", "IN_THE_FUTURE");
  if (input.endsOn && input.endsOn < today) throw invalid("endsOn", "IN_THE_PAST");
  const signedOnPaperIds = await signatories(change, "signedOnPaperIds", input.signedOnPaperIds);
  const summary = words("summary", input.summary, agreementLimits.summary);
  if (!summary) throw invalid("summary", "REQUIRED", 1);
  const agreement = await newAgreement(change, {
    title: title(input.title),
    category: input.category,
    areaCodes: await knownAreas(change, input.areaCodes ?? []),
    themeIds: await knownThemes(change, input.themeIds ?? []),
    signatoryIds: signedOnPaperIds,
    decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT,
    visibility: AgreementVisibility.COALITION,
  });
  Object.assign(agreement, {
    origin: AgreementOrigin.ELSEWHERE,
    state: AgreementState.IN_FORCE,
    inForceSince: startOfDay(input.agreedOn, change.coalition.timeZone),
    reviewOn: nextReview(change, "reviewOn", input.reviewOn),
    endsOn: input.endsOn ?? null,
    registration: {
      agreedOn: input.agreedOn,
      place: said("place", input.place, agreementLimits.place),
      signedOnPaperIds,
      summary,
      url: input.url ? httpsAddress(input.url) : null,
    },
  });
  recordAgreement(change, agreement, EventType.AGREEMENT_REGISTERED, [
    difference("number", agreement.number),
    difference("agreedOn", input.agreedOn),
    difference("signedOnPaperIds", signedOnPaperIds),
  ]);
  return agreement.id;
}

/** A partner says whether a registered agreement is right; by who holds the mandate. */
export async function confirmRegistered(change: Change, input: ConfirmRegisteredInput): Promise<string> {
  const { em, actor, now } = change;
  const agreement = await loadAgreement(change, input.agreementId);
  if (!agreement.signatoryIds.includes(actor.organisationId)) throw notAllowed("NOT_A_SIGNATORY");
  await expectMandate(change, agreement, null);
  if (!agreement.registration) throw ruleBroken("D15", [{ code: "NOT_REGISTERED", objectId: agreement.id }]);
  const note = saidOrNull("note", input.note, agreementLimits.note);
  if (!input.confirmed && !note) throw invalid("note", "REQUIRED", 1);
  const row = { membershipId: actor.membershipId, confirmed: input.confirmed, note, answeredAt: now };
  const existing = await em.findOne(RegistrationAnswerTable, { agreementId: agreement.id, organisationId: actor.organisationId });
  const before = existing?.confirmed ?? null;
  if (existing) Object.assign(existing, row);
  else
    em.create(RegistrationAnswerTable, {
      id: uuidv7(),
      coalitionId: agreement.coalitionId,
      agreementId: agreement.id,
      organisationId: actor.organisationId,
      ...row,
    });
  recordAgreement(change, agreement, EventType.SIGN_OFF_RECORDED, [
    difference("organisationId", actor.organisationId),
    difference("confirmed", input.confirmed, before),
  ]);
  return agreement.id;
}
