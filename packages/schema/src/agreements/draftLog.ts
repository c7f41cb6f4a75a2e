/** Limits of writing a draft together; sizes in bytes or characters, times in seconds. */
export const draftLimits = {
  /** One update, before it is written in base64. */
  updateBytes: 66_000,
  /** The whole document with what was deleted from it. */
  documentBytes: 600_000,
  /** Updates in the log before they are made one. */
  updates: 40,
  /** The log of the coalition says at most so often that a draft changed (T14). */
  tellEvery: 60,
  cursorCharacters: 400,
  cursorsPerDraft: 40,
  cursorGoneAfter: 45,
  cursorRepeat: 20,
} as const;

/** Name of the only shared text in a document of a draft. */
export const draftTextName = "text";
