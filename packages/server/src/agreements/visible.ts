import { AccessRole, mayReadAgreement, VersionState, type Viewer, Visibility } from "@wijkbord/schema";
import type { AgreementRemark, AgreementVersion, Objection, ProcessAgreement, SignOff } from "@wijkbord/schema/types";
import type { EntityManager } from "../database/database.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { answersAreOpen } from "./settle.ts";
import { ObjectionTable, RemarkTable, SignOffTable } from "./signOff.tables.ts";

/** Rows of a chain of which the hashes are not shown: they would tell the answer before them. */
export const maskedAnswers = new WeakSet<SignOff>();

const isObserver = ({ accessRole }: Viewer) => accessRole === AccessRole.OBSERVER;
/** Observers read versions that are or were in force. */
export const mayReadVersion = (viewer: Viewer, version: AgreementVersion): boolean =>
  !isObserver(viewer) || (version.inForceAt !== null && (version.state === VersionState.ADOPTED || version.state === VersionState.REPLACED));

/** An agreement that the viewer may read, or null. */
export async function readAgreement(em: EntityManager, viewer: Viewer, where: { id: string } | { number: number }): Promise<ProcessAgreement | null> {
  const agreement = await em.findOne(AgreementTable, { ...where, coalitionId: viewer.coalitionId });
  return agreement && mayReadAgreement(viewer, agreement.state, agreement.inForceSince !== null) ? agreement : null;
}

/** Of these agreements, those that the viewer may read. */
export async function readAgreements(em: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<ProcessAgreement[]> {
  const agreements = await em.find(AgreementTable, { id: { $in: [...ids] }, coalitionId: viewer.coalitionId });
  return agreements.filter(({ state, inForceSince }) => mayReadAgreement(viewer, state, inForceSince !== null));
}

/** Versions of these agreements that the viewer may read, oldest first. */
export async function readVersionsOf(em: EntityManager, viewer: Viewer, agreementIds: readonly string[]): Promise<AgreementVersion[]> {
  const where = { agreementId: { $in: [...agreementIds] }, coalitionId: viewer.coalitionId };
  const versions = await em.find(AgreementVersionTable, where, { orderBy: { number: "asc" } });
  return versions.filter((version) => mayReadVersion(viewer, version));
}

/** Versions that the viewer may read, oldest first. */
export const readVersions = (em: EntityManager, viewer: Viewer, agreementId: string): Promise<AgreementVersion[]> => readVersionsOf(em, viewer, [agreementId]);

/** Gelijk oversteken: the chain of a version; while answers are hidden only the own answers, without hashes. */
export async function readAnswers(em: EntityManager, viewer: Viewer, version: AgreementVersion): Promise<SignOff[]> {
  const rows = await em.find(SignOffTable, { versionId: version.id }, { orderBy: { position: "asc" } });
  if (answersAreOpen(version)) return rows;
  const own = rows.filter(({ organisationId }) => organisationId === viewer.organisationId);
  for (const row of own) maskedAnswers.add(row);
  return own;
}

/** Organisations with a latest answer; the answers stay in the database while they are hidden. */
export async function answeredIds(em: EntityManager, version: AgreementVersion): Promise<Set<string>> {
  const rows = await em.find(SignOffTable, { versionId: version.id, isCurrent: true }, { fields: ["organisationId"] });
  return new Set(rows.map(({ organisationId }) => organisationId));
}

/** Objections that the viewer may see: revealed ones, or those of the own organisation. */
export async function readObjections(em: EntityManager, viewer: Viewer, version: AgreementVersion): Promise<Objection[]> {
  if (isObserver(viewer)) return [];
  const own = answersAreOpen(version) ? {} : { organisationId: viewer.organisationId };
  return em.find(ObjectionTable, { versionId: version.id, ...own }, { orderBy: { createdAt: "asc", id: "asc" } });
}

/** Remarks that the viewer may see: those for all partners and those of the own organisation (D4). */
export async function readRemarks(em: EntityManager, viewer: Viewer, versionId: string): Promise<AgreementRemark[]> {
  if (isObserver(viewer)) return [];
  const visible = [{ visibility: { $ne: Visibility.ORGANISATION } }, { organisationId: viewer.organisationId }];
  return em.find(RemarkTable, { versionId, removedAt: null, $or: visible }, { orderBy: { createdAt: "asc", id: "asc" } });
}
