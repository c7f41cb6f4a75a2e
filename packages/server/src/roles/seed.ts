import { dayIn, roleTemplates, SeatState, type Viewer } from "@wijkbord/schema";
import { UserTable } from "../accounts/account.tables.ts";
import { viewerOf } from "../accounts/principal.ts";
import type { Outcome } from "../activity/change.ts";
import { CoalitionTable, MembershipTable } from "../coalitions/coalition.tables.ts";
import type { Database, EntityManager } from "../database/database.ts";
import { RoleAssignmentTable, RoleTable } from "./role.tables.ts";
import { RoleService } from "./role.service.ts";

const dayMs = 86_400_000;
/** The first role is the oldest; the next ones come when those above are held. */
const firstDaysAgo = 120;
const daysBetween = 5;

/** A role of the demo: made from a template or by name, held by the organisation of a person. */
interface SeedRole {
  readonly name: string;
  readonly template?: string;
  readonly purpose?: string;
  readonly areaCodes?: string[];
  /** Key of the person; the organisation acts for itself. */
  readonly holder: string;
  /** Name of the role above, which stands before it in the list; its holder chooses who gets this one (T13). */
  readonly under?: string;
  /** The holder gave it back. */
  readonly vacant?: boolean;
}

const zuidwest: readonly SeedRole[] = [
  { name: "Procesregisseur", template: "procesregisseur", holder: "fenna" },
  { name: "Wijkregisseur Moerwijk", template: "wijkregisseur", areaCodes: ["WK051836"], under: "Procesregisseur", holder: "bo" },
  { name: "Leerwerkcoördinator", template: "leerwerkcoordinator", under: "Procesregisseur", holder: "rachid" },
  { name: "Werfcoördinator", template: "werfcoordinator", under: "Leerwerkcoördinator", holder: "loes" },
  { name: "Wervingscoördinator", template: "wervingscoordinator", under: "Leerwerkcoördinator", holder: "joost" },
  { name: "Coördinator huisbezoeken", template: "coordinatorHuisbezoeken", under: "Wijkregisseur Moerwijk", holder: "bo" },
  { name: "Beheerder informatiepunt", template: "beheerderInformatiepunt", areaCodes: ["WK051836"], under: "Wijkregisseur Moerwijk", holder: "gloria" },
  { name: "Contactpersoon aanbestedingen", template: "contactAanbestedingen", under: "Procesregisseur", holder: "demi" },
  { name: "Data- en privacycontact", template: "dataPrivacy", under: "Procesregisseur", holder: "noor", vacant: true },
];
const venlo: readonly SeedRole[] = [
  { name: "Projectleider omscholing", purpose: "Zorgt dat wie de opleiding haalt een vaste plek krijgt.", holder: "noor" },
  {
    name: "Matchmaker werkservicepunt",
    purpose: "Legt vragen van bedrijven naast wat mensen kunnen en willen leren.",
    under: "Projectleider omscholing",
    holder: "marit",
  },
];

/** Acts of demo people in the past, in the transaction that fills the demo; a refusal is a fault of the demo. */
function actor(em: EntityManager, now: Date) {
  return async (daysAgo: number, run: (service: RoleService) => Promise<Outcome>): Promise<string> => {
    const at = new Date(now.getTime() - daysAgo * dayMs);
    const database: Database = {
      embedded: true,
      read: () => em,
      async transaction(work) {
        const result = await work(em);
        await em.flush();
        return result;
      },
      async [Symbol.asyncDispose]() {},
    };
    const outcome = await run(new RoleService({ database, clock: { now: () => at }, wake: () => {} }));
    if ("problem" in outcome) throw new Error(`The demo is refused: ${JSON.stringify(outcome.problem)}`);
    return outcome.objectId;
  };
}

async function peopleOf(em: EntityManager, coalitionId: string): Promise<ReadonlyMap<string, Viewer>> {
  const memberships = await em.find(MembershipTable, { coalitionId }, { orderBy: { id: "asc" } });
  const users = await em.find(UserTable, { id: { $in: memberships.map(({ userId }) => userId) } });
  return new Map(
    users.flatMap(({ id, demoKey }) =>
      memberships
        .filter(({ userId }) => userId === id)
        .slice(0, 1)
        .map((membership) => [demoKey ?? "", viewerOf(membership)] as const),
    ),
  );
}

/** Roles of a demo coalition with their holders, in the transaction that makes it. */
export async function seedRoles(em: EntityManager, slug: string, now: Date): Promise<void> {
  await em.flush();
  const { id: coalitionId, timeZone } = await em.findOneOrFail(CoalitionTable, { slug });
  const people = await peopleOf(em, coalitionId);
  const who = (key: string): Viewer => {
    const viewer = people.get(key);
    if (!viewer) throw new Error(`The demo has no person ${key}.`);
    return viewer;
  };
  const act = actor(em, now);
  const coordinator = who(slug === "zuidwest" ? "fenna" : "thijs");
  const made = new Map<string, { readonly id: string; readonly holder: Viewer }>();
  for (const [index, { name, template, purpose, areaCodes, holder, under, vacant }] of (slug === "zuidwest" ? zuidwest : venlo).entries()) {
    const above = made.get(under ?? "");
    const madeDaysAgo = firstDaysAgo - daysBetween * index;
    const words = roleTemplates.find(({ key }) => key === template);
    const fields = {
      purpose: words?.purposeNl ?? purpose,
      accountabilities: words?.accountabilitiesNl,
      mandate: words?.mandateNl,
      hoursPerWeek: words?.hoursPerWeek,
      areaCodes,
      parentRoleId: above?.id,
    };
    const roleId = await act(madeDaysAgo, (service) => service.create(coordinator, { coalitionId, name, ...fields }));
    if (template) Object.assign(await em.findOneOrFail(RoleTable, { id: roleId }), { templateKey: template });
    const { organisationId, membershipId } = who(holder);
    await act(madeDaysAgo - 1, (service) => service.propose(above?.holder ?? coordinator, { roleId, organisationId, membershipId, choose: true }));
    const seat = () => em.findOneOrFail(RoleAssignmentTable, { roleId, organisationId });
    const asked = await seat();
    if (asked.state === SeatState.PROPOSED)
      await act(madeDaysAgo - 2, (service) => service.accept(who(holder), { seatId: asked.id, expectedVersion: asked.version }));
    made.set(name, { id: roleId, holder: who(holder) });
    if (!vacant) continue;
    const held = await seat();
    const endsOn = dayIn(new Date(now.getTime() - 10 * dayMs), timeZone);
    await act(10, (service) => service.resign(who(holder), { seatId: held.id, expectedVersion: held.version, endsOn, reason: "Andere opdracht" }));
  }
}
