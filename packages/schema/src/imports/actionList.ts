import type { ImportNote } from "./importReport.ts";

/** A line of a list as it goes to the hub, which checks all of it again. */
export interface ListTaskInput {
  /** Line in the file. */
  readonly place: number;
  readonly title: string;
  readonly description: string;
  readonly lines: readonly string[];
  readonly holders: readonly { readonly organisationId: string; readonly membershipId: string | null; readonly lead: boolean; readonly does: boolean }[];
  readonly names: readonly string[];
  readonly dueOn: string | null;
  readonly when: string;
  readonly columnId: string;
}

/** A list for a board. */
export interface ActionListInput {
  readonly boardId: string;
  /** Only say what would happen. */
  readonly dryRun: boolean;
  readonly tasks: readonly ListTaskInput[];
}

/** What a list did, or would do. */
export interface ActionListReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  /** What was changed here since, and therefore stays: field and title of each. */
  readonly kept: readonly ImportNote[];
  /** Names that were too long for a title: they stand whole on top of the description. */
  readonly cuts: readonly ImportNote[];
  readonly personalData: readonly ImportNote[];
}

/** A refusal in both languages: one sentence with the place. */
export interface ImportRefusal {
  readonly nl: string;
  readonly en: string;
}

/** A line of the answer to an upload. */
export type ImportReply<Answer> =
  | { readonly progress: { readonly phase: "READING" | "CHECKING" | "LANDING"; readonly done: number; readonly total: number } }
  | { readonly answer: Answer }
  | { readonly refused: ImportRefusal };
