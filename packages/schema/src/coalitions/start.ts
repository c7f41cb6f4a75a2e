import { coalitionLimits } from "./coalition.ts";

/** How a new coalition begins. */
export enum StartKind {
  EMPTY = "EMPTY",
  STANDARD = "STANDARD",
  LIST = "LIST",
}

/** Limits of beginning a coalition, and of invitations. */
export const startLimits = {
  partners: coalitionLimits.colours,
  partnersAtLeast: 2,
  areaName: 60,
  areaNameAtLeast: 2,
  areas: 20,
  search: 80,
  invitationDays: 60,
  usualDays: 14,
  invitationUses: 50,
  usualUses: 10,
} as const;

/** What distinguishes a partner in a square. */
export interface PartnerMarks {
  readonly name: string;
  readonly letters: string;
  readonly colourIndex: number;
}
export interface PartnerFault {
  readonly index: number;
  readonly field: "name" | "letters" | "colourIndex";
  readonly code: "TAKEN" | "REQUIRED" | "NOT_LETTERS" | "NOT_A_COLOUR";
}

const folded = (text: string) => text.normalize("NFC").trim().toLowerCase();

/** Partners of one coalition have different names, letters and colours: what is wrong, the later one of two. */
export function partnerFaults(partners: readonly PartnerMarks[]): PartnerFault[] {
  return partners.flatMap(({ name, letters, colourIndex }, index) => {
    const before = partners.slice(0, index);
    const faults: PartnerFault[] = [];
    const fault = (field: PartnerFault["field"], code: PartnerFault["code"]) => faults.push({ index, field, code });
    if (folded(name).length < coalitionLimits.organisationNameAtLeast) fault("name", "REQUIRED");
    else if (before.some((other) => folded(other.name) === folded(name))) fault("name", "TAKEN");
    if (!/^\p{L}{2,3}$/u.test(letters.normalize("NFC").trim())) fault("letters", "NOT_LETTERS");
    else if (before.some((other) => folded(other.letters) === folded(letters))) fault("letters", "TAKEN");
    if (!Number.isInteger(colourIndex) || colourIndex < 0 || colourIndex >= coalitionLimits.colours) fault("colourIndex", "NOT_A_COLOUR");
    else if (before.some((other) => other.colourIndex === colourIndex)) fault("colourIndex", "TAKEN");
    return faults;
  });
}

/** Letters for the square, from the first letters of the words, else of the first word. */
export function lettersFrom(name: string): string {
  const words = name.normalize("NFC").match(/\p{L}+/gu) ?? ["?"];
  const initials = words.map((word) => word.slice(0, 1)).join("");
  return (words.length > 1 ? initials.slice(0, coalitionLimits.letters) : (words[0] ?? "?").slice(0, 2)).toUpperCase();
}

/** Letters for a new partner that no other one has: as `lettersFrom`, else the first letter with another one of the name. */
export function freeLetters(name: string, taken: readonly string[]): string {
  const wanted = lettersFrom(name);
  const used = new Set(taken.map(folded));
  const letters = [...(name.normalize("NFC").toUpperCase().match(/\p{L}/gu) ?? [])];
  const others = letters.slice(1).map((letter) => `${letters[0] ?? ""}${letter}`);
  return [wanted, ...others].find((each) => each.length > 1 && !used.has(folded(each))) ?? wanted;
}

/** A name that fits beside a square, cut at a word. */
export function shortNameFrom(name: string): string {
  const characters = [...name.trim()];
  if (characters.length <= coalitionLimits.shortName) return name.trim();
  const cut = characters.slice(0, coalitionLimits.shortName).join("");
  return (cut.includes(" ") ? cut.slice(0, cut.lastIndexOf(" ")) : cut).trim();
}
