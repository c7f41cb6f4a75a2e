import { OrganisationKind, StartKind } from "@wijkbord/schema";
import { MembershipTable } from "@wijkbord/server/src/coalitions/coalition.tables.ts";
import type { Hub } from "@wijkbord/server/src/hub.ts";
import { Client } from "./client.ts";

/** Somebody who coordinates for a partner of a new coalition. */
export interface Partner {
  readonly userId: string;
  readonly membershipId: string;
  readonly organisationId: string;
}

/** A coalition that nobody knows yet, with one coordinator for each partner, who holds a mandate. */
export class FreshCoalition {
  private constructor(
    private readonly hub: Hub,
    readonly id: string,
    readonly partners: readonly Partner[],
  ) {}

  static async start(hub: Hub, name: string, count: number): Promise<FreshCoalition> {
    const { coalitions, database } = hub.services;
    const partners = Array.from({ length: count }, (_, index) => {
      const letters = `${String.fromCharCode(65 + index)}X`;
      return { name: `Partner ${letters}`, kind: OrganisationKind.OTHER, letters, colourIndex: index };
    });
    const input = {
      name,
      areaName: "Proefwijk",
      displayName: "Coördinator 0",
      partners,
      secondCoordinator: 1,
      start: StartKind.EMPTY,
      locale: "nl",
      ownDevice: false,
    };
    const { outcome, userId, links } = await coalitions.start(input, null);
    if ("problem" in outcome) throw new Error(JSON.stringify(outcome.problem));
    const users = [userId];
    for (const [index, { token }] of links.entries()) {
      const joined = await coalitions.accept(token, { userId: null, displayName: `Coördinator ${index + 1}` });
      if (joined.userId) users.push(joined.userId);
    }
    const members = await database.read().find(MembershipTable, { userId: { $in: users } }, { orderBy: { id: "asc" } });
    const found = members.map(({ id, userId: own, organisationId }) => ({ userId: own, membershipId: id, organisationId }));
    const first = found.filter((partner, index) => found.findIndex(({ organisationId }) => organisationId === partner.organisationId) === index);
    return new FreshCoalition(hub, outcome.objectId, first);
  }

  get organisationIds(): string[] {
    return this.partners.map(({ organisationId }) => organisationId);
  }

  partner(index: number): Partner {
    const partner = this.partners[index];
    if (!partner) throw new Error(`No partner ${index}.`);
    return partner;
  }

  /** A new session of the coordinator of a partner. */
  async as(index: number): Promise<Client> {
    return new Client(this.hub.url, await this.hub.services.sessions.start(this.partner(index).userId, true, false));
  }
}
