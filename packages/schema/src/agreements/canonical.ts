import type { AgreementCategory, DecisionRule } from "./agreement.ts";
import { canonicalText } from "./canonicalText.ts";
import type { DataSharingFields } from "./dataSharing.ts";
import type { WatchRule } from "./watch.ts";

/** Everything that is frozen when a round opens, and that a signature is put under. */
export interface FrozenContent {
  readonly coalitionId: string;
  readonly agreementId: string;
  readonly number: string;
  readonly version: number;
  readonly title: string;
  readonly category: AgreementCategory;
  readonly decisionRule: DecisionRule;
  readonly summary: string;
  readonly text: string;
  readonly reviewAfterMonths: number;
  readonly endsOn: string | null;
  readonly dataSharing: DataSharingFields | null;
  readonly watchRules: readonly WatchRule[];
  readonly signatoryIds: readonly string[];
}
/** What canonical JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** JSON as RFC 8785 writes it: keys sorted, no spaces; texts, whole numbers, true, false and null. */
export function canonicalJson(value: Json): string {
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  if (isList(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const entries = Object.entries(value).toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${entries.map(([key, part]) => `${JSON.stringify(key)}:${canonicalJson(part)}`).join(",")}}`;
}
const isList = (value: Json): value is readonly Json[] => Array.isArray(value);

const dataOf = (data: DataSharingFields): Json => ({
  purpose: canonicalText(data.purpose),
  legalBasis: canonicalText(data.legalBasis),
  dataCategories: data.dataCategories.map(canonicalText),
  recipients: data.recipients.map(canonicalText),
  retentionDays: data.retentionDays,
  controllers: data.controllers.map(canonicalText),
  dpiaReference: canonicalText(data.dpiaReference),
  dpoAdviceOn: data.dpoAdviceOn,
});

/**
 * The canonical form of a version, `wijkbord-agreement-1`: JSON by RFC 8785 of the fields of `FrozenContent`,
 * each text in canonical form, signatories sorted by id and watch rules by article. Its UTF-8 bytes are what is hashed.
 */
export function canonicalForm(content: FrozenContent): string {
  const { dataSharing, watchRules, signatoryIds, title, summary, text, ...rest } = content;
  return canonicalJson({
    form: "wijkbord-agreement-1",
    ...rest,
    title: canonicalText(title),
    summary: canonicalText(summary),
    text: canonicalText(text),
    dataSharing: dataSharing && dataOf(dataSharing),
    watchRules: watchRules.toSorted((a, b) => a.article - b.article).map(({ article, kind, n }) => ({ article, kind, n })),
    signatoryIds: signatoryIds.toSorted(),
  });
}

/** SHA-256 of the UTF-8 bytes of a text, in 64 hexadecimal characters. */
export async function sha256(text: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The hash that is signed. */
export const contentHash = (content: FrozenContent): Promise<string> => sha256(canonicalForm(content));
