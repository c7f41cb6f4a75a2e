import { AccessRole, Capability, CoalitionStatus, coalitionLimits, type OrganisationKind, WorkingStyle } from "@wijkbord/schema";
import { v7 as uuidv7 } from "uuid";
import { viewerOf } from "../accounts/principal.ts";
import { type Change, type ChangeDeps, type LoggedWork, type NewEvent, type Outcome, writeEvents } from "../activity/change.ts";
import { invalid, Refusal, text } from "../activity/refusal.ts";
import type { EntityManager } from "../database/database.ts";
import { addDefaultThemes } from "../tasks/defaultThemes.ts";
import { CoalitionTable } from "./coalition.tables.ts";
import { accountFor, join } from "./memberships.ts";
import { joinOrganisation } from "./organisations.ts";
import { timeZoneOf } from "./updateCoalition.ts";

/** What a coalition starts with, whoever makes it. */
export interface CoalitionStart {
  readonly name: string;
  /** Name in addresses: small letters, digits and dashes. */
  readonly slug: string;
  /** 2–4 capitals in front of task numbers; chosen once. */
  readonly taskPrefix: string;
  /** CBS code, GM and four digits. */
  readonly municipalityCode: string;
  readonly timeZone?: string;
  readonly organisation: {
    readonly name: string;
    readonly shortName: string;
    readonly letters?: string;
    readonly kind: OrganisationKind;
    readonly colourIndex?: number;
  };
}
/** A coalition that is made on the command line. */
export interface NewCoalition extends CoalitionStart {
  readonly coordinator: { readonly displayName: string; readonly email: string };
}

/** Words that addresses of the hub itself begin with. */
const reserved = new Set(
  "en nl vandaag meedoen begin uitnodiging graphql graphiql healthz readyz metrics assets api admin demo guest calendar mail ontwikkel imports ui".split(" "),
);
const longestSlug = 40;

/** Whether a coalition may have this name in addresses. */
export async function isFreeSlug(em: EntityManager, slug: string): Promise<boolean> {
  return slug.length <= longestSlug && !reserved.has(slug) && (await em.count(CoalitionTable, { slug })) === 0;
}

function matching(field: string, value: string, pattern: RegExp): string {
  const trimmed = value.trim();
  if (!pattern.test(trimmed)) throw invalid(field, "NOT_A_CODE");
  return trimmed;
}

/** Who coordinates the new coalition, and what else is made in the same transaction. */
interface Making {
  readonly coordinator: (work: LoggedWork) => Promise<string>;
  readonly furnish?: (change: Change) => Promise<void>;
}

/** Makes a coalition with its themes, first partner and coordinator; its log begins with these two. */
export async function makeCoalition({ database, clock, wake }: ChangeDeps, wanted: CoalitionStart, { coordinator, furnish }: Making): Promise<Outcome> {
  try {
    const outcome = await database.transaction(async (em) => {
      const now = clock.now();
      const slug = matching("slug", wanted.slug, /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/);
      if (!(await isFreeSlug(em, slug))) throw invalid("slug", "TAKEN");
      const coalition = em.create(CoalitionTable, {
        id: uuidv7(),
        name: text("name", wanted.name, coalitionLimits.name, coalitionLimits.nameAtLeast),
        slug,
        taskPrefix: matching("taskPrefix", wanted.taskPrefix, /^[A-Z]{2,4}$/),
        municipalityCode: matching("municipalityCode", wanted.municipalityCode, /^GM\d{4}$/),
        status: CoalitionStatus.FORMING,
        timeZone: timeZoneOf(wanted.timeZone ?? "Europe/Amsterdam"),
        defaultStyle: WorkingStyle.LIGHT,
        ownDeviceDays: null,
        agreementPresence: false,
        isDemo: false,
        sequence: 0,
        lastTaskNumber: 0,
        createdAt: now,
        version: 1,
      });
      addDefaultThemes(em, coalition.id);
      const events: NewEvent[] = [];
      const work: LoggedWork = { em, coalition, now, record: (event) => events.push(event) };
      const organisation = await joinOrganisation(work, wanted.organisation);
      const userId = await coordinator(work);
      const member = join(work, { organisationId: organisation.id, userId, accessRole: AccessRole.COALITION_COORDINATOR, capabilities: [Capability.SIGN] });
      await em.flush();
      await furnish?.({ ...work, actor: viewerOf(member) });
      writeEvents(work, events, member.id, null);
      return { objectId: coalition.id, asOfSequence: coalition.sequence };
    });
    wake(outcome.objectId);
    return outcome;
  } catch (error) {
    if (error instanceof Refusal) return { problem: error.problem };
    throw error;
  }
}

/** Makes a coalition for a coordinator with an address at work. */
export const createCoalition = (deps: ChangeDeps, wanted: NewCoalition): Promise<Outcome> =>
  makeCoalition(deps, wanted, { coordinator: (work) => accountFor(work, wanted.coordinator.email, wanted.coordinator.displayName) });
