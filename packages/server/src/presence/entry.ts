import { PresenceMode, type PresencePage } from "@wijkbord/schema";
import { type ActorOrganisation, PresentPerson } from "@wijkbord/schema/types";

/** One window of one person, as long as it says that it is there. */
export interface PresenceEntry {
  readonly membershipId: string;
  readonly displayName: string;
  readonly organisation: ActorOrganisation;
  readonly page: PresencePage;
  readonly objectId: string;
  readonly taskId: string | null;
  /** Only its organisation is shown: it reads an agreement whose reaction round is open. */
  readonly nameless: boolean;
  /** The organisation that alone may know of the open task; null when the coalition may. */
  readonly taskOrganisationId: string | null;
  readonly mode: PresenceMode;
  /** When it was said last, in milliseconds. */
  readonly at: number;
}

const weight = ({ mode, at }: PresenceEntry) => [mode === PresenceMode.EDITING ? 1 : 0, at] as const;

function later(one: PresenceEntry, other: PresenceEntry): PresenceEntry {
  const [first, second] = [weight(one), weight(other)];
  return second[0] > first[0] || (second[0] === first[0] && second[1] > first[1]) ? other : one;
}

/** People of these windows as members of an organisation may see them: everybody once, editing before looking. */
export function peopleFor(organisationId: string, entries: Iterable<PresenceEntry>): Map<string, PresentPerson> {
  const chosen = new Map<string, PresenceEntry>();
  for (const entry of entries) {
    const key = entry.nameless ? entry.organisation.id : entry.membershipId;
    const known = chosen.get(key);
    chosen.set(key, known ? later(known, entry) : entry);
  }
  return new Map([...chosen].map(([id, entry]) => [id, shown(entry, organisationId)]));
}

function shown(
  { membershipId, displayName, nameless, organisation, page, objectId, taskId, taskOrganisationId, mode }: PresenceEntry,
  organisationId: string,
): PresentPerson {
  const hidden = taskOrganisationId !== null && taskOrganisationId !== organisationId;
  const task = hidden ? { taskId: null, mode: PresenceMode.VIEWING } : { taskId, mode };
  const who = nameless ? { membershipId: organisation.id, displayName: "" } : { membershipId, displayName };
  return Object.assign(new PresentPerson(), { ...who, organisation, page, objectId, ...task });
}
