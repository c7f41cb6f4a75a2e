import { agreementNumber, canonicalText, contentHash, type FrozenContent, missingDataFields, parseArticles } from "@wijkbord/schema";
import type { AgreementVersion, ProcessAgreement } from "@wijkbord/schema/types";
import type { LoggedWork } from "../activity/change.ts";
import { expectNothing, type LoadedVersion } from "./agreementChange.ts";
import { endLog } from "./draftLog.ts";
import { versionText } from "./words.ts";

function contentOf(agreement: ProcessAgreement, version: AgreementVersion): FrozenContent {
  const { title, summary, text, decisionRule, reviewAfterMonths, endsOn, dataSharing, watchRules, signatoryIds } = version;
  return {
    coalitionId: agreement.coalitionId,
    agreementId: agreement.id,
    number: agreementNumber(agreement.number),
    version: version.number,
    title,
    category: agreement.category,
    decisionRule,
    summary: canonicalText(summary),
    text: canonicalText(text),
    reviewAfterMonths,
    endsOn,
    dataSharing,
    watchRules,
    signatoryIds,
  };
}

/** What a version lacks before it can be put before partners. */
function lacking({ version }: LoadedVersion): { code: string; objectId?: string | null }[] {
  const articles = new Set(parseArticles(version.text).map(({ number }) => number));
  return [
    ...(version.text.trim() ? [] : [{ code: "TEXT_MISSING" }]),
    ...(version.summary.trim() ? [] : [{ code: "SUMMARY_MISSING" }]),
    ...(version.number > 1 && !version.changeNote.trim() ? [{ code: "CHANGE_NOTE_MISSING" }] : []),
    ...(version.watchRules.every(({ article }) => articles.has(article)) ? [] : [{ code: "WATCHED_ARTICLE_MISSING" }]),
  ];
}

/** Freezes a version: its canonical content is kept and hashed (C7.2 rule 1, INV-08, INV-09). */
export async function freeze(work: LoggedWork, loaded: LoadedVersion): Promise<void> {
  const { agreement, version } = loaded;
  expectNothing(
    "INV-09",
    missingDataFields(agreement.category, version.dataSharing).map((field) => ({ code: `DATA_${field.replace(/[A-Z]/g, "_$&").toUpperCase()}` })),
  );
  expectNothing("C7.2-1", lacking(loaded));
  versionText(version.text);
  const content = contentOf(agreement, version);
  version.text = content.text;
  version.summary = content.summary;
  version.frozen = content;
  version.contentHash = await contentHash(content);
  await endLog(work, version);
}
