import { findPersonalData, type ImportNote, type PersonalDataKind } from "@wijkbord/schema";
import { cut } from "../text.ts";

/** Notes of one kind that a report lists one by one; the rest is counted. */
const listed = 10_000;

const kindNames: Readonly<Record<PersonalDataKind, string>> = {
  BSN: "a citizen service number",
  PHONE: "a phone number",
  EMAIL: "an e-mail address",
  ADDRESS: "an address",
};

/** Collects what a report says. */
export class Notes {
  readonly cuts: ImportNote[] = [];
  readonly links: ImportNote[] = [];
  readonly skipped: ImportNote[] = [];
  readonly personalData: ImportNote[] = [];
  private readonly unlisted = new Map<ImportNote[], number>();

  add(list: ImportNote[], place: string, text: string): void {
    if (list.length < listed) list.push({ place, text });
    else this.unlisted.set(list, (this.unlisted.get(list) ?? 0) + 1);
  }

  /** Warns when a text looks like it holds personal data of a resident. */
  scan(place: string, where: string, text: string): void {
    const kinds = new Set(findPersonalData(text).map(({ kind }) => kind));
    for (const kind of kinds) this.add(this.personalData, place, `the ${where} seems to hold ${kindNames[kind]}`);
  }

  /** Closes the lists that grew too long. */
  finish(): this {
    for (const [list, count] of this.unlisted) list.push({ place: "", text: `and ${count} more` });
    return this;
  }
}

/** How a card is called in a report. */
export const cardPlace = (name: string): string => `card "${cut(name || "Zonder titel", 60)}"`;
