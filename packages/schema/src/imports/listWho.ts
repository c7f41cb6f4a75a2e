import { foldText } from "./listTable.ts";

/** The partners and people that a "wie" may name. */
export interface ListPartners {
  readonly organisations: readonly { readonly id: string; readonly name: string; readonly shortName: string; readonly letters: string }[];
  readonly members: readonly { readonly id: string; readonly displayName: string; readonly organisationId: string }[];
}

/** An organisation that a list names, possibly through one of its people. */
export interface WhoMatch {
  readonly organisationId: string;
  readonly membershipId: string | null;
  /** What stood in the list. */
  readonly text: string;
  readonly doubtful: boolean;
}

/** Who a cell names: partners, and names that nobody here has. */
export interface ReadWho {
  readonly matches: readonly WhoMatch[];
  readonly names: readonly string[];
  /** Whether a person should look. */
  readonly doubtful: boolean;
}

const nobody = new Set(["", "nvt", "n v t", "nnb", "n n b", "nog niemand", "niemand", "onbekend"]);
const article = /^(de|het|een|stichting|st|vereniging|mevr|mevrouw|dhr|de heer|mw)\s+/;
const bare = (text: string) => foldText(text).replace(article, "");

function near(one: string, other: string): boolean {
  if (one.length < 5 || Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end += 1;
  return Math.max(one.length, other.length) - start - end <= 1;
}

type Found = Omit<WhoMatch, "text"> | null;

function organisationCalled(text: string, { organisations }: ListPartners): Found {
  const wanted = bare(text);
  const of = (id: string, doubtful: boolean) => ({ organisationId: id, membershipId: null, doubtful });
  const namesOf = ({ name, shortName }: ListPartners["organisations"][number]) => [bare(name), bare(shortName)];
  const exact = organisations.filter((one) => namesOf(one).includes(wanted) || foldText(one.letters) === foldText(text));
  if (exact[0]) return of(exact[0].id, exact.length > 1);
  const close = organisations.filter((one) => namesOf(one).some((name) => near(name, wanted)));
  const part =
    wanted.length < 4
      ? []
      : organisations.filter((one) => namesOf(one).some((name) => ` ${name} `.includes(` ${wanted} `) || ` ${wanted} `.includes(` ${name} `)));
  const only = close.length === 1 ? close[0] : part.length === 1 ? part[0] : undefined;
  return only ? of(only.id, true) : null;
}

function personCalled(text: string, { members }: ListPartners): Found {
  const wanted = bare(text);
  if (wanted === "") return null;
  const of = (found: readonly ListPartners["members"][number][], doubtful: boolean): Found =>
    found.length === 1 && found[0] ? { organisationId: found[0].organisationId, membershipId: found[0].id, doubtful } : null;
  const called = (wants: (name: string) => boolean) => members.filter(({ displayName }) => wants(foldText(displayName)));
  return (
    of(
      called((name) => name === wanted),
      false,
    ) ??
    of(
      called((name) => name.split(" ")[0] === wanted),
      false,
    ) ??
    of(
      called((name) => name.split(" ").slice(1).join(" ") === wanted),
      true,
    ) ??
    of(
      called((name) => near(name, wanted)),
      true,
    )
  );
}

function matched(text: string, partners: ListPartners): Found {
  const [, outside = "", inside = ""] = /^(.*?)\s*\((.+?)\)\s*$/.exec(text) ?? [];
  if (inside === "")
    return organisationCalled(text, partners)?.doubtful === false
      ? organisationCalled(text, partners)
      : (personCalled(text, partners) ?? organisationCalled(text, partners));
  const [person, organisation] = [personCalled(outside, partners), organisationCalled(inside, partners)];
  if (person && organisation) return person.organisationId === organisation.organisationId ? person : { ...organisation, doubtful: true };
  return person ?? organisation ?? organisationCalled(outside, partners) ?? personCalled(inside, partners);
}

/** Reads who a cell names: several are parted by commas, lines, slashes, plus or "en"; what nobody is called stays a name. */
export function readWho(text: string, partners: ListPartners): ReadWho {
  const matches: WhoMatch[] = [];
  const names: string[] = [];
  const take = (part: string): boolean => {
    const found = matched(part, partners);
    if (!found) return false;
    const known = matches.findIndex(({ organisationId }) => organisationId === found.organisationId);
    if (known < 0) matches.push({ ...found, text: part });
    else if (matches[known]?.membershipId === null && found.membershipId) matches[known] = { ...found, text: part };
    return true;
  };
  const parts = text.split(/\s*(?:[,;/|\n•]|\s[+&–]\s|\s-\s)\s*/).map((part) => part.trim());
  for (const part of parts) {
    if (nobody.has(foldText(part)) || part === "?" || part === "-") continue;
    const whole = matched(part, partners);
    const split = part.split(/\s+(?:en|and|met|i\.s\.m\.|ism)\s+|\s*[+&]\s*/i).filter((one) => one !== "");
    if (whole?.doubtful === false || split.length < 2) {
      if (!take(part)) names.push(part);
    } else for (const one of split) if (!take(one)) names.push(one);
  }
  return { matches, names: [...new Set(names)], doubtful: names.length > 0 || matches.some(({ doubtful }) => doubtful) };
}
