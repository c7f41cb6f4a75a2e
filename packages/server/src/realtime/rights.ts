import { EventType } from "@wijkbord/schema";
import type { LoggedEvent, Membership } from "@wijkbord/schema/types";
import { hatsIn, type PersonPrincipal, type Principal, viewerOf } from "../accounts/principal.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database } from "../database/database.ts";
import type { Connection } from "./connection.ts";
import type { Connections } from "./connections.ts";
import { closeCodes } from "./limits.ts";
import { permissionClass } from "./permissionClass.ts";

/** What the engine asks of sessions. */
export interface SessionBook {
  /** Reads these people anew at their next request. */
  forget(userIds: readonly string[]): void;
  /** Live memberships by session, for those sessions that still hold. */
  current(principals: readonly PersonPrincipal[]): Promise<ReadonlyMap<string, readonly Membership[]>>;
}

interface RightsDeps {
  readonly database: Database;
  readonly sessions: SessionBook;
  readonly connections: Connections;
  /** Called with memberships whose rights changed or ended. */
  readonly changed: (membershipIds: readonly string[]) => void;
  readonly failed: (error: unknown) => void;
}

const sweepSize = 200;
/** An answer that is on its way, as that of signing out, still arrives. */
const grace = 100;

const classesOf = (memberships: readonly Membership[]): string =>
  memberships.map((membership) => `${membership.id} ${permissionClass(viewerOf(membership))}`).join();

/** Lets the streams of a connection go on with the rights that its principal has now. */
export function applyRights(connection: Connection): void {
  const { principal } = connection;
  for (const stream of connection.streams) {
    const [hat] = hatsIn(principal, stream.viewer.coalitionId);
    if (!hat) stream.complete();
    else if (permissionClass(viewerOf(hat)) !== permissionClass(stream.viewer)) stream.move(viewerOf(hat));
  }
}

/** Ends and moves streams when sessions end and rights change; streams stop at once, sockets close after them. */
export class Rights {
  constructor(private readonly deps: RightsDeps) {}

  /** Ends what these sessions have open. */
  endSessions(sessionIds: readonly string[]): void {
    for (const connection of this.deps.connections.ofSessions(sessionIds)) this.end(connection);
  }

  /** Events about rights, before anything after them is handed out. */
  async apply(events: readonly LoggedEvent[]): Promise<void> {
    const left = events.filter(({ type }) => type === EventType.PARTNER_LEFT).map(({ targetId }) => targetId);
    const members = events.filter(({ targetType }) => targetType === "Membership").map(({ targetId }) => targetId);
    await this.recheckMembers({ $or: [{ id: { $in: members } }, { organisationId: { $in: left } }] });
  }

  /** The same right after commit, without waiting for the log. */
  membershipsChanged(ids: readonly string[]): void {
    void this.recheckMembers({ id: { $in: [...ids] } }).catch(this.deps.failed);
  }

  /** The safety net: ends and moves what should have been before. */
  async sweep(): Promise<void> {
    const people = [...this.deps.connections].filter(({ principal }) => principal.kind === "PERSON");
    for (let from = 0; from < people.length; from += sweepSize) {
      const some = people.slice(from, from + sweepSize);
      const current = await this.deps.sessions.current(some.flatMap(({ principal }) => (principal.kind === "PERSON" ? [principal] : [])));
      for (const connection of some) {
        const { principal } = connection;
        if (principal.kind === "ANONYMOUS") continue;
        const memberships = current.get(principal.sessionId);
        if (memberships && classesOf(memberships) === classesOf(principal.memberships)) continue;
        this.deps.sessions.forget([principal.userId]);
        await this.recheck(connection);
      }
    }
  }

  /** Reads anew who is connected, and ends or moves the streams by it. */
  async recheck(connection: Connection): Promise<Principal> {
    const before = connection.principal;
    connection.principal = await connection.wire.refresh();
    const { principal } = connection;
    const ended = before.kind === "PERSON" && principal.kind === "ANONYMOUS";
    const lostHat = principal.kind === "PERSON" && principal.actingFor !== null && !principal.memberships.some(({ id }) => id === principal.actingFor);
    if (ended || lostHat) this.end(connection);
    else applyRights(connection);
    return principal;
  }

  private async recheckMembers(where: object): Promise<void> {
    const members = await this.deps.database.read().find(MembershipTable, where);
    const people = [...new Set(members.map(({ userId }) => userId))];
    this.deps.sessions.forget(people);
    this.deps.changed(members.map(({ id }) => id));
    for (const connection of this.deps.connections.ofPeople(people)) {
      await this.recheck(connection).catch((error: unknown) => {
        this.deps.failed(error);
        connection.stop();
        connection.wire.close(closeCodes.overloaded, "Try again");
      });
    }
  }

  private end(connection: Connection): void {
    connection.stop();
    setTimeout(() => connection.wire.close(closeCodes.revoked, "Signed out"), grace);
  }
}
