import { Priority } from "@wijkbord/schema";
import type { Card } from "../taskFeed.ts";

/** What is edited on a card or in the list. */
export interface InlineFields {
  readonly title: string;
  readonly dueOn: string;
  readonly priority: Priority;
  readonly themeId: string;
}
export type InlineField = keyof InlineFields;
export const inlineFields = ["title", "dueOn", "priority", "themeId"] as const satisfies readonly InlineField[];
export const priorities = [Priority.LOW, Priority.NORMAL, Priority.HIGH] as const;
const priorityOf = (value: unknown): Priority => priorities.find((each) => each === value) ?? Priority.NORMAL;
const text = (value: unknown): string => (typeof value === "string" ? value : "");

export const fieldsOf = ({ title, dueOn, priority, themeId }: Card): InlineFields => ({
  title,
  dueOn: dueOn ?? "",
  priority: priorityOf(priority),
  themeId: themeId ?? "",
});

/** Only what differs from what was seen, so that other fields merge. */
export function changesOf(base: InlineFields, now: InlineFields) {
  return {
    ...(now.title.trim() !== base.title && { title: now.title.trim() }),
    ...(now.dueOn !== base.dueOn && { dueOn: now.dueOn || null }),
    ...(now.priority !== base.priority && { priority: now.priority }),
    ...(now.themeId !== base.themeId && { themeId: now.themeId || null }),
  };
}

/** Fields that both changed, with what the other wrote; none: the changes merge (T4). */
export function collisions(base: InlineFields, now: InlineFields, current: unknown): { field: InlineField; value: string }[] {
  if (typeof current !== "object" || current === null) return [];
  return inlineFields.flatMap((field) => {
    if (now[field] === base[field] || !Object.hasOwn(current, field)) return [];
    const value = text(Reflect.get(current, field));
    return value === base[field] || value === now[field] ? [] : [{ field, value }];
  });
}

const place = (membershipId: string, taskId: string) => `wijkbord.newTask.${membershipId}.edit.${taskId}`;

/** What was typed on this device and not saved. */
export function inlineDraft(membershipId: string, taskId: string, fields: InlineFields): InlineFields | null {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(place(membershipId, taskId)) ?? "null");
    if (typeof kept !== "object" || kept === null) return null;
    const [title, dueOn, themeId] = (["title", "dueOn", "themeId"] as const).map((field) => text(Reflect.get(kept, field)));
    return { title: title ?? fields.title, dueOn: dueOn ?? "", themeId: themeId ?? "", priority: priorityOf(Reflect.get(kept, "priority")) };
  } catch {
    return null;
  }
}

/** Keeps what is typed until it is saved or dropped; signing out forgets it. */
export function keepInline(membershipId: string, taskId: string, fields: InlineFields | null): void {
  if (fields === null) return localStorage.removeItem(place(membershipId, taskId));
  try {
    localStorage.setItem(place(membershipId, taskId), JSON.stringify(fields));
  } catch {
    // A full store costs only the copy, never the text on the screen.
  }
}
