import { TaskState } from "./task.ts";

export enum ActionLineState {
  DRAFT = "DRAFT",
  PUBLISHED = "PUBLISHED",
}

/** Limits in characters, or in items where the name is a plural. */
export const boardLimits = {
  title: 80,
  columns: 20,
  wipLimit: 999,
  labels: 200,
  themeName: 60,
  themes: 30,
  actionLineTitle: 120,
  actionLineText: 2_000,
} as const;

/** Columns of a new board (D2). */
export const defaultColumns: readonly { readonly title: string; readonly state: TaskState }[] = [
  { title: "Te verdelen", state: TaskState.PROPOSED },
  { title: "Afgesproken", state: TaskState.AGREED },
  { title: "Bezig", state: TaskState.IN_PROGRESS },
  { title: "Wacht op partner", state: TaskState.BLOCKED },
  { title: "Klaar", state: TaskState.DONE },
];

/** What an action line needs before it is published (INV-14); empty when it has all. */
export function missingForPublication(line: {
  readonly soThat: string;
  readonly expectedImpact: string;
  readonly leadOrganisationId: string | null;
  readonly themeId: string;
  readonly connectedThemeIds: readonly string[];
}): string[] {
  return [
    ...(line.soThat ? [] : ["NO_SO_THAT"]),
    ...(line.expectedImpact ? [] : ["NO_EXPECTED_IMPACT"]),
    ...(line.leadOrganisationId ? [] : ["NO_LEAD"]),
    ...(line.connectedThemeIds.some((id) => id !== line.themeId) ? [] : ["NO_CONNECTED_THEME"]),
  ];
}
