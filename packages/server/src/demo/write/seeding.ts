import type { EntityManager } from "../../database/database.ts";
import type { DemoCoalition } from "../data/types.ts";
import type { DemoIds } from "../ids.ts";

/** What telling the history of a demo coalition needs. */
export interface Telling {
  readonly demo: DemoCoalition;
  readonly ids: DemoIds;
  readonly now: Date;
}

/** What the parts of writing a demo coalition work with. */
export interface Seeding extends Telling {
  readonly em: EntityManager;
  readonly coalitionId: string;
}

/** Organisation that a person of the demo acts for first. */
export const organisationOf = ({ demo }: Telling, person: string): string => demo.people.find(({ key }) => key === person)?.memberships[0]?.organisation ?? "";

/** Somebody who acts for an organisation; null when nobody does. */
export function memberOf({ demo, ids }: Telling, organisation: string): string | null {
  const person = demo.people.find(({ memberships }) => memberships[0]?.organisation === organisation);
  return person ? ids.of("member", person.key) : null;
}
