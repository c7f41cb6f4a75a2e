import type { TaskState } from "../tasks/task.ts";

/** How many things of each kind a file holds, or an import adds. */
export interface ImportCounts {
  readonly lists: number;
  readonly archivedLists: number;
  readonly cards: number;
  readonly archivedCards: number;
  readonly checklists: number;
  readonly checklistItems: number;
  readonly comments: number;
  readonly labels: number;
  readonly links: number;
  readonly letters: number;
}

/** Which column a list becomes. */
export interface ImportedList {
  readonly list: string;
  readonly state: TaskState;
  /** How the state was found. */
  readonly from: "CHOSEN" | "GUESSED" | "COLUMN";
  /** NEW: a column is added; EXISTING: a column of the board; ARCHIVED: no column, its cards are archived. */
  readonly column: "NEW" | "EXISTING" | "ARCHIVED";
  readonly cards: number;
}

/** A member of the other board and the organisation that the letters are proposed to. */
export interface ImportedMember {
  readonly name: string;
  /** Null: the name stays on the card. */
  readonly organisation: string | null;
  readonly person: string | null;
  readonly cards: number;
}

/** A remark on one place in the file. */
export interface ImportNote {
  readonly place: string;
  readonly text: string;
}

/** What an import brings in, and what it does not. */
export interface ImportReport {
  readonly board: string;
  readonly boardIsNew: boolean;
  /** What the file holds. */
  readonly file: ImportCounts;
  /** What comes in now; smaller when part of the file was imported before. */
  readonly fresh: ImportCounts;
  readonly lists: readonly ImportedList[];
  readonly removedColumns: readonly string[];
  readonly members: readonly ImportedMember[];
  readonly customFields: readonly string[];
  readonly cuts: readonly ImportNote[];
  readonly links: readonly ImportNote[];
  readonly personalData: readonly ImportNote[];
  /** What does not come in. */
  readonly skipped: readonly ImportNote[];
}
