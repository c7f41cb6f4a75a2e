import { AccessRole, guessColumnState, TaskState } from "@wijkbord/schema";
import type { Membership, Organisation, User } from "@wijkbord/schema/types";
import { ImportRefused } from "../refused.ts";
import type { TrelloMember } from "./board.ts";
import type { TrelloBoard } from "./stage.ts";

/** One line of a map: an outside member belongs to an organisation, possibly as a person here. */
export interface MemberMapping {
  readonly member: string;
  readonly organisation: string;
  readonly person: string | null;
  /** Where it stands in the map, for messages. */
  readonly place: string;
}

/** Who a member of the other board is here. */
export interface KnownMember {
  readonly name: string;
  readonly organisation: Organisation | null;
  readonly membership: Membership | null;
  readonly personName: string | null;
  /** Nobody of the organisation may do more than advise. */
  readonly observes: boolean;
}

/** The organisations and people of a coalition. */
export interface Partners {
  readonly organisations: readonly Organisation[];
  readonly memberships: readonly Membership[];
  readonly users: readonly User[];
}

const fold = (name: string) => name.normalize("NFKC").trim().toLowerCase();
const namesOf = ({ id, username, fullName, email }: TrelloMember) =>
  [id, username, `@${username}`, fullName, email].filter((name) => name !== "" && name !== "@").map(fold);

function resolve(mapping: MemberMapping, partners: Partners): Omit<KnownMember, "name"> {
  const wanted = fold(mapping.organisation);
  const organisation = partners.organisations.find(
    ({ name, shortName, letters, leftOn }) => leftOn === null && [name, shortName, letters].map(fold).includes(wanted),
  );
  if (!organisation) {
    const known = partners.organisations.map(({ shortName }) => shortName).join(", ");
    throw new ImportRefused(
      `${mapping.place}: the coalition has no organisation "${mapping.organisation}". Known are: ${known}.`,
      `${mapping.place}: de coalitie kent geen organisatie "${mapping.organisation}".`,
    );
  }
  const own = partners.memberships.filter(({ organisationId }) => organisationId === organisation.id);
  const observes = own.length > 0 && own.every(({ accessRole }) => accessRole === AccessRole.OBSERVER);
  if (mapping.person === null) return { organisation, membership: null, personName: null, observes };
  const person = fold(mapping.person);
  const user = partners.users.find(({ id, displayName, email }) => [displayName, email].map(fold).includes(person) && own.some(({ userId }) => userId === id));
  const membership = own.find(({ userId }) => userId === user?.id);
  if (!user || !membership) throw new ImportRefused(`${mapping.place}: "${mapping.person}" is not a member of ${organisation.name}.`);
  return { organisation, membership, personName: user.displayName, observes };
}

/** Every member of the board with the organisation that the map names; the rest stays a name. */
export function knownMembers(
  board: TrelloBoard,
  mappings: readonly MemberMapping[],
  partners: Partners,
): { members: Map<string, KnownMember>; unused: MemberMapping[] } {
  const unused = new Set(mappings);
  const resolved = new Map(mappings.map((mapping) => [mapping, resolve(mapping, partners)]));
  const members = new Map<string, KnownMember>();
  for (const member of board.members.values()) {
    const names = namesOf(member);
    const mapping = mappings.find((line) => names.includes(fold(line.member)));
    if (mapping) unused.delete(mapping);
    const name = member.fullName || member.username || member.id;
    const here = mapping && resolved.get(mapping);
    members.set(member.id, { name, ...(here ?? { organisation: null, membership: null, personName: null, observes: false }) });
  }
  return { members, unused: [...unused] };
}

const states = Object.values(TaskState).filter((state) => state !== TaskState.CANCELLED);
const words: Readonly<Record<string, TaskState>> = {
  "te verdelen": TaskState.PROPOSED,
  afgesproken: TaskState.AGREED,
  bezig: TaskState.IN_PROGRESS,
  controle: TaskState.IN_REVIEW,
  "wacht op partner": TaskState.BLOCKED,
  klaar: TaskState.DONE,
};

/** Reads a state as a person writes it: IN_PROGRESS, in progress or bezig. */
function stateCalled(value: string, list: string): TaskState {
  const plain = fold(value);
  const found = words[plain] ?? states.find((state) => state.toLowerCase() === plain.replaceAll(/[\s-]+/g, "_"));
  if (!found) throw new ImportRefused(`The state "${value}" of list "${list}" is unknown. Allowed: ${states.join(", ")} or ${Object.keys(words).join(", ")}.`);
  return found;
}

/** The state of every list: as chosen, else guessed from its name. */
export function listStates(board: TrelloBoard, chosen: Readonly<Record<string, string>>): Map<string, { state: TaskState; chosen: boolean }> {
  const lists = [...board.lists.values()];
  const wanted = new Map(
    Object.entries(chosen).map(([name, value]) => {
      if (!lists.some((list) => fold(list.name) === fold(name))) {
        throw new ImportRefused(
          `The file has no list "${name}". Its lists are: ${lists
            .slice(0, 30)
            .map((list) => `"${list.name}"`)
            .join(", ")}.`,
        );
      }
      return [fold(name), stateCalled(value, name)];
    }),
  );
  return new Map(lists.map(({ id, name }) => [id, { state: wanted.get(fold(name)) ?? guessColumnState(name), chosen: wanted.has(fold(name)) }]));
}
