import documents from "@wijkbord/schema/trusted" with { type: "json" };

const texts = new Map<string, string>(Object.entries(documents));

/** The text of a document that this hub ships with its web app, by id; undefined for any other. */
export const trustedText = (id: string): string | undefined => texts.get(id);
/** Ids of all trusted documents. */
export const trustedIds = (): string[] => [...texts.keys()];
