import type { Translate } from "../language/words.ts";
import type { registerWords } from "./registerWords.ts";
import type { Row } from "./useRegister.ts";
import type { agreementWords } from "./words.ts";

interface Words {
  readonly head: Translate<keyof (typeof registerWords)["nl"]>;
  readonly agreement: Translate<keyof (typeof agreementWords)["nl"]>;
  readonly organisation: (id: string) => string;
  readonly area: (code: string) => string;
  /** The calendar day of a moment. */
  readonly dayOf: (moment: string) => string;
}
const columns = ["number", "name", "category", "state", "ownedBy", "signatories", "area", "since", "review", "lastDay"] as const;

/** The register as lines of a sheet, with its heads; a day stands as 2026-11-29. */
export function registerRows(rows: readonly Row[], { head, agreement, organisation, area, dayOf }: Words): string[][] {
  const lines = rows.map((row) => [
    row.number,
    row.title,
    agreement(row.category),
    row.registration && row.currentVersionId === null && row.state === "IN_FORCE" ? agreement("agreement_ELSEWHERE") : agreement(`agreement_${row.state}`),
    organisation(row.ownerOrganisationId),
    row.signatoryIds.map(organisation).join("; "),
    row.areaCodes.map(area).join("; "),
    row.inForceSince ? dayOf(row.inForceSince) : "",
    row.reviewOn ?? "",
    row.endsOn ?? "",
  ]);
  return [columns.map((column) => head(column)), ...lines];
}
