interface Visit {
  /** Last number of the log that was shown. */
  readonly sequence: number;
  readonly at: string;
}

const place = (membershipId: string) => `wijkbord-visit-${membershipId}`;
/** The visit before this one; stays the same while the app is open. */
const before = new Map<string, Visit | null>();

function read(membershipId: string): Visit | null {
  try {
    const saved: unknown = JSON.parse(localStorage.getItem(place(membershipId)) ?? "null");
    if (typeof saved !== "object" || saved === null || !("sequence" in saved) || !("at" in saved)) return null;
    return typeof saved.sequence === "number" && typeof saved.at === "string" ? { sequence: saved.sequence, at: saved.at } : null;
  } catch {
    return null;
  }
}

/** What the device kept of the visit before this one; null at the first. */
export function lastVisit(membershipId: string): Visit | null {
  const known = before.get(membershipId);
  if (known !== undefined) return known;
  const visit = read(membershipId);
  before.set(membershipId, visit);
  return visit;
}

/** Keeps on this device up to where the log was shown. */
export function keepVisit(membershipId: string, sequence: number): void {
  localStorage.setItem(place(membershipId), JSON.stringify({ sequence, at: new Date().toISOString() }));
}
