import type { Raw } from "./raw.ts";

export interface TrelloList {
  readonly id: string;
  readonly name: string;
  readonly closed: boolean;
  readonly position: number | null;
}
export interface TrelloMember {
  readonly id: string;
  readonly username: string;
  readonly fullName: string;
  readonly email: string;
}
export interface TrelloField {
  readonly name: string;
  readonly options: ReadonlyMap<string, string>;
}

/** A card as it waits in the staging rows; short names keep the rows small. */
export interface StagedCard {
  readonly name: string;
  readonly desc: string;
  readonly list: string;
  readonly pos: number | null;
  readonly closed: boolean;
  readonly due: string | null;
  readonly dueUnread: boolean;
  readonly dueComplete: boolean;
  readonly start: string | null;
  readonly lastActivity: string | null;
  readonly members: string[];
  readonly labels: string[];
  readonly attachments: { id: string; name: string; url: string }[];
  readonly fields: { field: string; option: string; value: string }[];
  readonly commentCount: number;
}
export interface StagedChecklist {
  readonly name: string;
  readonly pos: number | null;
  readonly items: { id: string; name: string; done: boolean; pos: number | null; member: string; due: string | null }[];
}
export interface StagedComment {
  readonly text: string;
  readonly date: string | null;
  readonly edited: string | null;
  readonly member: string;
  readonly author: string;
}

const iso = (moment: Date | null): string | null => moment?.toISOString() ?? null;

const colours: Readonly<Record<string, string>> = {
  green: "groen",
  yellow: "geel",
  orange: "oranje",
  red: "rood",
  purple: "paars",
  blue: "blauw",
  sky: "lichtblauw",
  lime: "limoen",
  pink: "roze",
  black: "zwart",
};

export interface TrelloLabel {
  readonly name: string;
  readonly isNamed: boolean;
}

/** A label; one without a name is called by its colour. */
export function labelOf(label: Raw): TrelloLabel {
  const [colour = "", shade] = label.line("color").split("_");
  const shades = shade === "dark" ? "donker" : shade === "light" ? "licht" : "";
  const name = label.line("name");
  return { name: name || (colour === "" ? "zonder naam" : `${shades}${colours[colour] ?? colour}`), isNamed: name !== "" };
}

export const listOf = (raw: Raw): TrelloList => ({
  id: raw.id(),
  name: raw.line("name") || "Zonder naam",
  closed: raw.flag("closed"),
  position: raw.position("pos"),
});

export const memberOf = (raw: Raw): TrelloMember => ({
  id: raw.id(),
  username: raw.line("username"),
  fullName: raw.line("fullName"),
  email: raw.line("email"),
});

export const fieldOf = (raw: Raw): TrelloField => ({
  name: raw.line("name") || "Zonder naam",
  options: new Map(raw.items("options").map((option) => [option.id(), option.inside("value").line("text")])),
});

function fieldValue(item: Raw): string {
  const value = item.inside("value");
  const checked = value.line("checked");
  if (checked !== "") return checked === "true" ? "ja" : "nee";
  return value.line("text") || value.line("number") || value.line("date").slice(0, 10);
}

/** A card; labels that stand on it only by identity begin with `#`. */
export function cardOf(raw: Raw): StagedCard {
  const embedded = raw.items("labels").map((label) => labelOf(label).name);
  const labels = raw.texts("idLabels");
  return {
    name: raw.line("name"),
    desc: raw.text("desc"),
    list: raw.id("idList"),
    pos: raw.position("pos"),
    closed: raw.flag("closed"),
    due: iso(raw.moment("due")),
    dueUnread: raw.text("due") !== "" && raw.moment("due") === null,
    dueComplete: raw.flag("dueComplete"),
    start: iso(raw.moment("start")),
    lastActivity: iso(raw.moment("dateLastActivity")),
    members: raw.texts("idMembers"),
    labels: embedded.length > 0 ? embedded : labels.map((id) => `#${id}`),
    attachments: raw.items("attachments").map((file) => ({ id: file.id(), name: file.line("name"), url: file.line("url") })),
    fields: raw.items("customFieldItems").map((item) => ({ field: item.line("idCustomField"), option: item.line("idValue"), value: fieldValue(item) })),
    commentCount: raw.inside("badges").number("comments"),
  };
}

export const checklistOf = (raw: Raw): StagedChecklist => ({
  name: raw.line("name"),
  pos: raw.position("pos"),
  items: raw.items("checkItems").map((item) => ({
    id: item.id(),
    name: item.line("name"),
    done: item.line("state") === "complete",
    pos: item.position("pos"),
    member: item.line("idMember"),
    due: iso(item.moment("due")),
  })),
});

export const commentOf = (raw: Raw): StagedComment => ({
  text: raw.inside("data").text("text").trim(),
  date: iso(raw.moment("date")),
  edited: iso(raw.inside("data").moment("dateLastEdited")),
  member: raw.line("idMemberCreator"),
  author: raw.inside("memberCreator").line("fullName") || raw.inside("memberCreator").line("username"),
});

/** Kinds of action that are a comment. */
export const commentTypes = new Set(["commentCard", "copyCommentCard"]);
