export enum DecisionKind {
  TASK_DIVISION = "TASK_DIVISION",
  ROLE = "ROLE",
  AGREEMENT = "AGREEMENT",
  OTHER = "OTHER",
}
/** What a decision can be about. */
export enum RefType {
  TASK = "Task",
  ROLE = "CoalitionRole",
  AGREEMENT = "ProcessAgreement",
  ORGANISATION = "Organisation",
}

export const decisionLimits = { text: 1_000, note: 1_000, refs: 20, page: 100, noteWorkingDays: 5 } as const;
