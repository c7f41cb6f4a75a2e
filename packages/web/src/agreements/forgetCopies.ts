/** Names of what this device keeps of drafts begin with it. */
export const copyPrefix = "wijkbord.draft.";

/** Takes every copy of a draft from this device, when somebody signs out. */
export async function forgetCopies(): Promise<void> {
  if (!("indexedDB" in window)) return;
  for (const { name } of await indexedDB.databases()) if (name?.startsWith(copyPrefix)) indexedDB.deleteDatabase(name);
}
