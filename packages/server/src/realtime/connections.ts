import type { Connection } from "./connection.ts";
import { engineLimits } from "./limits.ts";

interface Owner {
  readonly userId: string;
  readonly sessionId: string;
}

/** All open connections, by person and by session. */
export class Connections {
  /** Called with each connection that went. */
  onRemoved: (connection: Connection) => void = () => {};
  private readonly all = new Map<Connection, Owner | null>();
  private readonly people = new Map<string, Set<Connection>>();
  private readonly sessions = new Map<string, Set<Connection>>();

  /** Adds a connection; false when its person has too many already. */
  add(connection: Connection): boolean {
    const { principal } = connection;
    if (principal.kind === "ANONYMOUS") {
      this.all.set(connection, null);
      return true;
    }
    const { userId, sessionId } = principal;
    if ((this.people.get(userId)?.size ?? 0) >= engineLimits.socketsPerPerson) return false;
    this.all.set(connection, { userId, sessionId });
    put(this.people, userId, connection);
    put(this.sessions, sessionId, connection);
    return true;
  }

  remove(connection: Connection): void {
    const owner = this.all.get(connection);
    this.all.delete(connection);
    if (owner) {
      drop(this.people, owner.userId, connection);
      drop(this.sessions, owner.sessionId, connection);
    }
    connection.stop();
    this.onRemoved(connection);
  }

  get size(): number {
    return this.all.size;
  }

  ofPeople(userIds: readonly string[]): Connection[] {
    return userIds.flatMap((id) => [...(this.people.get(id) ?? [])]);
  }

  ofSessions(sessionIds: readonly string[]): Connection[] {
    return sessionIds.flatMap((id) => [...(this.sessions.get(id) ?? [])]);
  }

  [Symbol.iterator](): IterableIterator<Connection> {
    return this.all.keys();
  }
}

function put(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  index.set(key, (index.get(key) ?? new Set()).add(connection));
}

function drop(index: Map<string, Set<Connection>>, key: string, connection: Connection): void {
  const set = index.get(key);
  set?.delete(connection);
  if (set?.size === 0) index.delete(key);
}
