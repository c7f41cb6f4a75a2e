import { DemoPerson, DemoSession, Me } from "@wijkbord/schema/types";
import { Arg, Ctx, Mutation, Query, Resolver } from "type-graphql";
import { CoalitionTable, MembershipTable, OrganisationTable } from "../coalitions/coalition.tables.ts";
import { type HubContext, notFoundError } from "../graphql/context.ts";
import { UserTable } from "./account.tables.ts";

@Resolver()
export class AccountResolver {
  @Query(() => Me, { nullable: true, description: "The signed-in person; null when nobody is signed in." })
  me(@Ctx() { principal }: HubContext): Me | null {
    if (principal.kind === "ANONYMOUS") return null;
    return Object.assign(new Me(), { id: principal.userId, displayName: principal.displayName, memberships: [...principal.memberships] });
  }

  @Query(() => [DemoPerson], { description: "Fictional persons you can act as; NOT_FOUND outside demo mode." })
  async demoPeople(@Ctx() { services }: HubContext): Promise<DemoPerson[]> {
    if (!services.demo) throw notFoundError();
    const em = services.database.read();
    const users = await em.find(UserTable, { demoKey: { $ne: null } }, { orderBy: { createdAt: "asc", id: "asc" } });
    const memberships = await em.find(MembershipTable, { userId: { $in: users.map(({ id }) => id) } }, { orderBy: { id: "asc" } });
    const organisations = new Map((await em.find(OrganisationTable, {})).map((organisation) => [organisation.id, organisation]));
    const coalitions = new Map((await em.find(CoalitionTable, { isDemo: true })).map((coalition) => [coalition.id, coalition]));
    return users.flatMap((user) => {
      const membership = memberships.find(({ userId }) => userId === user.id);
      const organisation = membership && organisations.get(membership.organisationId);
      const coalition = membership && coalitions.get(membership.coalitionId);
      if (!organisation || !coalition || user.demoKey === null) return [];
      return [Object.assign(new DemoPerson(), { key: user.demoKey, displayName: user.displayName, organisation: { name: organisation.name }, coalitionName: coalition.name })];
    });
  }

  @Mutation(() => DemoSession, { description: "Signs in as a demo person: sets the cookie and returns the token. NOT_FOUND outside demo mode." })
  async signInAsDemoPerson(@Arg("key", () => String) key: string, @Ctx() { services, setSession }: HubContext): Promise<DemoSession> {
    const user = services.demo ? await services.sessions.demoUser(key) : null;
    if (!user) throw notFoundError();
    const token = await services.sessions.start(user.id, true);
    setSession(token);
    return Object.assign(new DemoSession(), { token });
  }

  @Mutation(() => Boolean, { description: "Ends this session, or every session of the person." })
  async signOut(@Arg("everywhere", () => Boolean, { defaultValue: false }) everywhere: boolean, @Ctx() { services, principal, setSession }: HubContext): Promise<boolean> {
    await services.sessions.end(principal, everywhere);
    setSession(null);
    return principal.kind === "PERSON";
  }
}
