import { agreementNumber, textDifference, wordDifference } from "@wijkbord/schema";
import { AgreementSource, type AgreementVersion, type ProcessAgreement, VersionDifference } from "@wijkbord/schema/types";
import type { HubContext } from "../graphql/context.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { viewerOf } from "./reads.ts";
import { mayReadVersion, readAgreement, readAgreements } from "./visible.ts";

interface Source {
  readonly agreement: ProcessAgreement;
  /** The version that was copied. */
  readonly copied: AgreementVersion;
  /** The version in force there now. */
  readonly current: AgreementVersion | null;
}

/** Where an agreement came from; null when it is no copy, or when the viewer may not read that version. */
export async function sourceOf(context: HubContext, { sourceVersionId, coalitionId }: ProcessAgreement): Promise<Source | null> {
  if (sourceVersionId === null) return null;
  const em = context.services.database.read();
  const viewer = viewerOf(context, { coalitionId });
  const copied = await em.findOne(AgreementVersionTable, { id: sourceVersionId, coalitionId });
  const agreement = copied && (await readAgreement(em, viewer, { id: copied.agreementId }));
  if (!copied || !agreement || !mayReadVersion(viewer, copied)) return null;
  const current = agreement.currentVersionId === null ? null : await em.findOneOrFail(AgreementVersionTable, { id: agreement.currentVersionId });
  return { agreement, copied, current };
}

/** What is shown of a source. */
export const sourceView = ({ agreement, copied, current }: Source): AgreementSource =>
  Object.assign(new AgreementSource(), {
    agreementId: agreement.id,
    number: agreementNumber(agreement.number),
    title: copied.title,
    state: agreement.state,
    areaCodes: agreement.areaCodes,
    versionNumber: copied.number,
    currentVersionNumber: current?.number ?? null,
  });

/** Agreements that were copied from this one, as far as the viewer may read them. */
export async function copiesOf(context: HubContext, agreement: ProcessAgreement): Promise<ProcessAgreement[]> {
  const em = context.services.database.read();
  const { coalitionId } = agreement;
  const versions = await em.find(AgreementVersionTable, { agreementId: agreement.id, coalitionId }, { fields: ["id"] });
  const copies = await em.find(AgreementTable, { coalitionId, sourceVersionId: { $in: versions.map(({ id }) => id) } }, { fields: ["id"] });
  const readable = await readAgreements(
    em,
    viewerOf(context, agreement),
    copies.map(({ id }) => id),
  );
  return readable.toSorted((one, other) => one.number - other.number);
}

/** What is different in a version from another one. */
export const differenceWith = (version: AgreementVersion, other: AgreementVersion): VersionDifference =>
  Object.assign(new VersionDifference(), {
    otherNumber: other.number,
    title: wordDifference(other.title, version.title),
    summary: wordDifference(other.summary, version.summary),
    articles: textDifference(other.text, version.text),
  });
