const most = 6;
/** A page that was opened here: only its number is kept, never its text. */
export interface Recent {
  readonly number: string;
  readonly kind: "task" | "agreement";
}

const place = (membershipId: string) => `wijkbord.recent.${membershipId}`;
const isRecent = (value: unknown): value is Recent =>
  typeof value === "object" &&
  value !== null &&
  "number" in value &&
  typeof value.number === "string" &&
  "kind" in value &&
  (value.kind === "task" || value.kind === "agreement");

/** What was opened last on this device, newest first. */
export function recentOf(membershipId: string): Recent[] {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(place(membershipId)) ?? "[]");
    return Array.isArray(saved) ? saved.filter(isRecent).slice(0, most) : [];
  } catch {
    return [];
  }
}

/** The task or agreement that an address shows. */
export function recentAt(pathname: string): Recent | null {
  const [, page, number] = /\/(taken|afspraken)\/([A-Za-z]{2,4}-\d{1,9})(?:\/|$)/.exec(pathname) ?? [];
  return number ? { kind: page === "taken" ? "task" : "agreement", number: number.toUpperCase() } : null;
}

/** Keeps that something was opened. */
export function remember(membershipId: string, opened: Recent): void {
  const others = recentOf(membershipId).filter(({ number }) => number !== opened.number);
  localStorage.setItem(place(membershipId), JSON.stringify([opened, ...others].slice(0, most)));
}
