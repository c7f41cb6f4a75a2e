import { draftLimits } from "@wijkbord/schema";
import type { AgreementVersion } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Doc } from "yjs";
import type { LoggedWork } from "../activity/change.ts";
import { documentOf, documentWith, rewrite, wholeOf } from "./draftDocument.ts";
import { DraftTable, DraftUpdateTable } from "./draftLog.tables.ts";

type Work = Pick<LoggedWork, "em" | "now">;

/** The log of one version, with the document that it makes. */
export interface DraftLog {
  readonly draft: { documentId: string; position: number; toldAt: Date; isTold: boolean };
  readonly document: Doc;
  /** Adds an update; a long log becomes one update. */
  append(body: string): Promise<void>;
}

const startOf = ({ em, now }: Work, { id: versionId, coalitionId, agreementId }: AgreementVersion) =>
  em.create(DraftTable, { id: uuidv7(), coalitionId, agreementId, versionId, documentId: uuidv7(), position: 0, toldAt: now, isTold: true });

function write({ em }: Work, version: AgreementVersion, draft: DraftLog["draft"], body: string): void {
  draft.position += 1;
  const { documentId, position } = draft;
  em.create(DraftUpdateTable, { id: uuidv7(), coalitionId: version.coalitionId, versionId: version.id, documentId, position, body });
}

/** The log of a version, or null when nobody writes it together. */
export async function readLog(work: Work, version: AgreementVersion): Promise<DraftLog | null> {
  const { em } = work;
  const draft = await em.findOne(DraftTable, { versionId: version.id });
  const rows = draft ? await em.find(DraftUpdateTable, { versionId: version.id }, { orderBy: { position: "asc" } }) : [];
  if (!draft || rows.length === 0) return null;
  const document = documentOf(rows.map(({ body }) => body));
  const append = async (body: string) => {
    await em.flush();
    const where = { versionId: version.id };
    const isLong =
      (await em.count(DraftUpdateTable, where)) >= draftLimits.updates ||
      rows.reduce((sum, row) => sum + row.body.length, body.length) > draftLimits.documentBytes;
    if (isLong) await em.nativeDelete(DraftUpdateTable, where);
    write(work, version, draft, isLong ? wholeOf(document) : body);
  };
  return { draft, document, append };
}

/** Starts a log with the text of a version, under a document of its own. */
export async function beginLog(work: Work, version: AgreementVersion): Promise<void> {
  const { em } = work;
  const draft = (await em.findOne(DraftTable, { versionId: version.id })) ?? startOf(work, version);
  await em.nativeDelete(DraftUpdateTable, { versionId: version.id });
  Object.assign(draft, { documentId: uuidv7(), toldAt: work.now, isTold: true });
  write(work, version, draft, wholeOf(documentWith(version.text)));
}

/** Ends the log of a version: its text is frozen or the version ended. */
export async function endLog({ em }: Work, version: AgreementVersion): Promise<void> {
  await em.nativeDelete(DraftUpdateTable, { versionId: version.id });
  await em.nativeUpdate(DraftTable, { versionId: version.id }, { isTold: true });
}

/** Gives those who write together the text that somebody saved as a whole. */
export async function followText(work: Work, version: AgreementVersion): Promise<void> {
  const log = await readLog(work, version);
  const body = log && rewrite(log.document, version.text);
  if (log && body) await log.append(body);
}

/** Text was taken back: what was in the old document is gone, here and on every device that follows. */
export async function renewLog(work: Work, version: AgreementVersion): Promise<void> {
  if (await readLog(work, version)) await beginLog(work, version);
}
