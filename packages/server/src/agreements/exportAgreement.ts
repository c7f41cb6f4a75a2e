import { agreementNumber, type AgreementExport, type ExportedVersion, signedPart, type Viewer } from "@wijkbord/schema";
import type { ProcessAgreement } from "@wijkbord/schema/types";
import { CoalitionTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import type { EntityManager } from "../database/database.ts";
import type { HubKey } from "./hubKey.ts";
import { answersAreOpen } from "./settle.ts";
import { readAnswers, readVersions } from "./visible.ts";

const iso = (moment: Date | null) => moment?.toISOString() ?? null;

/** Versions with a frozen text that the viewer may read; a round whose answers are hidden stays out until they are revealed. */
async function versionsFor(em: EntityManager, viewer: Viewer, agreement: ProcessAgreement): Promise<ExportedVersion[]> {
  const exported: ExportedVersion[] = [];
  for (const version of await readVersions(em, viewer, agreement.id)) {
    if (!version.frozen || !version.contentHash || !answersAreOpen(version)) continue;
    const answers = await readAnswers(em, viewer, version);
    const chain = answers.map(({ contentHash, organisationId, membershipId, response, kind, respondedAt, previousHash, hash }) => ({
      contentHash,
      organisationId,
      membershipId,
      response,
      kind,
      respondedAt: respondedAt.toISOString(),
      previousHash,
      hash,
    }));
    const { number, state, frozen: content, contentHash, boundIds } = version;
    exported.push({ number, state, content, contentHash, boundIds, adoptedAt: iso(version.adoptedAt), inForceAt: iso(version.inForceAt), chain });
  }
  return exported;
}

/** One agreement with its signatures and hashes, signed by the hub; it can be checked without the hub. */
export async function exportAgreement(
  em: EntityManager,
  key: HubKey,
  hub: string,
  viewer: Viewer,
  agreement: ProcessAgreement,
  now: Date,
): Promise<AgreementExport> {
  const coalition = await em.findOneOrFail(CoalitionTable, { id: agreement.coalitionId });
  const versions = await versionsFor(em, viewer, agreement);
  const ids = new Set(versions.flatMap(({ content, chain }) => [...content.signatoryIds, ...chain.map(({ organisationId }) => organisationId)]));
  const organisations = await em.find(OrganisationTable, { id: { $in: [...ids, agreement.ownerOrganisationId] } }, { orderBy: { name: "asc" } });
  const unsigned: Omit<AgreementExport, "signature"> = {
    format: "wijkbord-agreement-export-1",
    hub,
    exportedAt: now.toISOString(),
    coalition: { id: coalition.id, name: coalition.name },
    agreement: { id: agreement.id, number: agreementNumber(agreement.number), title: agreement.title, state: agreement.state },
    organisations: organisations.map(({ id, name }) => ({ id, name })),
    versions,
  };
  const { kid, signature } = await key.sign(signedPart(unsigned));
  return { ...unsigned, signature: { alg: "EdDSA", kid, value: signature } };
}
