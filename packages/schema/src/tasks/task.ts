export enum TaskState {
  PROPOSED = "PROPOSED",
  AGREED = "AGREED",
  IN_PROGRESS = "IN_PROGRESS",
  IN_REVIEW = "IN_REVIEW",
  BLOCKED = "BLOCKED",
  DONE = "DONE",
  CANCELLED = "CANCELLED",
}
export enum Priority {
  LOW = "LOW",
  NORMAL = "NORMAL",
  HIGH = "HIGH",
}
export enum WorkingStyle {
  LIGHT = "LIGHT",
  STRICT = "STRICT",
}
export enum Letter {
  RESPONSIBLE = "RESPONSIBLE",
  ACCOUNTABLE = "ACCOUNTABLE",
  SUPPORT = "SUPPORT",
  CONSULTED = "CONSULTED",
  INFORMED = "INFORMED",
}
export enum AssignmentState {
  PROPOSED = "PROPOSED",
  ACCEPTED = "ACCEPTED",
  DECLINED = "DECLINED",
  RELEASED = "RELEASED",
}
/** What a cell of the task division shows. */
export enum LetterCell {
  A = "A",
  R = "R",
  AR = "AR",
  S = "S",
  C = "C",
  I = "I",
}
export enum RelationKind {
  RELATES = "RELATES",
  BLOCKS = "BLOCKS",
}
export enum Visibility {
  ORGANISATION = "ORGANISATION",
  COALITION = "COALITION",
  PUBLIC = "PUBLIC",
}
export enum Swimlane {
  NONE = "NONE",
  PARTNER = "PARTNER",
  ACTION_LINE = "ACTION_LINE",
}
export enum OpenPoint {
  NO_ACCOUNTABLE = "NO_ACCOUNTABLE",
  NO_RESPONSIBLE = "NO_RESPONSIBLE",
  UNCONFIRMED = "UNCONFIRMED",
  CONSULT_MISSING = "CONSULT_MISSING",
  REASON_MISSING = "REASON_MISSING",
}
/** Fields that change together; two changes conflict only within one group. */
export enum TaskFieldGroup {
  TITLE = "TITLE",
  DESCRIPTION = "DESCRIPTION",
  PLANNING = "PLANNING",
  COLUMN = "COLUMN",
  LETTERS = "LETTERS",
  CHECKLIST = "CHECKLIST",
  LABELS = "LABELS",
  LINKS = "LINKS",
}

/** Limits in characters, or in items where the name is a plural. */
export const taskLimits = {
  title: 140,
  description: 20_000,
  comment: 4_000,
  checklistItem: 300,
  label: 40,
  reason: 500,
  note: 300,
  linkTitle: 140,
  links: 20,
  checklistItems: 200,
  relations: 50,
  page: 100,
  columnTitle: 40,
} as const;
