import { chainStart, entryHash, type SignOffKind, type SignOffResponse } from "@wijkbord/schema";
import type { AgreementVersion, SignOff } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { LoggedWork } from "../activity/change.ts";
import { SignOffTable } from "./signOff.tables.ts";

export interface NewAnswer {
  readonly organisationId: string;
  readonly membershipId: string;
  readonly response: SignOffResponse;
  readonly kind: SignOffKind;
  readonly argument: string | null;
  readonly contentHash: string;
  readonly carriedFromId?: string;
}

/** The latest answer of each organisation. */
export const currentAnswers = ({ em }: LoggedWork, versionId: string): Promise<SignOff[]> =>
  em.find(SignOffTable, { versionId, isCurrent: true }, { orderBy: { position: "asc" } });

/** Adds an answer to the chain of a version; an earlier answer of the organisation stays in it. */
export async function appendAnswer({ em, coalition, now }: LoggedWork, version: AgreementVersion, answer: NewAnswer): Promise<SignOff> {
  const [last] = await em.find(SignOffTable, { versionId: version.id }, { orderBy: { position: "desc" }, limit: 1 });
  const earlier = await em.findOne(SignOffTable, { versionId: version.id, organisationId: answer.organisationId, isCurrent: true });
  if (earlier) {
    earlier.isCurrent = false;
    await em.flush();
  }
  const previousHash = last?.hash ?? chainStart;
  const hash = await entryHash({ ...answer, respondedAt: now.toISOString() }, previousHash);
  const entry = em.create(SignOffTable, {
    id: uuidv7(),
    coalitionId: coalition.id,
    agreementId: version.agreementId,
    versionId: version.id,
    position: (last?.position ?? 0) + 1,
    ...answer,
    respondedAt: now,
    previousHash,
    hash,
    isCurrent: true,
    carriedFromId: answer.carriedFromId ?? null,
  });
  await em.flush();
  return entry;
}
