import type { ImportNote } from "@wijkbord/schema";

export type Outline = number[][][][];

/** One area as a file tells of it. */
export interface AreaRow {
  readonly code: string;
  readonly year: number;
  readonly name: string | null;
  readonly outline: Outline | null;
  readonly figures: readonly { readonly indicatorKey: string; readonly value: number | null; readonly missingMark: string | null }[];
}

/** A file of CBS, read and checked. */
export interface AreaFile {
  readonly kind: "FIGURES" | "OUTLINES";
  readonly encoding: string;
  readonly rows: readonly AreaRow[];
  readonly columns: readonly ImportNote[];
  readonly unmapped: readonly string[];
  readonly skipped: readonly ImportNote[];
}
