import { coalitionLimits, EventType, lettersFrom, mayManageCoalition, mayManageOrganisation, type OrganisationKind } from "@wijkbord/schema";
import type { AddOrganisationInput, Organisation, UpdateOrganisationInput } from "@wijkbord/schema/types";
import { v7 as uuidv7 } from "uuid";
import type { Change, LoggedWork } from "../activity/change.ts";
import { invalid, notAllowed, notFound, ruleBroken, text } from "../activity/refusal.ts";
import { OrganisationTable } from "./coalition.tables.ts";
import { expectSeen, write } from "./row.ts";

/** An organisation that is in the coalition now. */
export async function presentOrganisation({ em, coalition }: LoggedWork, id: string, field: string): Promise<Organisation> {
  const organisation = await em.findOne(OrganisationTable, { id, coalitionId: coalition.id });
  if (!organisation) throw notFound(field);
  if (organisation.leftOn) throw ruleBroken("INV-20", [{ code: "ALREADY_LEFT", objectId: id }]);
  return organisation;
}

function lettersOf(value: string): string {
  const letters = text("letters", value, coalitionLimits.letters).toUpperCase();
  if (!/^\p{L}+$/u.test(letters)) throw invalid("letters", "NOT_LETTERS", coalitionLimits.letters);
  return letters;
}

function colourOf(value: number | null | undefined): number | undefined {
  if (value === null || value === undefined) return undefined;
  if (value < 0 || value >= coalitionLimits.colours) throw invalid("colourIndex", "NOT_A_COLOUR", coalitionLimits.colours - 1);
  return value;
}

function leastUsedColour(organisations: readonly Organisation[]): number {
  const uses = Array.from({ length: coalitionLimits.colours }, (_, colour) => organisations.filter(({ colourIndex }) => colourIndex === colour).length);
  return uses.indexOf(Math.min(...uses));
}

const nameOf = (value: string) => text("name", value, coalitionLimits.organisationName, coalitionLimits.organisationNameAtLeast);
const shortNameOf = (value: string) => text("shortName", value, coalitionLimits.shortName);

/** What a new organisation is made of. */
export interface NewOrganisation {
  readonly name: string;
  readonly shortName: string;
  readonly letters?: string | null;
  readonly kind: OrganisationKind;
  readonly parentId?: string | null;
  readonly colourIndex?: number | null;
}

/** Writes a new organisation; one that left comes back under its name with its history. */
export async function joinOrganisation(work: LoggedWork, wanted: NewOrganisation): Promise<Organisation> {
  const { em, coalition, now } = work;
  const organisations = await em.find(OrganisationTable, { coalitionId: coalition.id });
  const name = nameOf(wanted.name);
  const shortName = shortNameOf(wanted.shortName);
  const former = organisations.find((organisation) => organisation.name === name);
  if (former && !former.leftOn) throw invalid("name", "TAKEN");
  const parentId = wanted.parentId ?? null;
  const letters = wanted.letters ? lettersOf(wanted.letters) : lettersFrom(shortName);
  const colourIndex = colourOf(wanted.colourIndex) ?? former?.colourIndex ?? leastUsedColour(organisations.filter(({ leftOn }) => !leftOn));
  const values = { shortName, letters, kind: wanted.kind, parentId, colourIndex, leftOn: null };
  if (former) write(former, values);
  const organisation = former ?? em.create(OrganisationTable, { id: uuidv7(), coalitionId: coalition.id, name, ...values, createdAt: now, version: 1 });
  const type = parentId ? EventType.ORGANISATION_CHANGED : EventType.PARTNER_JOINED;
  work.record({ type, target: { type: "Organisation", id: organisation.id }, version: organisation.version });
  return organisation;
}

/** Adds a partner, or a department of a partner (D16); returns it. */
export async function addOrganisation(change: Change, input: AddOrganisationInput): Promise<string> {
  if (input.parentId) {
    const parent = await presentOrganisation(change, input.parentId, "parentId");
    if (!mayManageOrganisation(change.actor, parent)) throw notAllowed("NOT_YOUR_ORGANISATION");
    if (parent.parentId) throw ruleBroken("D16", [{ code: "NOT_A_PARTNER", objectId: parent.id }]);
  } else if (!mayManageCoalition(change.actor)) throw notAllowed("NOT_COORDINATOR");
  return (await joinOrganisation(change, input)).id;
}

/** Changes what an organisation is called and how it looks; returns it. */
export async function updateOrganisation(change: Change, input: UpdateOrganisationInput): Promise<string> {
  const { em, coalition, actor } = change;
  const organisation = await presentOrganisation(change, input.id, "id");
  if (!mayManageOrganisation(actor, organisation)) throw notAllowed("NOT_YOUR_ORGANISATION");
  const { name, shortName, letters, kind, colourIndex } = organisation;
  expectSeen(organisation, input.expectedVersion, "ORGANISATION", { name, shortName, letters, kind, colourIndex });
  const wanted = input.name ? nameOf(input.name) : undefined;
  if (wanted !== undefined && wanted !== name && (await em.count(OrganisationTable, { coalitionId: coalition.id, name: wanted })) > 0)
    throw invalid("name", "TAKEN");
  const changes = write(organisation, {
    name: wanted,
    shortName: input.shortName ? shortNameOf(input.shortName) : undefined,
    letters: input.letters ? lettersOf(input.letters) : undefined,
    kind: input.kind ?? undefined,
    colourIndex: colourOf(input.colourIndex),
  });
  if (changes.length > 0)
    change.record({ type: EventType.ORGANISATION_CHANGED, target: { type: "Organisation", id: organisation.id }, version: organisation.version, changes });
  return organisation.id;
}
