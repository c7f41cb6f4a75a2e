import { ImportRefused } from "../refused.ts";
import type { Json, JsonObject, Wanted } from "../json/tree.ts";
import { clean, oneLine } from "../text.ts";

/** The parts of a Trello export that are read; everything else is passed over. */
export const wantedOfTrello: Wanted = {
  lists: {
    lists: ["id", "name", "closed", "pos"],
    cards: [
      "id",
      "name",
      "desc",
      "idList",
      "pos",
      "closed",
      "due",
      "dueComplete",
      "start",
      "dateLastActivity",
      "idMembers",
      "idLabels",
      "labels",
      "attachments",
      "customFieldItems",
      "badges",
    ],
    checklists: ["id", "name", "idCard", "pos", "checkItems"],
    actions: ["id", "type", "date", "data", "idMemberCreator", "memberCreator"],
    members: ["id", "username", "fullName", "email"],
    labels: ["id", "name", "color"],
    customFields: ["id", "name", "type", "options"],
  },
  values: ["name"],
};

const nameOf = (value: Json): string =>
  value === null ? "nothing" : Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`;

/** Reads fields of one thing in the file; a field of the wrong kind is refused with its place. */
export class Raw {
  constructor(
    private readonly item: JsonObject,
    readonly path: string,
  ) {}

  private value(key: string): Json {
    return Object.hasOwn(this.item, key) ? (this.item[key] ?? null) : null;
  }

  private wrong(key: string, wanted: string, value = this.value(key)): never {
    throw new ImportRefused(
      `At ${this.path}.${key}: ${wanted} was expected, not ${nameOf(value)}.`,
      `Bij ${this.path}.${key}: hier staat iets anders dan een export van Trello daar heeft.`,
    );
  }

  /** Text, empty when absent. */
  text(key: string): string {
    const value = this.value(key);
    if (value === null) return "";
    return typeof value === "string" ? clean(value) : this.wrong(key, "text");
  }

  line(key: string): string {
    return oneLine(this.text(key));
  }

  /** The identity that everything in an export has. */
  id(key = "id"): string {
    const id = this.line(key);
    if (id === "" || id.length > 100)
      throw new ImportRefused(
        `At ${this.path}.${key}: an identity of 1–100 characters was expected.`,
        `Bij ${this.path}.${key}: hier hoort een kenmerk van 1–100 tekens te staan.`,
      );
    return id;
  }

  flag(key: string): boolean {
    const value = this.value(key);
    return value === null ? false : typeof value === "boolean" ? value : this.wrong(key, "true or false");
  }

  /** Order among others; null when absent. No program writes a number beyond 2^53. */
  position(key: string): number | null {
    const value = this.value(key);
    if (value === null) return null;
    if (typeof value !== "number") return this.wrong(key, "a number");
    if (Math.abs(value) > Number.MAX_SAFE_INTEGER)
      throw new ImportRefused(`At ${this.path}.${key}: the position ${value} is out of range.`, `Bij ${this.path}.${key}: de plaats ${value} kan niet.`);
    return value;
  }

  /** A moment; null when absent or not a date. */
  moment(key: string): Date | null {
    const text = this.text(key);
    const moment = new Date(text);
    const sensible = !Number.isNaN(moment.getTime()) && moment.getUTCFullYear() >= 1970 && moment.getUTCFullYear() < 2200;
    return text !== "" && sensible ? moment : null;
  }

  texts(key: string): string[] {
    return this.many(key).map((value, index) => (typeof value === "string" ? oneLine(value) : this.wrong(`${key}[${index}]`, "text", value)));
  }

  /** The things in a list, empty when absent. */
  items(key: string): Raw[] {
    return this.many(key).map((value, index) => this.child(value, `${key}[${index}]`));
  }

  /** One thing inside; empty when absent. */
  inside(key: string): Raw {
    const value = this.value(key);
    return value === null ? new Raw({}, `${this.path}.${key}`) : this.child(value, key);
  }

  number(key: string): number {
    const value = this.value(key);
    return typeof value === "number" && Number.isFinite(value) ? value : 0;
  }

  private many(key: string): Json[] {
    const value = this.value(key);
    return value === null ? [] : Array.isArray(value) ? value : this.wrong(key, "a list");
  }

  private child(value: Json, key: string): Raw {
    if (value === null || typeof value !== "object" || Array.isArray(value)) return this.wrong(key, "an object", value);
    return new Raw(value, `${this.path}.${key}`);
  }
}
