import type { ImportNote } from "../imports/importReport.ts";

/** New, changed and equal rows of one kind. */
export interface RowCounts {
  readonly added: number;
  readonly changed: number;
  readonly same: number;
}

/** What an import of areas brought in, or would bring in. */
export interface AreaImportReport {
  readonly kind: "FIGURES" | "OUTLINES";
  readonly years: readonly number[];
  readonly encoding: string;
  readonly municipalities: number;
  readonly districts: number;
  readonly subDistricts: number;
  readonly areas: RowCounts;
  readonly editions: RowCounts;
  readonly figures: RowCounts;
  /** Cells without a figure. */
  readonly missing: number;
  /** Which column is which indicator. */
  readonly columns: readonly ImportNote[];
  /** Columns that are not read. */
  readonly unmapped: readonly string[];
  /** Rows that do not come in, by name. */
  readonly skipped: readonly ImportNote[];
}
