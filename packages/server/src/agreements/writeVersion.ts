import { agreementLimits, EventType, isWritable, mayWriteVersion } from "@wijkbord/schema";
import type { AgreementVersion, ProcessAgreement, SaveVersionDraftInput } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { conflict, invalid, notAllowed } from "../activity/refusal.ts";
import { difference, expectNothing, loadVersion, recordAgreement, todayIn, touchVersion } from "./agreementChange.ts";
import { checkRule } from "./draft.ts";
import { followText } from "./draftLog.ts";
import { signatories } from "./partners.ts";
import { dataSharing, title, versionText, watchRules, words } from "./words.ts";

const groups = {
  TITLE: ["title"],
  TEXT: ["text"],
  SUMMARY: ["summary", "changeNote"],
  TERMS: ["decisionRule", "signatoryIds", "dataSharing", "watchRules", "reviewAfterMonths", "endsOn"],
} as const;
type Group = keyof typeof groups;
const groupNames = ["TITLE", "TEXT", "SUMMARY", "TERMS"] as const;

type Fields = Partial<Pick<AgreementVersion, (typeof groups)[Group][number]>>;

async function fieldsOf(change: Change, agreement: ProcessAgreement, input: SaveVersionDraftInput): Promise<Fields> {
  const fields: Fields = {};
  const given = <T>(value: T | null | undefined): value is T => value !== undefined && value !== null;
  if (given(input.title)) fields.title = title(input.title);
  if (given(input.text)) fields.text = versionText(input.text);
  if (given(input.summary)) fields.summary = words("summary", input.summary, agreementLimits.summary);
  if (given(input.changeNote)) fields.changeNote = words("changeNote", input.changeNote, agreementLimits.changeNote);
  if (given(input.decisionRule)) {
    checkRule(input.decisionRule, agreement.category);
    fields.decisionRule = input.decisionRule;
  }
  if (given(input.signatoryIds)) fields.signatoryIds = await signatories(change, "signatoryIds", input.signatoryIds);
  if (given(input.dataSharing)) fields.dataSharing = dataSharing(input.dataSharing);
  if (given(input.watchRules)) fields.watchRules = watchRules(input.watchRules);
  if (given(input.reviewAfterMonths)) {
    const { reviewMonths } = agreementLimits;
    if (input.reviewAfterMonths < 1 || input.reviewAfterMonths > reviewMonths) throw invalid("reviewAfterMonths", "OUT_OF_RANGE", reviewMonths);
    fields.reviewAfterMonths = input.reviewAfterMonths;
  }
  if (input.endsOn !== undefined) {
    if (input.endsOn !== null && input.endsOn < todayIn(change)) throw invalid("endsOn", "IN_THE_PAST");
    fields.endsOn = input.endsOn;
  }
  return fields;
}

/** While nothing is in force, the agreement shows what its latest version says. */
export function mirror(agreement: ProcessAgreement, version: AgreementVersion): void {
  const { title: name, decisionRule, signatoryIds, reviewAfterMonths, endsOn } = version;
  Object.assign(agreement, { title: name, decisionRule, signatoryIds, reviewAfterMonths, endsOn });
}

/** Saves what was written in a version; two people who write in different parts do not meet (T4). */
export async function saveVersionDraft(change: Change, input: SaveVersionDraftInput): Promise<string> {
  const { agreement, version } = await loadVersion(change, input.versionId);
  if (!mayWriteVersion(change.actor, agreement)) throw notAllowed("NOT_A_PARTY");
  if (!isWritable(version.state)) expectNothing("INV-08", [{ code: "TEXT_IS_FROZEN", objectId: version.id }]);
  const fields = await fieldsOf(change, agreement, input);
  const changed = groupNames.filter((group) => groups[group].some((field) => field in fields));
  if (version.editorial && changed.includes("TERMS")) expectNothing("T14", [{ code: "ONLY_WORDS", objectId: version.id }]);
  const late = changed.filter((group) => (version.groupVersions[group] ?? 1) > input.expectedVersion);
  if (late.length > 0)
    throw conflict(version.version, late, Object.fromEntries(late.flatMap((group) => groups[group].map((field) => [field, version[field]]))));
  Object.assign(version, fields);
  touchVersion(change, version, ...changed);
  if (fields.text !== undefined) await followText(change, version);
  if (agreement.currentVersionId === null) mirror(agreement, version);
  recordAgreement(change, agreement, EventType.VERSION_DRAFT_SAVED, [difference("versionNumber", version.number), difference("groups", changed)]);
  return agreement.id;
}
