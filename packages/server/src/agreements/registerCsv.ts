import { agreementNumber } from "@wijkbord/schema";
import type { AgreementParty, Organisation, ProcessAgreement } from "@wijkbord/schema/types";

/** A cell that a spreadsheet takes as text, never as a formula. */
function cell(value: string): string {
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",;\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

const header = ["number", "title", "category", "state", "origin", "ended", "owner", "signatories", "bound", "areas", "in force since", "review on", "ends on"];

/** The register as CSV (RFC 4180, UTF-8), one line per agreement. */
export function registerCsv(
  rows: readonly { agreement: ProcessAgreement; parties: readonly AgreementParty[] }[],
  organisations: readonly Organisation[],
): string {
  const name = (id: string) => organisations.find((organisation) => organisation.id === id)?.shortName ?? "";
  const lines = rows.map(({ agreement, parties }) => [
    agreementNumber(agreement.number),
    agreement.title,
    agreement.category,
    agreement.state,
    agreement.origin,
    agreement.ended ?? "",
    name(agreement.ownerOrganisationId),
    agreement.signatoryIds.map(name).join("; "),
    parties
      .filter(({ state }) => state === "BOUND" || state === "CONFIRMED")
      .map(({ organisationId }) => name(organisationId))
      .join("; "),
    agreement.areaCodes.join("; "),
    agreement.inForceSince?.toISOString() ?? "",
    agreement.reviewOn ?? "",
    agreement.endsOn ?? "",
  ]);
  return `${[header, ...lines].map((line) => line.map(cell).join(",")).join("\r\n")}\r\n`;
}
