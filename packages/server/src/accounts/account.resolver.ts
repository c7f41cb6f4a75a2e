import {
  DemoPerson,
  DemoSession,
  EndSessionInput,
  EndSessionPayload,
  EndSessionResult,
  Me,
  OwnSession,
  type Problem,
  SignOutInput,
  SignOutPayload,
  SignOutResult,
} from "@wijkbord/schema/types";
import { Arg, Ctx, FieldResolver, Mutation, Query, Resolver } from "type-graphql";
import { Refusal } from "../activity/refusal.ts";
import { type HubContext, notFoundError, unauthenticated } from "../graphql/context.ts";
import type { Session } from "./account.tables.ts";
import { demoPeople } from "./demoPeople.ts";
import type { PersonPrincipal } from "./principal.ts";

function person({ principal }: HubContext): PersonPrincipal {
  if (principal.kind === "ANONYMOUS") throw unauthenticated();
  return principal;
}

const shown = ({ id, createdAt, lastUsedAt, expiresAt, ownDevice }: Session, principal: PersonPrincipal): OwnSession =>
  Object.assign(new OwnSession(), { id, createdAt, lastUsedAt, expiresAt, ownDevice, current: id === principal.sessionId });

@Resolver(() => Me)
export class AccountResolver {
  @Query(() => Me, { nullable: true, description: "The signed-in person; null when nobody is signed in." })
  me(@Ctx() { principal }: HubContext): Me | null {
    if (principal.kind === "ANONYMOUS") return null;
    return Object.assign(new Me(), { id: principal.userId, displayName: principal.displayName, memberships: [...principal.memberships] });
  }

  @FieldResolver(() => [OwnSession], { description: "Devices on which you are signed in, latest used first." })
  async sessions(@Ctx() context: HubContext): Promise<OwnSession[]> {
    const principal = person(context);
    return (await context.services.sessions.ofPerson(principal)).map((session) => shown(session, principal));
  }

  @Query(() => [DemoPerson], { description: "Fictional persons you can act as; NOT_FOUND outside demo mode." })
  async demoPeople(@Ctx() { services }: HubContext): Promise<DemoPerson[]> {
    if (!services.demo) throw notFoundError();
    return demoPeople(services.database.read(), services.clock.now());
  }

  @Mutation(() => DemoSession, { description: "Signs in as a demo person: sets the cookie and returns the token. NOT_FOUND outside demo mode." })
  async signInAsDemoPerson(
    @Arg("key", () => String, { description: "Key from `demoPeople`." }) key: string,
    @Ctx() { services, setSession }: HubContext,
    @Arg("ownDevice", () => Boolean, { defaultValue: false, description: "Your own device: 90 days from latest use, 30 for coordinators; else 12 hours." })
    ownDevice: boolean,
  ): Promise<DemoSession> {
    const user = services.demo ? await services.sessions.demoUser(key) : null;
    if (!user) throw notFoundError();
    const token = await services.sessions.start(user.id, true, ownDevice);
    setSession(token, ownDevice);
    return Object.assign(new DemoSession(), { token });
  }

  @Mutation(() => SignOutResult, { description: "Ends this session, or every session of the person, and takes the cookie away." })
  async signOut(
    @Arg("input", () => SignOutInput) { everywhere }: SignOutInput,
    @Ctx() { services, principal, setSession }: HubContext,
  ): Promise<SignOutPayload> {
    const ended = await services.sessions.end(principal, everywhere);
    setSession(null);
    return Object.assign(new SignOutPayload(), { ended });
  }

  @Mutation(() => EndSessionResult, { description: "Ends one of your own sessions, on this device or another." })
  async endSession(@Arg("input", () => EndSessionInput) { id }: EndSessionInput, @Ctx() context: HubContext): Promise<EndSessionPayload | Problem> {
    const principal = person(context);
    try {
      const session = await context.services.sessions.endOwn(principal, id);
      if (session.id === principal.sessionId) context.setSession(null);
      return Object.assign(new EndSessionPayload(), { session: shown(session, principal) });
    } catch (error) {
      if (error instanceof Refusal) return error.problem;
      throw error;
    }
  }
}
