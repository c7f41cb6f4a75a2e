import { MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database } from "../database/database.ts";
import { UserTable } from "./account.tables.ts";

/** Names of people, resolved when read so that they can be emptied in one place. */
export class Names {
  constructor(private readonly database: Database) {}

  async ofMembership(membershipId: string): Promise<string | null> {
    const em = this.database.read();
    const membership = await em.findOne(MembershipTable, { id: membershipId });
    const user = membership && (await em.findOne(UserTable, { id: membership.userId }));
    return user?.displayName ?? null;
  }
}
