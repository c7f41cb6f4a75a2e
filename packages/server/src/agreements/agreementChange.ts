import type { EventType } from "@wijkbord/schema";
import { dayIn, mayReadAgreement, Visibility } from "@wijkbord/schema";
import type { AgreementVersion, FieldChange, ProcessAgreement } from "@wijkbord/schema/types";
import type { Change, LoggedWork } from "../activity/change.ts";
import { conflict, notFound, ruleBroken } from "../activity/refusal.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";

/** A version with its agreement. */
export interface LoadedVersion {
  readonly agreement: ProcessAgreement;
  readonly version: AgreementVersion;
}

/** Loads an agreement that the actor may read; unknown, foreign and hidden ones answer alike. */
export async function loadAgreement({ em, actor }: Change, id: string, field = "agreementId"): Promise<ProcessAgreement> {
  const agreement = await em.findOne(AgreementTable, { id, coalitionId: actor.coalitionId });
  if (!agreement || !mayReadAgreement(actor, agreement.state, agreement.inForceSince !== null)) throw notFound(field);
  return agreement;
}

/** Loads a version with its agreement. */
export async function loadVersion(change: Change, id: string, field = "versionId"): Promise<LoadedVersion> {
  const version = await change.em.findOne(AgreementVersionTable, { id, coalitionId: change.actor.coalitionId });
  if (!version) throw notFound(field);
  return { version, agreement: await loadAgreement(change, version.agreementId, field) };
}

/** The version in force, if the agreement has one. */
export async function currentVersion({ em }: LoggedWork, agreement: ProcessAgreement): Promise<AgreementVersion | null> {
  return agreement.currentVersionId === null ? null : em.findOneOrFail(AgreementVersionTable, { id: agreement.currentVersionId });
}

/** The calendar day in the coalition. */
export const todayIn = ({ now, coalition }: Pick<LoggedWork, "now" | "coalition">): string => dayIn(now, coalition.timeZone);

export const difference = (field: string, after: unknown, before: unknown = null): FieldChange => ({ field, before, after });

/** Refuses a change of an agreement that changed after it was seen. */
export function expectAgreement(agreement: ProcessAgreement, expected: number): void {
  if (agreement.version === expected) return;
  const { areaCodes, themeIds, visibility, state, currentVersionId } = agreement;
  throw conflict(agreement.version, ["AGREEMENT"], { areaCodes, themeIds, visibility, state, currentVersionId });
}

/** Refuses an act on a version that changed after it was seen. */
export function expectVersion(version: AgreementVersion, expected: number): void {
  if (version.version === expected) return;
  const { state, title, text, summary, changeNote, signatoryIds, roundClosesAt } = version;
  throw conflict(version.version, ["VERSION"], { state, title, text, summary, changeNote, signatoryIds, roundClosesAt });
}

/** Refuses a rule that is not met, with everything that is missing. */
export function expectNothing(rule: string, missing: readonly { code: string; objectId?: string | null }[]): void {
  if (missing.length > 0)
    throw ruleBroken(
      rule,
      missing.map(({ code, objectId = null }) => ({ code, objectId })),
    );
}

/** Raises the version of a version. */
export function touchVersion({ now }: LoggedWork, version: AgreementVersion, ...groups: string[]): void {
  version.version += 1;
  version.updatedAt = now;
  version.groupVersions = { ...version.groupVersions, ...Object.fromEntries(groups.map((group) => [group, version.version])) };
}

/** Records an event about an agreement and raises its version. Events with an organisation reach only that organisation. */
export function recordAgreement(
  work: LoggedWork,
  agreement: ProcessAgreement,
  type: EventType,
  changes: FieldChange[] = [],
  onlyFor: string | null = null,
): void {
  agreement.version += 1;
  agreement.updatedAt = work.now;
  work.record({
    type,
    target: { type: "ProcessAgreement", id: agreement.id },
    version: agreement.version,
    changes,
    visibility: onlyFor === null ? Visibility.COALITION : Visibility.ORGANISATION,
    organisationId: onlyFor,
  });
}
