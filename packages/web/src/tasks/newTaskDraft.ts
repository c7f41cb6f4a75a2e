/** A task that somebody began to write. */
export interface Draft {
  readonly title: string;
  readonly partner: string;
  readonly dueOn: string;
}

export const emptyDraft: Draft = { title: "", partner: "", dueOn: "" };
const prefix = "wijkbord.newTask.";
const place = (membershipId: string, columnId: string) => `${prefix}${membershipId}.${columnId}`;
const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** What was written in a column on this device and not added yet. */
export function draftOf(membershipId: string, columnId: string): Draft {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(place(membershipId, columnId)) ?? "{}");
    if (typeof saved !== "object" || saved === null) return emptyDraft;
    return { title: text(Reflect.get(saved, "title")), partner: text(Reflect.get(saved, "partner")), dueOn: text(Reflect.get(saved, "dueOn")) };
  } catch {
    return emptyDraft;
  }
}

/** Keeps a draft on this device, through a crash and a closed window; an empty one is forgotten. */
export function keepDraft(membershipId: string, columnId: string, draft: Draft): void {
  const at = place(membershipId, columnId);
  if (Object.values(draft).every((value) => value === "")) return localStorage.removeItem(at);
  try {
    localStorage.setItem(at, JSON.stringify(draft));
  } catch {
    // A full store costs only the copy, never the text on the screen.
  }
}

/** Forgets all drafts on this device, when somebody signs out. */
export function forgetDrafts(): void {
  for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key);
}
