import { PresenceMode, PresencePage, presenceLimits, type Viewer, Visibility } from "@wijkbord/schema";
import type { ActorOrganisation, SetPresenceInput } from "@wijkbord/schema/types";
import { invalid, notFound } from "../activity/refusal.ts";
import { agreementRooms } from "../agreements/agreementRooms.ts";
import { readAgreement } from "../agreements/visible.ts";
import type { Database } from "../database/database.ts";
import { BoardTable } from "../tasks/board.tables.ts";
import { readCards } from "../tasks/cards.ts";
import type { Clock } from "../time/clock.ts";
import type { PresenceEntry } from "./entry.ts";
import { Room } from "./room.ts";

/** Who says where it is. */
export interface Present {
  readonly viewer: Viewer;
  readonly displayName: string;
  readonly organisation: ActorOrganisation;
  /** The window: its socket, or its session. */
  readonly window: string;
}

interface PresenceDeps {
  readonly database: Database;
  readonly clock: Clock;
  readonly failed: (error: unknown) => void;
}

const goneAfter = presenceLimits.goneAfterSeconds * 1_000;

/**
 * Who is where, in memory of this process: names and organisations of those on the same page, never stored, in no log and
 * no export (D11). An entry lives as long as its window says so, or its socket stands.
 */
export class PresenceService {
  private readonly windows = new Map<string, PresenceEntry>();
  private readonly rooms = new Map<string, Room>();

  constructor(private readonly deps: PresenceDeps) {}

  /** Shows a person where it says it is; HIDDEN takes all its windows away. Returns until when it is shown. */
  async set({ viewer, displayName, organisation, window }: Present, { page, objectId, taskId, mode }: SetPresenceInput): Promise<Date | null> {
    if (mode === PresenceMode.HIDDEN) {
      this.forgetMembers([viewer.membershipId]);
      return null;
    }
    if (!objectId) throw invalid("objectId", "REQUIRED");
    const nameless = await this.checkPage(viewer, page, objectId);
    if (nameless === null) {
      this.put(window, null);
      return null;
    }
    const taskOrganisationId = taskId ? await this.taskOf(viewer, taskId, "taskId") : null;
    const at = this.deps.clock.now().getTime();
    this.put(window, {
      membershipId: viewer.membershipId,
      displayName,
      nameless,
      organisation,
      page,
      objectId,
      taskId: taskId ?? null,
      taskOrganisationId,
      mode,
      at,
    });
    return new Date(at + goneAfter);
  }

  /** The room of a board, task or agreement, to be followed. */
  room(id: string): Room {
    const room = this.rooms.get(id) ?? new Room(() => this.rooms.delete(id), this.deps.failed);
    this.rooms.set(id, room);
    return room;
  }

  /** Boards and tasks that somebody has open now. */
  open(): ReadonlySet<string> {
    return new Set(this.rooms.keys());
  }

  /** Takes away the windows of a socket that closed. */
  forgetWindow(window: string): void {
    this.put(window, null);
  }

  /** Takes away the windows of members whose rights changed; those that still may say it again. */
  forgetMembers(membershipIds: readonly string[]): void {
    for (const [window, { membershipId }] of this.windows) if (membershipIds.includes(membershipId)) this.put(window, null);
  }

  /** Takes away who was not heard for too long. */
  tick(now: number): void {
    for (const [window, { at }] of this.windows) if (now - at >= goneAfter) this.put(window, null);
    const agreements = [...this.windows.values()].filter(({ page }) => page === PresencePage.AGREEMENT).map(({ objectId }) => objectId);
    if (agreements.length > 0) this.lookAt(agreements).catch(this.deps.failed);
  }

  /** Follows rounds that open and close, and the choice of the coalition. */
  private async lookAt(agreementIds: readonly string[]): Promise<void> {
    const rooms = await agreementRooms(this.deps.database.read(), agreementIds);
    for (const [window, entry] of this.windows) {
      if (entry.page !== PresencePage.AGREEMENT || !agreementIds.includes(entry.objectId)) continue;
      const room = rooms.get(entry.objectId);
      if (!room) this.put(window, null);
      else if (room.nameless !== entry.nameless) this.put(window, { ...entry, nameless: room.nameless });
    }
  }

  /** Refuses a page that is not there for the viewer; says whether names stay hidden there, or null when nobody is shown. */
  private async checkPage(viewer: Viewer, page: PresencePage, objectId: string): Promise<boolean | null> {
    const em = this.deps.database.read();
    if (page === PresencePage.AGREEMENT) {
      if (!(await readAgreement(em, viewer, { id: objectId }))) throw notFound("objectId");
      return (await agreementRooms(em, [objectId])).get(objectId)?.nameless ?? null;
    }
    if (page === PresencePage.TASK) await this.taskOf(viewer, objectId, "objectId");
    else if (!(await em.findOne(BoardTable, { id: objectId, coalitionId: viewer.coalitionId }))) throw notFound("objectId");
    return false;
  }

  private put(window: string, entry: PresenceEntry | null): void {
    const before = this.windows.get(window);
    if (entry) this.windows.set(window, entry);
    else this.windows.delete(window);
    const old = roomsOf(before);
    const next = roomsOf(entry);
    for (const id of old) if (!next.has(id)) this.rooms.get(id)?.set(window, null);
    for (const id of next) this.room(id).set(window, entry);
  }

  /** Refuses a task that is not there for the viewer; gives the organisation that alone may know of it. */
  private async taskOf(viewer: Viewer, taskId: string, field: string): Promise<string | null> {
    const [card] = await readCards(this.deps.database.read(), viewer, [taskId]);
    if (!card) throw notFound(field);
    return card.task.visibility === Visibility.ORGANISATION ? card.task.organisationId : null;
  }
}

const roomsOf = (entry: PresenceEntry | null | undefined): Set<string> => new Set(entry ? [entry.objectId, ...(entry.taskId ? [entry.taskId] : [])] : []);
