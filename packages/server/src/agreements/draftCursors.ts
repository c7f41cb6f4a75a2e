import { draftLimits, type Viewer } from "@wijkbord/schema";
import { type ActorOrganisation, DraftCursor, type SetDraftCursorInput } from "@wijkbord/schema/types";
import { invalid } from "../activity/refusal.ts";

interface Entry {
  readonly cursor: DraftCursor;
  readonly window: string;
  readonly at: number;
}
interface Place {
  /** Goes up with each change, so that a follower knows whether it has this list. */
  revision: number;
  readonly entries: Map<string, Entry>;
}

/** Who says where it is. */
export interface Writer {
  readonly viewer: Viewer;
  readonly displayName: string;
  readonly organisation: ActorOrganisation;
  /** The socket or session that it came over. */
  readonly window: string;
}

const goneAfter = draftLimits.cursorGoneAfter * 1_000;
const nobody: Place = { revision: 0, entries: new Map() };

/** Who writes where, in the memory of this process: names and organisations, never stored or logged (D11). */
export class DraftCursors {
  private readonly places = new Map<string, Place>();

  constructor(private readonly changed: (versionId: string) => void) {}

  /** Everybody who writes a version. */
  of(versionId: string): { readonly revision: number; readonly list: DraftCursor[] } {
    const { revision, entries } = this.places.get(versionId) ?? nobody;
    return { revision, list: [...entries.values()].map(({ cursor }) => cursor) };
  }

  /** Shows a window where it says it is, or takes it away. Returns until when it is shown. */
  set({ viewer, displayName, organisation, window }: Writer, input: SetDraftCursorInput, now: number): Date | null {
    const { versionId, clientId, anchor = null, head = null, writing } = input;
    for (const [field, value, limit] of [
      ["clientId", clientId, 40],
      ["anchor", anchor, draftLimits.cursorCharacters],
      ["head", head, draftLimits.cursorCharacters],
    ] as const)
      if ((value ?? "").length > limit) throw invalid(field, "TOO_LONG", limit);
    const { entries } = this.placeOf(versionId);
    const key = `${viewer.membershipId} ${clientId}`;
    if (writing && !entries.has(key) && entries.size >= draftLimits.cursorsPerDraft) throw invalid("clientId", "TOO_MANY", draftLimits.cursorsPerDraft);
    const cursor = Object.assign(new DraftCursor(), { clientId, membershipId: viewer.membershipId, displayName, organisation, anchor, head });
    this.put(versionId, key, writing ? { cursor, window, at: now } : null);
    return writing ? new Date(now + goneAfter) : null;
  }

  /** Takes away entries that hold. */
  forget(holds: (entry: Entry) => boolean): void {
    for (const [versionId, { entries }] of this.places) for (const [key, entry] of entries) if (holds(entry)) this.put(versionId, key, null);
  }

  /** Takes away who was not heard for too long. */
  tick(now: number): void {
    this.forget(({ at }) => now - at >= goneAfter);
  }

  private placeOf(versionId: string): Place {
    const place = this.places.get(versionId) ?? { revision: 0, entries: new Map<string, Entry>() };
    this.places.set(versionId, place);
    return place;
  }

  private put(versionId: string, key: string, entry: Entry | null): void {
    const place = this.placeOf(versionId);
    if (entry) place.entries.set(key, entry);
    else place.entries.delete(key);
    place.revision += 1;
    this.changed(versionId);
  }
}
