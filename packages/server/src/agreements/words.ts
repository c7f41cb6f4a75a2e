import { agreementLimits, cleanText, countWords, parseArticles, textFaults, watchLimits } from "@wijkbord/schema";
import type { DataSharing, WatchRuleFields } from "@wijkbord/schema/types";
import { invalid, text } from "../activity/refusal.ts";

/** A cleaned Markdown text, or a refusal that names the field and the line: `text:12`. */
export function words(field: string, value: string, limit: number): string {
  if (value.length > 2 * limit) throw invalid(field, "TOO_LONG", limit);
  const cleaned = cleanText(value);
  const [fault] = textFaults(cleaned);
  if (fault) throw invalid(`${field}:${fault.line}`, fault.code);
  if ([...cleaned].length > limit) throw invalid(field, "TOO_LONG", limit);
  return cleaned;
}

/** What somebody says beside a text: cleaned and checked like the text itself, because proposals become part of it. */
export const said = (field: string, value: string, limit: number, minimum = 1): string => text(field, words(field, value, limit), limit, minimum);

/** The same, or null when nothing was said. */
export const saidOrNull = (field: string, value: string | null | undefined, limit: number): string | null =>
  value ? said(field, value, limit, 0) || null : null;

/** The text of a version within its limits. */
export function versionText(value: string): string {
  const cleaned = words("text", value, agreementLimits.text);
  if (countWords(cleaned) > agreementLimits.textWords) throw invalid("text", "TOO_MANY_WORDS", agreementLimits.textWords);
  if (parseArticles(cleaned).length > agreementLimits.articles) throw invalid("text", "TOO_MANY", agreementLimits.articles);
  return cleaned;
}

export function title(value: string): string {
  const line = text("title", words("title", value.replace(/\s+/g, " "), agreementLimits.title), agreementLimits.title);
  if (line.length < 3) throw invalid("title", "TOO_SHORT", 3);
  return line;
}

const list = (field: string, values: readonly string[]): string[] => {
  if (values.length > agreementLimits.dataItems) throw invalid(field, "TOO_MANY", agreementLimits.dataItems);
  return values.map((value) => words(field, value, agreementLimits.dataField)).filter(Boolean);
};

/** Terms about data, cleaned; what is missing is asked when a round opens (INV-09). */
export function dataSharing(input: DataSharing): DataSharing {
  const { retentionDays } = input;
  if (retentionDays !== null && retentionDays !== undefined && (retentionDays < 1 || retentionDays > agreementLimits.retentionDays)) {
    throw invalid("dataSharing.retentionDays", "OUT_OF_RANGE", agreementLimits.retentionDays);
  }
  return {
    purpose: words("dataSharing.purpose", input.purpose, agreementLimits.dataField),
    legalBasis: words("dataSharing.legalBasis", input.legalBasis, agreementLimits.dataField),
    dataCategories: list("dataSharing.dataCategories", input.dataCategories),
    recipients: list("dataSharing.recipients", input.recipients),
    retentionDays: retentionDays ?? null,
    controllers: list("dataSharing.controllers", input.controllers),
    dpiaReference: words("dataSharing.dpiaReference", input.dpiaReference, agreementLimits.linkTitle),
    dpoAdviceOn: input.dpoAdviceOn ?? null,
  };
}

/** Watch rules within their limits, one per article at most. */
export function watchRules(rules: readonly WatchRuleFields[]): WatchRuleFields[] {
  if (rules.length > agreementLimits.watchRules) throw invalid("watchRules", "TOO_MANY", agreementLimits.watchRules);
  if (new Set(rules.map(({ article }) => article)).size < rules.length) throw invalid("watchRules", "TAKEN");
  for (const { kind, n } of rules) if (n < 1 || n > watchLimits[kind]) throw invalid("watchRules", "OUT_OF_RANGE", watchLimits[kind]);
  return rules.map(({ article, kind, n }) => ({ article, kind, n }));
}
