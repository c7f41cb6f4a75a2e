/** Where somebody is. */
export enum PresencePage {
  BOARD = "BOARD",
  MATRIX = "MATRIX",
  TASK = "TASK",
  AGREEMENT = "AGREEMENT",
}
export enum PresenceMode {
  VIEWING = "VIEWING",
  EDITING = "EDITING",
  HIDDEN = "HIDDEN",
}

/** Presence is said again each so many seconds, and is gone after the other ones. */
export const presenceLimits = { repeatSeconds: 20, goneAfterSeconds: 45, changesPerSecond: 2 } as const;
