import type { HubEvent } from "../activity/eventStore.ts";

const kinds: ReadonlySet<string> = new Set([
  "COALITION_CHANGED",
  "PARTNER_JOINED",
  "PARTNER_LEFT",
  "ORGANISATION_CHANGED",
  "MEMBERSHIP_CHANGED",
  "MEMBERSHIP_REVOKED",
  "THEME_CHANGED",
  "ACTION_LINE_CHANGED",
  "BOARD_CREATED",
  "BOARD_ARCHIVED",
  "BOARD_RESTORED",
]);

/** Whether a change is of what every page of the coalition shows: partners, people, themes, action lines, labels, boards. */
export const concernsCoalition = ({ type, taskId, target }: HubEvent): boolean =>
  kinds.has(type) || (type === "LABEL_CHANGED" && taskId === null) || (type === "TEXT_REDACTED" && target.type === "ActionLine");
