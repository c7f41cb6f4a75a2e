import { createHash, randomBytes } from "node:crypto";
import { v7 as uuidv7 } from "uuid";
import type { Database } from "../database/database.ts";
import type { Clock } from "../time/clock.ts";
import { MembershipTable } from "../coalitions/coalition.tables.ts";
import { SessionTable, UserTable } from "./account.tables.ts";
import { anonymous, type PersonPrincipal, type Principal } from "./principal.ts";

const sessionHours = 12;
const hashOf = (token: string) => createHash("sha256").update(token).digest("hex");

/** Makes, reads and ends sessions. */
export class SessionService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly onRevoked: (sessionIds: readonly string[]) => void,
  ) {}

  /** Starts a session and returns its token, which is stored only as a hash. */
  async start(userId: string, isDemo: boolean): Promise<string> {
    const token = randomBytes(32).toString("base64url");
    const now = this.clock.now();
    await this.database.transaction(async (em) => {
      em.create(SessionTable, {
        id: uuidv7(),
        userId,
        tokenHash: hashOf(token),
        isDemo,
        createdAt: now,
        lastUsedAt: now,
        expiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
        revokedAt: null,
      });
    });
    return token;
  }

  /** The principal of a token; anonymous for a missing, unknown, ended or expired one. */
  async principalOf(token: string | undefined, membershipId: string | undefined): Promise<Principal> {
    if (!token) return anonymous;
    const em = this.database.read();
    const now = this.clock.now();
    const session = await em.findOne(SessionTable, { tokenHash: hashOf(token), revokedAt: null, expiresAt: { $gt: now } });
    if (!session) return anonymous;
    const user = await em.findOneOrFail(UserTable, { id: session.userId });
    const memberships = await em.find(
      MembershipTable,
      { userId: user.id, validFrom: { $lte: now }, $or: [{ validUntil: null }, { validUntil: { $gt: now } }] },
      { orderBy: { id: "asc" } },
    );
    const actingFor = memberships.find((membership) => membership.id === membershipId)?.id ?? null;
    if (membershipId && !actingFor) return { kind: "PERSON", userId: user.id, displayName: user.displayName, sessionId: session.id, memberships: [], actingFor };
    return { kind: "PERSON", userId: user.id, displayName: user.displayName, sessionId: session.id, memberships, actingFor };
  }

  /** Ends one session, or all sessions of its person. */
  async end(principal: Principal, everywhere: boolean): Promise<void> {
    if (principal.kind === "ANONYMOUS") return;
    const ended = await this.database.transaction(async (em) => {
      const which = everywhere ? { userId: principal.userId } : { id: principal.sessionId };
      const sessions = await em.find(SessionTable, { ...which, revokedAt: null });
      for (const session of sessions) session.revokedAt = this.clock.now();
      return sessions.map((session) => session.id);
    });
    this.onRevoked(ended);
  }

  /** Whether the session, and the membership it acts with, still hold. */
  async isLive(principal: PersonPrincipal): Promise<boolean> {
    const em = this.database.read();
    const now = this.clock.now();
    const session = await em.count(SessionTable, { id: principal.sessionId, revokedAt: null, expiresAt: { $gt: now } });
    if (session === 0 || principal.actingFor === null) return session > 0;
    const live = { $or: [{ validUntil: null }, { validUntil: { $gt: now } }] };
    return (await em.count(MembershipTable, { id: principal.actingFor, ...live })) > 0;
  }

  /** The demo person with this key, or null. */
  async demoUser(key: string) {
    return this.database.read().findOne(UserTable, { demoKey: key });
  }
}
