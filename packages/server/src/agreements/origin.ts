import { agreementTemplates, DecisionRule, parseArticles, templateText } from "@wijkbord/schema";
import type { AgreementVersion, DataSharing, DraftAgreementInput, ProcessAgreement, WatchRuleFields } from "@wijkbord/schema/types";
import type { Change } from "../activity/change.ts";
import { invalid, notFound, ruleBroken } from "../activity/refusal.ts";
import { loadVersion } from "./agreementChange.ts";
import { stillPartners } from "./partners.ts";

/** What a new agreement starts with, before what its maker says. */
export interface Origin extends Pick<ProcessAgreement, "templateKey" | "sourceVersionId" | "title" | "decisionRule" | "themeIds" | "signatoryIds"> {
  readonly category: ProcessAgreement["category"] | null;
  readonly text: string;
  readonly summary: string;
  readonly watchRules: readonly WatchRuleFields[];
  readonly dataSharing: DataSharing | null;
}

const nothing: Origin = {
  templateKey: null,
  sourceVersionId: null,
  title: "",
  category: null,
  text: "",
  summary: "",
  decisionRule: DecisionRule.ALL_SIGNATORIES_CONSENT,
  themeIds: [],
  signatoryIds: [],
  watchRules: [],
  dataSharing: null,
};

function fromTemplate(key: string, locale: string): Origin {
  const template = agreementTemplates.find((each) => each.key === key);
  if (!template) throw notFound("templateKey");
  if (locale !== "nl" && locale !== "en") throw invalid("locale", "NOT_A_CODE");
  const { title, summary } = template[locale];
  return { ...nothing, templateKey: key, title, summary, text: templateText(template[locale]), category: template.category, watchRules: template.watchRules };
}

/** Terms about data go along; a DPIA and its advice are about one neighbourhood, and are asked anew (INV-09). */
const termsFor = ({ dataSharing }: AgreementVersion): DataSharing | null => dataSharing && { ...dataSharing, dpiaReference: "", dpoAdviceOn: null };

async function fromVersion(change: Change, id: string): Promise<Origin> {
  const { agreement, version } = await loadVersion(change, id, "sourceVersionId");
  if (!version.text.trim()) throw ruleBroken("C7.2", [{ code: "TEXT_MISSING", objectId: version.id }]);
  const { title, text, summary, decisionRule, watchRules } = version;
  const { category, themeIds } = agreement;
  const signatoryIds = await stillPartners(change, version.signatoryIds);
  return {
    templateKey: null,
    sourceVersionId: id,
    title,
    category,
    text,
    summary,
    decisionRule,
    themeIds,
    signatoryIds,
    watchRules,
    dataSharing: termsFor(version),
  };
}

/** Where a new agreement comes from: a version that is copied, a template, or nothing. */
export async function originOf(change: Change, { sourceVersionId, templateKey, locale }: DraftAgreementInput): Promise<Origin> {
  if (sourceVersionId) return fromVersion(change, sourceVersionId);
  return templateKey ? fromTemplate(templateKey, locale ?? "nl") : nothing;
}

/** Of rules, those whose article is in a text. */
export function rulesFor(text: string, rules: readonly WatchRuleFields[]): WatchRuleFields[] {
  const articles = new Set(parseArticles(text).map(({ number }) => number));
  return rules.filter(({ article }) => articles.has(article)).map(({ article, kind, n }) => ({ article, kind, n }));
}
