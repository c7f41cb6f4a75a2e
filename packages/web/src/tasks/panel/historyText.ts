import type { Translate } from "../../language/words.ts";
import type { Detail } from "./useDetail.ts";
import { historyWords } from "./historyWords.ts";

export type Entry = Detail["history"][number];
type Key = keyof (typeof historyWords)["nl"];

/** Names that differences mention by id. */
export interface Names {
  readonly column: (id: string) => string | undefined;
  readonly theme: (id: string) => string | undefined;
  readonly actionLine: (id: string) => string | undefined;
  /** Organisation and letter that a proposal or answer is about, when it still stands. */
  readonly letter: (assignmentId: string) => { readonly organisation: string; readonly letter: string } | undefined;
  readonly day: (date: string) => string;
}

const fieldKeys: ReadonlySet<string> = new Set([
  "title",
  "description",
  "dueOn",
  "repeatUnit",
  "repeatEvery",
  "priority",
  "themeId",
  "actionLineId",
  "blockedByTaskId",
  "allInformed",
  "visibility",
]);
const isKey = (key: string): key is Key => key in historyWords.nl;

/** What happened, as the rest of a sentence that begins with a name. */
export function headline({ type, changes, undoes, target }: Entry, t: Translate<Key>, names: Names): string {
  if (undoes) return t("undid");
  const column = changes.find(({ field }) => field === "columnId");
  if (type === "TASK_MOVED" || type === "TASK_UNBLOCKED") return t("moved", { column: names.column(String(column?.after)) ?? t("elsewhere") });
  const about = target.type === "TaskAssignment" ? names.letter(target.id) : undefined;
  if (about && type === "ASSIGNMENT_PROPOSED") return t("asked", about);
  if (about && type === "ASSIGNMENT_ACCEPTED") return t("accepted", about);
  const key = `on_${type}`;
  return isKey(key) ? t(key) : t("changed");
}

function shown(field: string, value: unknown, t: Translate<Key>, names: Names): string {
  if (value === null || value === undefined || value === "") return t("empty");
  const text = String(value);
  if (field === "dueOn") return names.day(text);
  if (field === "themeId") return names.theme(text) ?? t("gone");
  if (field === "actionLineId") return names.actionLine(text) ?? t("gone");
  if (field === "allInformed") return t(value === true ? "yes" : "no");
  const key = `value_${text}`;
  return isKey(key) ? t(key) : text;
}

/** One line per field that changed: what it was and what it became; long texts only say that they changed. */
export function differences({ type, changes }: Entry, t: Translate<Key>, names: Names): string[] {
  if (type !== "TASK_UPDATED" && type !== "TASK_BLOCKED") return [];
  return changes.flatMap(({ field, before, after }) => {
    if (field === "blockedReason") return [String(after ?? "")];
    const label = `field_${field}`;
    if (!fieldKeys.has(field) || !isKey(label)) return [];
    if (field === "description") return [t("descriptionChanged")];
    return [t("difference", { field: t(label), before: shown(field, before, t, names), after: shown(field, after, t, names) })];
  });
}
