import { draftLimits, EventType, isWritable, mayWriteVersion } from "@wijkbord/schema";
import type { ProcessAgreement, SendDraftUpdateInput } from "@wijkbord/schema/types";
import { type Change, type ChangeDeps, type LoggedWork, systemChange } from "../activity/change.ts";
import { notAllowed, ruleBroken } from "../activity/refusal.ts";
import type { Job } from "../time/jobs.ts";
import { AgreementTable, AgreementVersionTable } from "./agreement.tables.ts";
import { difference, expectNothing, type LoadedVersion, loadVersion, recordAgreement, touchVersion } from "./agreementChange.ts";
import { applySent, rewrite, textIn } from "./draftDocument.ts";
import { beginLog, readLog } from "./draftLog.ts";
import { DraftTable } from "./draftLog.tables.ts";
import { versionText } from "./words.ts";

const second = 1_000;

/** A version that the actor may write now, or a refusal. */
export async function loadToWrite(change: Change, versionId: string): Promise<LoadedVersion> {
  const loaded = await loadVersion(change, versionId);
  if (!mayWriteVersion(change.actor, loaded.agreement)) throw notAllowed("NOT_A_PARTY");
  if (!isWritable(loaded.version.state)) expectNothing("INV-08", [{ code: "TEXT_IS_FROZEN", objectId: versionId }]);
  return loaded;
}

/** Starts writing together, when nobody did yet. */
export async function openDraft(change: Change, { versionId }: { versionId: string; clientMutationId?: string }): Promise<string> {
  const { agreement, version } = await loadToWrite(change, versionId);
  if (!(await readLog(change, version))) await beginLog(change, version);
  return agreement.id;
}

function tell(work: LoggedWork, agreement: ProcessAgreement, number: number): void {
  recordAgreement(work, agreement, EventType.VERSION_DRAFT_SAVED, [difference("versionNumber", number), difference("groups", ["TEXT"])]);
}

/**
 * Takes an update into the log of a draft. The text of the version is always what the log makes, in canonical form; marks of
 * word processors are taken out for everybody at once, and what may not be in a text refuses the update.
 */
export async function sendDraftUpdate(change: Change, input: SendDraftUpdateInput): Promise<string> {
  const { agreement, version } = await loadToWrite(change, input.versionId);
  const log = await readLog(change, version);
  if (!log || log.draft.documentId !== input.documentId) throw ruleBroken("D5", [{ code: "DRAFT_RENEWED", objectId: version.id }]);
  applySent(log.document, input.update);
  version.text = versionText(textIn(log.document).toString());
  await log.append(input.update);
  const cleaning = rewrite(log.document, version.text);
  if (cleaning) await log.append(cleaning);
  touchVersion(change, version, "TEXT");
  const { draft } = log;
  draft.isTold = change.now.getTime() - draft.toldAt.getTime() >= draftLimits.tellEvery * second;
  if (!draft.isTold) return agreement.id;
  draft.toldAt = change.now;
  tell(change, agreement, version.number);
  return agreement.id;
}

/** Says in the log of a coalition what changed in drafts, at most once a minute for each. */
export function draftNews(deps: ChangeDeps): Job {
  return {
    name: "drafts",
    async run() {
      const due = { isTold: false, toldAt: { $lte: new Date(deps.clock.now().getTime() - draftLimits.tellEvery * second) } };
      for (const { id, coalitionId } of await deps.database.read().find(DraftTable, due)) {
        await systemChange(deps, coalitionId, async (work) => {
          const draft = await work.em.findOne(DraftTable, { id, ...due });
          if (!draft) return;
          const version = await work.em.findOneOrFail(AgreementVersionTable, { id: draft.versionId });
          Object.assign(draft, { isTold: true, toldAt: work.now });
          tell(work, await work.em.findOneOrFail(AgreementTable, { id: draft.agreementId }), version.number);
        });
      }
    },
  };
}
