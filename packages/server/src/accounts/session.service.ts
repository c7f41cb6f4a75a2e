import { createHash, randomBytes } from "node:crypto";
import type { Membership } from "@wijkbord/schema/types";
import { LRUCache } from "lru-cache";
import { v7 as uuidv7 } from "uuid";
import { notFound } from "../activity/refusal.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import type { Clock } from "../time/clock.ts";
import { type Session, SessionTable, UserTable } from "./account.tables.ts";
import { anonymous, type PersonPrincipal, type Principal } from "./principal.ts";
import { sessionEnds } from "./sessionLife.ts";

const second = 1_000;
/** Latest use is written no oftener than this. */
const useStep = 300 * second;
/** Ended sessions are forgotten after this. */
const keepEnded = 30 * 86_400 * second;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

interface Known {
  readonly readAt: number;
  readonly session: Session;
  readonly displayName: string;
  readonly memberships: readonly Membership[];
}

const liveAt = (now: Date) => ({ validFrom: { $lte: now }, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] });

/** Makes, reads and ends sessions. */
export class SessionService {
  private readonly known = new LRUCache<string, Known>({ max: 20_000 });

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly onRevoked: (sessionIds: readonly string[]) => void,
  ) {}

  /** Starts a session and returns its token, which is stored only as a hash. */
  async start(userId: string, isDemo: boolean, ownDevice = false): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    const now = this.clock.now();
    await this.database.transaction(async (em) => {
      await em.nativeDelete(SessionTable, { userId, expiresAt: { $lt: new Date(now.getTime() - keepEnded) } });
      const expiresAt = await this.endOf(em, { userId, ownDevice, createdAt: now }, now);
      em.create(SessionTable, {
        id: uuidv7(),
        userId,
        tokenHash: hashOf(token),
        isDemo,
        ownDevice,
        createdAt: now,
        lastUsedAt: now,
        expiresAt,
        revokedAt: null,
      });
    });
    return token;
  }

  /** The principal of a token; anonymous for a missing, unknown, ended or expired one. */
  async principalOf(token: string | undefined, membershipId: string | undefined): Promise<Principal> {
    if (!token) return anonymous;
    const now = this.clock.now();
    const found = await this.find(hashOf(token), now);
    if (!found || found.session.expiresAt <= now) return anonymous;
    const { session, displayName, memberships } = found;
    return { kind: "PERSON", userId: session.userId, displayName, sessionId: session.id, memberships, actingFor: membershipId?.toLowerCase() ?? null };
  }

  /** Ends one session, or all sessions of its person; says how many. */
  async end(principal: Principal, everywhere: boolean): Promise<number> {
    if (principal.kind === "ANONYMOUS") return 0;
    return this.endWhere(everywhere ? { userId: principal.userId } : { id: principal.sessionId });
  }

  /** Ends one of the person's own sessions and gives it back. */
  async endOwn(principal: PersonPrincipal, sessionId: string): Promise<Session> {
    const session = (await this.ofPerson(principal)).find(({ id }) => id === sessionId);
    if (!session) throw notFound("id");
    await this.endWhere({ id: session.id });
    return session;
  }

  /** Live sessions of the person, latest used first. */
  async ofPerson({ userId }: PersonPrincipal): Promise<Session[]> {
    const live = { userId, revokedAt: null, expiresAt: { $gt: this.clock.now() } };
    return this.database.read().find(SessionTable, live, { orderBy: { lastUsedAt: "desc", id: "desc" } });
  }

  /** Live memberships of these people now, by session; sessions that ended are missing. */
  async current(principals: readonly PersonPrincipal[]): Promise<Map<string, readonly Membership[]>> {
    const em = this.database.read();
    const now = this.clock.now();
    const sessions = await em.find(SessionTable, { id: { $in: principals.map(({ sessionId }) => sessionId) }, revokedAt: null, expiresAt: { $gt: now } });
    const memberships = await em.find(MembershipTable, { userId: { $in: sessions.map(({ userId }) => userId) }, ...liveAt(now) }, { orderBy: { id: "asc" } });
    const byUser = Map.groupBy(memberships, ({ userId }) => userId);
    return new Map(sessions.map(({ id, userId }) => [id, byUser.get(userId) ?? []]));
  }

  /** Reads people anew at their next request, because their rights changed. */
  forget(userIds: readonly string[]): void {
    for (const [hash, { session }] of this.known.entries()) if (userIds.includes(session.userId)) this.known.delete(hash);
  }

  /** The demo person with this key, or null. */
  async demoUser(key: string) {
    return this.database.read().findOne(UserTable, { demoKey: key });
  }

  private async find(tokenHash: string, now: Date): Promise<Known | null> {
    const known = this.known.get(tokenHash);
    if (known && Math.abs(now.getTime() - known.readAt) < second) return known;
    this.known.delete(tokenHash);
    const em = this.database.read();
    const session = await em.findOne(SessionTable, { tokenHash, revokedAt: null, expiresAt: { $gt: now } });
    if (!session) return null;
    if (now.getTime() - session.lastUsedAt.getTime() >= useStep) await this.markUsed(session, now);
    const user = await em.findOneOrFail(UserTable, { id: session.userId });
    const memberships = await em.find(MembershipTable, { userId: user.id, ...liveAt(now) }, { orderBy: { id: "asc" } });
    const found = { readAt: now.getTime(), session, displayName: user.displayName, memberships };
    this.known.set(tokenHash, found);
    return found;
  }

  private async markUsed(session: Session, now: Date): Promise<void> {
    await this.database.transaction(async (em) => {
      const expiresAt = await this.endOf(em, session, now);
      await em.nativeUpdate(SessionTable, { id: session.id, revokedAt: null }, { lastUsedAt: now, expiresAt });
    });
  }

  private async endOf(em: EntityManager, session: Pick<Session, "userId" | "ownDevice" | "createdAt">, lastUsedAt: Date): Promise<Date> {
    const memberships = await em.find(MembershipTable, { userId: session.userId, ...liveAt(lastUsedAt) });
    const coalitions = await em.find(CoalitionTable, { id: { $in: memberships.map(({ coalitionId }) => coalitionId) } });
    const { ownDevice, createdAt } = session;
    return sessionEnds({
      ownDevice,
      createdAt,
      lastUsedAt,
      roles: memberships.map(({ accessRole }) => accessRole),
      chosenDays: coalitions.map(({ ownDeviceDays }) => ownDeviceDays),
    });
  }

  private async endWhere(which: { userId: string } | { id: string }): Promise<number> {
    const ended = await this.database.transaction(async (em) => {
      const sessions = await em.find(SessionTable, { ...which, revokedAt: null });
      for (const session of sessions) session.revokedAt = this.clock.now();
      return sessions;
    });
    this.forget(ended.map(({ userId }) => userId));
    this.onRevoked(ended.map(({ id }) => id));
    return ended.length;
  }
}
